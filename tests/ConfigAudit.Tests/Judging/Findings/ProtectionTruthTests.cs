using System.Linq;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>
/// What a protection rests on: a claim, and something of the product that runs. Each row tells what the Security Center, Microsoft
/// Defender's class, the services,
/// drivers and processes answer, and what AV-01, 02, 03 and 07 come to: + Pass, - Fail, ? Unknown, a Attest, . NotApplicable.
/// </summary>
public sealed class ProtectionTruthTests
{
    private const string On = "266240";
    private const string Expired = "274432";
    private const string Fresh = "Mon, 16 Nov 2026 00:00:00 GMT";
    private const string Old = "Tue, 03 Mar 2026 01:02:03 GMT";
    private const string Folder = @"C:\\Program Files (x86)\\Panda Security\\WAC\\";

    private static readonly Baseline Beta = new BaselineFolder(System.IO.Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load(
        "MIC-Beta"
    );

    private static readonly string WinDefend = Service("WinDefend");
    private static readonly string DefenderOff = Row("Windows Defender", "393472");
    private static readonly string DefenderOn = Row("Windows Defender", "397568");
    private static readonly string NotRunning = Status("Not running", enabled: false, age: "65535", updated: "null");

    public static TheoryData<string, string, string> Defenders() =>
        new()
        {
            { "healthy", "+++a", Client(DefenderOn, Status(), WinDefend) },
            { "a platform without a mode", "+++a", Client(DefenderOn, Status(null), WinDefend) },
            { "passive, its flags true", "-..a", Client(DefenderOff, Status("Passive Mode"), WinDefend) },
            { "passive, as it was called once", "-..a", Client(DefenderOff, Status("passive"), WinDefend) },
            { "in EDR block mode", "-..a", Client(DefenderOff, Status("EDR Block Mode"), WinDefend) },
            { "passive beside another product", "-..a", Client(DefenderOff, Status("SxS Passive Mode"), WinDefend) },
            { "in a mode of tomorrow", "???a", Client(DefenderOn, Status("Guarded Mode"), WinDefend) },
            { "in a mode that isn't told", "???a", Client(DefenderOn, Status(" "), WinDefend) },
            {
                "without a mode, and without on-access protection",
                "-..a",
                Client(DefenderOn, Status(null, more: """, "OnAccessProtectionEnabled": false"""), WinDefend)
            },
            {
                "with a flag that couldn't be read",
                "???a",
                Client(
                    DefenderOn,
                    Status().Replace("\"RealTimeProtectionEnabled\": true", "\"RealTimeProtectionEnabled\": null"),
                    WinDefend
                )
            },
            { "on, and off in the Center", "???a", Client(DefenderOff, Status(), WinDefend) },
            { "on, and off and out of date in the Center", "???a", Client(Row("Windows Defender", "393488"), Status(), WinDefend) },
            { "on, and snoozed in the Center", "???a", Client(Row("Windows Defender", "401664"), Status(), WinDefend) },
            { "on, and of no known state in the Center", "???a", Client(Row("Windows Defender", "409856"), Status(), WinDefend) },
            { "on, and in the Center both on and off", "???a", Client(DefenderOn + "," + DefenderOff, Status(), WinDefend) },
            {
                "on, and off in the Center by a word that it let stand since Windows started",
                "+++a",
                Client(Row("Windows Defender", "393472", Old), Status(), WinDefend, boot: "20261101000000.000000+000")
            },
            {
                "on, and off in the Center by an old word of the time since Windows started",
                "???a",
                Client(Row("Windows Defender", "393472", Old), Status(), WinDefend, boot: "20260301000000.000000+000")
            },
            { "on, and the Center names no product", "????", Client(string.Empty, Status(), WinDefend) },
            { "on, and its service isn't running by its status", "???a", Client(DefenderOn, Ailing(1), WinDefend) },
            { "on, and without an engine", "???a", Client(DefenderOn, Ailing(524290), WinDefend) },
            { "on, and expired", "???a", Client(DefenderOn, Ailing(16384), WinDefend) },
            { "on, and in good order", "+++a", Client(DefenderOn, Ailing(524288), WinDefend) },
            { "on, with a scan due", "+++a", Client(DefenderOn, Ailing(384), WinDefend) },
            { "its service runs without having started", "???a", Client(DefenderOn, Status(), Odd("WinDefend", "\"Started\": false")) },
            { "its service runs without a process", "???a", Client(DefenderOn, Status(), Odd("WinDefend", "\"ProcessId\": 0")) },
            { "its service runs in error", "???a", Client(DefenderOn, Status(), Odd("WinDefend", "\"Status\": \"Error\"")) },
            {
                "its service runs, and all of its row says so",
                "+++a",
                Client(DefenderOn, Status(), Odd("WinDefend", "\"Started\": true, \"ProcessId\": \"4021\", \"Status\": \"OK\""))
            },
            { "its class says on, its service stands still", "???a", Client(DefenderOn, Status(), Service("WinDefend", "Stopped")) },
            { "its class says on, its service is gone", "???a", Client(DefenderOn, Status(), string.Empty) },
            { "its service's state isn't told", "???a", Client(DefenderOn, Status(), Service("WinDefend", null)) },
            {
                "its service is there twice, in two states",
                "???a",
                Client(DefenderOn, Status(), WinDefend + "," + Service("WinDefend", "Stopped"))
            },
            {
                "on in the Center, its service stopped, its class empty",
                "-..a",
                Client(DefenderOn, string.Empty, Service("WinDefend", "Stopped"))
            },
            {
                "on in the Center, its service gone, its class in time-out",
                "???a",
                Client(DefenderOn, null, string.Empty, failures: ClassTimeout)
            },
            {
                "on in the Center, its service runs, its class in time-out",
                "++?a",
                Client(DefenderOn, null, WinDefend, failures: ClassTimeout)
            },
            { "on in the Center, its service runs, its class empty", "???a", Client(DefenderOn, string.Empty, WinDefend) },
            {
                "off in the Center, its service runs, its class in time-out",
                "???a",
                Client(DefenderOff, null, WinDefend, failures: ClassTimeout)
            },
            {
                "snoozed in the Center, its class in time-out",
                "-..a",
                Client(Row("Windows Defender", "401664"), null, WinDefend, failures: ClassTimeout)
            },
            { "two instances of its class that differ", "???a", Client(DefenderOn, Status() + "," + Status("Passive Mode"), WinDefend) },
            { "two instances of its class that don't", "+++a", Client(DefenderOn, Status() + "," + Status(), WinDefend) },
            { "current in the Center, out of date by its class", "+?+a", Client(DefenderOn, Status(outOfDate: "true"), WinDefend) },
            {
                "no definitions at all",
                "+--a",
                Client(DefenderOn, Status(age: "65535", updated: "\"16010101000000.000000+000\""), WinDefend)
            },
            {
                "no definitions at all, in another number",
                "+--a",
                Client(DefenderOn, Status(age: "4294967295", updated: "null"), WinDefend)
            },
            { "a day and an age that contradict each other", "++?a", Client(DefenderOn, Status(age: "30"), WinDefend) },
            { "a day and no definitions", "++?a", Client(DefenderOn, Status(age: "65535"), WinDefend) },
            {
                "fresh definitions of no version",
                "+??a",
                Client(DefenderOn, Status(more: """, "AntivirusSignatureVersion": "0.0.0.0" """), WinDefend)
            },
            {
                "fresh definitions of a version that isn't told",
                "+??a",
                Client(DefenderOn, Status(more: """, "AntivirusSignatureVersion": null"""), WinDefend)
            },
            {
                "fresh definitions of a version that is none",
                "+??a",
                Client(DefenderOn, Status(more: """, "AntivirusSignatureVersion": "latest" """), WinDefend)
            },
            {
                "fresh definitions and no engine",
                "+??a",
                Client(DefenderOn, Status(more: """, "AMEngineVersion": "0.0.0.0" """), WinDefend)
            },
            {
                "fresh definitions and an engine, each with its version",
                "+++a",
                Client(
                    DefenderOn,
                    Status(more: """, "AntivirusSignatureVersion": "1.463.287.0", "AMEngineVersion": "1.1.26100.3" """),
                    WinDefend
                )
            },
            {
                "no definitions at all, and no version",
                "+--a",
                Client(DefenderOn, Status(age: "65535", updated: "null", more: """, "AntivirusSignatureVersion": "0.0.0.0" """), WinDefend)
            },
            { "on a server, of no version", "+??a", Server(Status(more: """, "AntivirusSignatureVersion": "0.0.0.0" """), WinDefend) },
            { "on a server", "+++a", Server(Status(), WinDefend) },
            { "on a server, passive, all flags true", "????", Server(Status("Passive Mode"), WinDefend, "denied") },
            { "on a server, its service not read", "????", Server(Status(), WinDefend, "denied") },
            { "its Center refused", "+???", Client(null, Status(), WinDefend, failures: CenterDenied) },
        };

    public static TheoryData<string, string, string> Others() =>
        new()
        {
            { "verified, its service runs", "++?a", Client(Row("ESET Security", On), NotRunning, Service("ekrn")) },
            {
                "verified, its service runs without a process",
                "???a",
                Client(Row("ESET Security", On), NotRunning, Odd("ekrn", "\"Started\": false, \"ProcessId\": 0"))
            },
            {
                "verified, its driver runs in error",
                "???a",
                Client(
                    Row("Avast Antivirus", On),
                    NotRunning,
                    Service("avast! Antivirus"),
                    drivers: Odd("aswMonFlt", "\"Started\": true, \"Status\": \"Error\"")
                )
            },
            { "verified, its service gone", "???a", Client(Row("ESET Security", On), NotRunning, string.Empty) },
            {
                "verified, its service stopped, disabled",
                "???a",
                Client(Row("ESET Security", On), NotRunning, Service("ekrn", "Stopped", "Disabled"))
            },
            { "verified, its service doesn't tell its state", "???a", Client(Row("ESET Security", On), NotRunning, Service("ekrn", null)) },
            {
                "verified, its driver stopped",
                "???a",
                Client(Row("Avast Antivirus", On), NotRunning, Service("avast! Antivirus"), drivers: Service("aswMonFlt", "Stopped"))
            },
            {
                "verified, its driver doesn't tell its state",
                "???a",
                Client(Row("Avast Antivirus", On), NotRunning, Service("avast! Antivirus"), drivers: Service("aswMonFlt", null))
            },
            { "expired, its service runs", "-..a", Client(Row("Avast Antivirus", Expired), NotRunning, Service("avast! Antivirus")) },
            {
                "a state that nobody has explained",
                "???a",
                Client(Row("Avast Antivirus", "299008"), NotRunning, Service("avast! Antivirus"))
            },
            { "a state that isn't told", "???a", Client(Row("Avast Antivirus", "null"), NotRunning, Service("avast! Antivirus")) },
            {
                "on, and on again as expired",
                "???a",
                Client(Row("Avast Antivirus", On) + "," + Row("Avast Antivirus", Expired), NotRunning, Service("avast! Antivirus"))
            },
            {
                "registered twice in the same words",
                "++?a",
                Client(Row("Avast Antivirus", On) + "," + Row("Avast Antivirus", On, Old), NotRunning, Service("avast! Antivirus"))
            },
            { "not verified, its service runs", "++?a", Client(Row("Trellix Endpoint Security", On), NotRunning, Service("mfemms")) },
            {
                "not verified, its service stopped",
                "???a",
                Client(Row("Trellix Endpoint Security", On), NotRunning, Service("mfemms", "Stopped"))
            },
            {
                "without a service of a fixed name, its driver runs",
                "++?a",
                Client(Row("Kaspersky Endpoint Security for Windows", On), NotRunning, string.Empty, drivers: Service("klif"))
            },
            {
                "without a service of a fixed name, its driver stopped",
                "???a",
                Client(Row("Kaspersky Endpoint Security for Windows", On), NotRunning, string.Empty, drivers: Service("klif", "Stopped"))
            },
            {
                "without a service of a fixed name, its driver gone",
                "???a",
                Client(Row("Kaspersky Endpoint Security for Windows", On), NotRunning, string.Empty)
            },
            {
                "one of the services that change with the version runs",
                "++?a",
                Client(Row("WithSecure Client Security", On), NotRunning, Service("fsulhoster"))
            },
            {
                "those that change with the version stand still",
                "???a",
                Client(Row("F-Secure Client Security 12.00", On), NotRunning, Service("FSMA", "Stopped", "Disabled"))
            },
            { "of Worry-Free, its service runs", "++?a", Client(Row("Trend Micro Security Agent", On), NotRunning, Service("ntrtscan")) },
            { "of Worry-Free, its service gone", "???a", Client(Row("Trend Micro Security Agent", On), NotRunning, string.Empty) },
            {
                "that asks a model and calls itself current, its service runs",
                "++.a",
                Client(Row("CylancePROTECT", On), NotRunning, Service("CylanceSvc"))
            },
            { "EDR too, its service runs", "+..+", Client(Row("CrowdStrike Falcon Sensor", On), NotRunning, Service("CSFalconService")) },
            { "EDR too, its service gone", "?..?", Client(Row("CrowdStrike Falcon Sensor", On), NotRunning, string.Empty) },
            {
                "on, beside a passive Defender with old definitions",
                "++?a",
                Client(
                    Row("ESET Security", On) + "," + DefenderOff,
                    Status("Passive Mode", age: "76", updated: "\"20260901000000.000000+000\"", outOfDate: "true"),
                    WinDefend + "," + Service("ekrn")
                )
            },
        };

    public static TheoryData<string, string, string> Strangers() =>
        new()
        {
            {
                "its registered program runs as a service",
                "++?a",
                Client(Panda(), NotRunning, Service("PSAH", path: Folder + "PSANHost.exe"))
            },
            { "another service of its folder runs", "++?a", Client(Panda(), NotRunning, Service("Nano", path: Folder + @"sub\\nano.exe")) },
            {
                "its registered program is a service that stands still",
                "???a",
                Client(
                    Panda(),
                    NotRunning,
                    Service("PSAH", "Stopped", path: Folder + "PSANHost.exe") + "," + Service("Update", path: Folder + "up.exe")
                )
            },
            {
                "its service doesn't tell its state",
                "???a",
                Client(Panda(Old), NotRunning, Service("PSAH", null, path: Folder + "PSANHost.exe"))
            },
            {
                "a process of its folder runs",
                "++?a",
                Client(
                    Panda(),
                    NotRunning,
                    string.Empty,
                    processes: $$"""{ "Name": "PSANHost.exe", "ExecutablePath": "{{Folder}}PSANHost.exe" }"""
                )
            },
            {
                "a process of that name runs elsewhere",
                "???a",
                Client(
                    Panda(Old),
                    NotRunning,
                    string.Empty,
                    processes: """{ "Name": "PSANHost.exe", "ExecutablePath": "C:\\Temp\\PSANHost.exe" }"""
                )
            },
            {
                "a service mentions its folder as an argument",
                "???a",
                Client(Panda(Old), NotRunning, Service("Host", path: @"C:\\Windows\\System32\\svchost.exe " + Folder))
            },
            {
                "a folder beside it, of a longer name",
                "???a",
                Client(Panda(Old), NotRunning, Service("Host", path: @"C:\\Program Files (x86)\\Panda Security\\WAC2\\x.exe"))
            },
            {
                "its service runs without a process",
                "???a",
                Client(
                    Panda(),
                    NotRunning,
                    Service("PSAH", path: Folder + "PSANHost.exe").Replace("\"Running\"", "\"Running\", \"ProcessId\": 0")
                )
            },
            { "without a name, beside a service of its folder", "???a", Nameless("null") },
            { "with a name of nothing", "???a", Nameless("\"\"") },
            { "with a name of blanks", "???a", Nameless("\"\u3000 \"") },
            { "with a name that can't be seen", "???a", Nameless("\"\\u200b\"") },
            { "with a name of a dash", "???a", Nameless("\"-\"") },
            { "with a name of one letter", "++?a", Nameless("\"盾\"") },
            { "nothing of it runs, and it told so long ago", "???a", Client(Panda(Old), NotRunning, string.Empty) },
            { "nothing of it is seen, but it reported today", "?+?a", Client(Panda(), NotRunning, string.Empty) },
            {
                "it says that its program is Windows' own",
                "???a",
                Client(
                    Row("Fake AV", On, Old, @"%ProgramFiles%\\Windows Defender\\MsMpeng.exe"),
                    NotRunning,
                    Service("X", path: @"C:\\Program Files\\Windows Defender\\MsMpEng.exe")
                )
            },
            {
                "it says that its program is the system's",
                "???a",
                Client(
                    Row("Fake AV", On, Old, @"C:\\Windows\\System32\\svchost.exe"),
                    NotRunning,
                    Service("X", path: @"C:\\Windows\\System32\\svchost.exe -k x")
                )
            },
            {
                "its program stands in no folder of its own, but runs",
                "++?a",
                Client(Row("Some AV", On, Old, @"C:\\a.exe"), NotRunning, Service("X", path: @"C:\\a.exe"))
            },
            {
                "by another name, a product of the catalogue",
                "+..+",
                Client(
                    Row("アンチウイルス", On, Old, @"C:\\Program Files\\CrowdStrike\\CSFalconService.exe"),
                    NotRunning,
                    Service("CSFalconService", path: @"\""C:\\Program Files\\CrowdStrike\\CSFalconService.exe\""")
                )
            },
            {
                "by another name, a product of the catalogue that expired",
                "-..a",
                Client(
                    Row("アンチウイルス", Expired, Old, @"C:\\Program Files\\Avast Software\\Avast\\wsc_proxy.exe"),
                    NotRunning,
                    Service("avast! Antivirus", path: @"\""C:\\Program Files\\Avast Software\\Avast\\AvastSvc.exe\"" /runassvc")
                )
            },
            {
                "its program stands in no folder of its own, and another beside it runs",
                "???a",
                Client(Row("Some AV", On, Old, @"C:\\a.exe"), NotRunning, Service("X", path: @"C:\\a.exe.exe"))
            },
            {
                "a product of the catalogue runs, which may be it",
                "???a",
                Client(Row("アンチウイルス", Expired, Old), NotRunning, Service("avast! Antivirus"))
            },
        };

    public static TheoryData<string, string, string> Hosts() =>
        new()
        {
            {
                "a registration left behind beside a healthy Defender",
                "+++a",
                Client(Row("McAfee VirusScan", On, Old, @"C:\\gone\\mcafee\\a.exe") + "," + DefenderOn, Status(), WinDefend)
            },
            {
                "one of the catalogue left behind beside a healthy Defender",
                "+++a",
                Client(Row("ESET Security", On, Old) + "," + DefenderOn, Status(), WinDefend)
            },
            {
                "one left behind with old definitions beside a healthy Defender",
                "+++a",
                Client(Row("ESET Security", "266256", Old) + "," + DefenderOn, Status(), WinDefend)
            },
            {
                "one left behind, and Defender is passive",
                "???a",
                Client(Row("ESET Security", On, Old) + "," + DefenderOff, Status("Passive Mode"), WinDefend)
            },
            {
                "a sensor alone, Defender passive",
                "-..+",
                Client(DefenderOff, Status("Passive Mode"), WinDefend + "," + Service("Sense"), onboarded: 1)
            },
            {
                "a sensor beside a healthy Defender",
                "++++",
                Client(DefenderOn, Status(), WinDefend + "," + Service("Sense"), onboarded: 1)
            },
            {
                "a sensor that was onboarded and stands still",
                "+++a",
                Client(DefenderOn, Status(), WinDefend + "," + Service("Sense", "Stopped"), onboarded: 1)
            },
            {
                "the Center refuses, and an antivirus runs",
                "????",
                Client(null, NotRunning, Service("avast! Antivirus"), failures: CenterDenied)
            },
            { "the Center is empty, and an antivirus runs", "????", Client(string.Empty, NotRunning, Service("avast! Antivirus")) },
            {
                "the Center isn't there, and an antivirus runs",
                "????",
                Client(null, NotRunning, Service("avast! Antivirus"), absent: "root/SecurityCenter2")
            },
            { "an antivirus runs that isn't registered", "???a", Client(DefenderOff, NotRunning, Service("avast! Antivirus")) },
            {
                "multi-session Windows has no Center, and an antivirus runs",
                "+??a",
                Client(null, NotRunning, Service("avast! Antivirus"), absent: "root/SecurityCenter2", sku: 175)
            },
            { "nothing at all", "-..a", Client(DefenderOff, NotRunning, string.Empty) },
        };

    [Theory]
    [MemberData(nameof(Defenders))]
    [MemberData(nameof(Others))]
    [MemberData(nameof(Strangers))]
    [MemberData(nameof(Hosts))]
    public void Nothing_protects_by_one_word(string story, string expected, string recording)
    {
        var snapshot = Machine.Answering(recording, zone: Zone.Internet) with { Model = NetworkModel.Beta };
        var findings = new[] { "AV-01", "AV-02", "AV-03", "AV-07" }
            .Select(id => Evaluator.Evaluate(Beta, snapshot).Single(finding => finding.CheckId == id))
            .ToArray();
        Assert.Equal($"{expected} {story}", $"{string.Concat(findings.Select(finding => Sign(finding.Outcome)))} {story}");
        Assert.All(findings, finding => Assert.NotEqual(string.Empty, finding.Reason));
    }

    private const string ClassTimeout = "\"root/Microsoft/Windows/Defender:MSFT_MpComputerStatus\": \"timeout\"";
    private const string CenterDenied = "\"root/SecurityCenter2:AntiVirusProduct\": \"denied\"";

    private static string Client(
        string? center,
        string? status,
        string services,
        string drivers = "",
        string processes = "",
        string failures = "",
        string absent = "root/none",
        int sku = 4,
        int? onboarded = 0,
        string? boot = null
    ) => Host(1, sku, center, status, services, drivers, processes, failures, absent, onboarded, boot);

    private static string Server(string? status, string services, string? serviceFailure = null) =>
        Host(
            3,
            7,
            null,
            status,
            services,
            string.Empty,
            string.Empty,
            serviceFailure is null ? string.Empty : $"\"root/cimv2:Win32_Service\": \"{serviceFailure}\"",
            "root/SecurityCenter2",
            0,
            null
        );

    private static string Host(
        int kind,
        int sku,
        string? center,
        string? status,
        string services,
        string drivers,
        string processes,
        string failures,
        string absent,
        int? onboarded,
        string? boot
    ) =>
        $$"""
            { "recordedAt": "2026-11-16T00:00:12Z", "absent": [ "{{absent}}" ], "failures": { {{failures}} },
              "registry": { "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status": { "OnboardingState": { "type": "REG_DWORD", "data": {{onboarded}} } } },
              "instances": {
                {{(center is null ? null : $"\"root/SecurityCenter2\": {{ \"AntiVirusProduct\": [ {center} ] }},")}}
                {{(status is null ? null : $"\"root/Microsoft/Windows/Defender\": {{ \"MSFT_MpComputerStatus\": [ {status} ] }},")}}
                "root/cimv2": {
                  "Win32_OperatingSystem": [ { "ProductType": {{kind}}, "OperatingSystemSKU": {{sku}}, "Version": "10.0.26100", "BuildNumber": "26100", "LastBootUpTime": {{(
                boot is null ? "null" : $"\"{boot}\""
            )}} } ],
                  "Win32_Service": [ {{services}} ], "Win32_SystemDriver": [ {{drivers}} ], "Win32_Process": [ {{processes}} ] } } }
            """;

    private static string Row(string name, string state, string at = Fresh, string? path = null) =>
        $$"""{ "displayName": "{{name}}", "productState": {{state}}, "timestamp": "{{at}}"{{(path is null ? null : $", \"pathToSignedReportingExe\": \"{path}\"")}} }""";

    /// <summary>A row on, and a service of another program in its folder.</summary>
    private static string Nameless(string name) =>
        Client(
            Row("x", On, Fresh, Folder + "PSANHost.exe").Replace("\"x\"", name),
            NotRunning,
            Service("Helper", path: Folder + "helper.exe")
        );

    private static string Ailing(int status) => Status(more: $", \"ProductStatus\": {status}");

    private static string Odd(string name, string more) =>
        $$"""{ "Name": "{{name}}", "State": "Running", "StartMode": "Auto", "AcceptStop": false, {{more}} }""";

    private static string Panda(string at = Fresh) => Row("Panda Endpoint Protection", On, at, Folder + "PSANHost.exe");

    private static string Service(string name, string? state = "Running", string mode = "Auto", string? path = null) =>
        $$"""
            { "Name": "{{name}}", "State": {{(
                state is null ? "null" : $"\"{state}\""
            )}}, "StartMode": "{{mode}}", "AcceptStop": false, "PathName": {{(path is null ? "null" : $"\"{path}\"")}} }
            """;

    private static string Status(
        string? mode = "Normal",
        bool enabled = true,
        string age = "0",
        string updated = "\"20261115213612.000000+000\"",
        string outOfDate = "false",
        string more = ""
    )
    {
        var flag = enabled ? "true" : "false";
        return $$"""
            { {{(
                mode is null ? null : $"\"AMRunningMode\": \"{mode}\", "
            )}}"AMServiceEnabled": {{flag}}, "AntivirusEnabled": {{flag}}, "RealTimeProtectionEnabled": {{flag}}, "BehaviorMonitorEnabled": {{flag}},
              "AntivirusSignatureAge": {{age}}, "AntivirusSignatureLastUpdated": {{updated}}, "DefenderSignaturesOutOfDate": {{outOfDate}}, "IsTamperProtected": true{{more}} }
            """;
    }

    private static char Sign(Outcome outcome) =>
        outcome switch
        {
            Outcome.Pass => '+',
            Outcome.Fail => '-',
            Outcome.Unknown => '?',
            Outcome.Attest => 'a',
            _ => '.',
        };
}
