using System.Linq;
using ConfigAudit.Asking.Collectors.Antivirus;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>What speaks against a claim of protection where the one who would know can't be asked, a word that is old, and an age that is
/// known to the day.</summary>
public sealed class ProtectionDoubtTests
{
    private const string Policy = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows Defender";
    private const string Own = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Defender";
    private const string RealTime = @"\\Real-Time Protection";
    private const string Recent = "Mon, 16 Nov 2026 00:00:00 GMT";
    private const string Defender =
        """{ "displayName": "Windows Defender", "productState": 397568, "timestamp": "Mon, 16 Nov 2026 00:00:00 GMT" }""";
    private const string Healthy = """
        { "AMRunningMode": "Normal", "AMServiceEnabled": true, "AntivirusEnabled": true, "RealTimeProtectionEnabled": true, "BehaviorMonitorEnabled": true,
          "AntivirusSignatureAge": 0, "AntivirusSignatureLastUpdated": "20261115213612.000000+000", "DefenderSignaturesOutOfDate": false }
        """;

    [Theory]
    [InlineData(Policy, "DisableAntiSpyware", 1, Outcome.Unknown)]
    [InlineData(Policy, "DisableAntiVirus", 1, Outcome.Unknown)]
    [InlineData(Policy + @"\\Real-Time Protection", "DisableRealtimeMonitoring", 1, Outcome.Unknown)]
    [InlineData(Policy + @"\\Real-Time Protection", "DisableOnAccessProtection", 1, Outcome.Unknown)]
    [InlineData(Policy + @"\\Real-Time Protection", "DisableIOAVProtection", 1, Outcome.Unknown)]
    [InlineData(Own, "DisableAntiSpyware", 1, Outcome.Unknown)]
    [InlineData(Own, "DisableAntiVirus", 1, Outcome.Unknown)]
    [InlineData(Own + @"\\Real-Time Protection", "DisableRealtimeMonitoring", 1, Outcome.Unknown)]
    [InlineData(Policy, "DisableAntiSpyware", 0, Outcome.Pass)]
    [InlineData(Own, "DisableAntiVirus", 0, Outcome.Pass)]
    [InlineData(Policy + @"\\Real-Time Protection", "DisableScriptScanning", 1, Outcome.Pass)]
    [InlineData(Policy, "DisableLocalAdminMerge", 1, Outcome.Pass)]
    public void A_switch_that_is_set_contradicts_the_Center_where_Defenders_class_is_silent(
        string key,
        string name,
        int number,
        Outcome expected
    )
    {
        foreach (var failure in new[] { "denied", "timeout" })
        {
            var snapshot = Client(
                Defender,
                null,
                Service("WinDefend"),
                $$""" "{{key}}": { "{{name}}": { "type": "REG_DWORD", "data": {{number}} } } """,
                failures: Class(failure)
            );
            Assert.Equal(expected, Judge("AV-01", snapshot));
            if (expected == Outcome.Unknown)
            {
                Assert.Contains(
                    snapshot.GapsIn<AntivirusFact>(),
                    gap =>
                        gap.Property == nameof(AntivirusFact.State) && gap.Message.Contains("Security Center") && gap.Message.Contains(name)
                );
            }
        }
    }

    [Theory]
    [InlineData("""{ "DisableRealtimeMonitoring": true }""", Outcome.Unknown)]
    [InlineData("""{ "DisableRealtimeMonitoring": "TRUE" }""", Outcome.Unknown)]
    [InlineData("""{ "DisableRealtimeMonitoring": false, "DisableBehaviorMonitoring": true }""", Outcome.Pass)]
    public void So_does_what_its_preferences_say(string preference, Outcome expected) =>
        Assert.Equal(
            expected,
            Judge("AV-01", Client(Defender, null, Service("WinDefend"), failures: Class("timeout"), preference: preference))
        );

    /// <summary>Windows ignores these switches while tamper protection is on; troubleshooting mode suspends it. Where nothing tells that it is on,
    /// they contradict a class that calls Defender on.</summary>
    [Theory]
    [InlineData(Policy, "DisableAntiSpyware", "\"IsTamperProtected\": false", "AV-01", Outcome.Unknown)]
    [InlineData(Policy, "DisableAntiSpyware", "\"Other\": 0", "AV-01", Outcome.Unknown)]
    [InlineData(Policy, "DisableAntiSpyware", "\"IsTamperProtected\": true", "AV-01", Outcome.Pass)]
    [InlineData(
        Policy,
        "DisableAntiSpyware",
        "\"IsTamperProtected\": true, \"TroubleShootingMode\": \"Enabled\"",
        "AV-01",
        Outcome.Unknown
    )]
    [InlineData(Policy + RealTime, "DisableRealtimeMonitoring", "\"IsTamperProtected\": false", "AV-01", Outcome.Unknown)]
    [InlineData(Policy + RealTime, "DisableRealtimeMonitoring", "\"IsTamperProtected\": true", "AV-01", Outcome.Pass)]
    [InlineData(Own + RealTime, "DisableRealtimeMonitoring", "\"IsTamperProtected\": false", "AV-01", Outcome.Unknown)]
    [InlineData(Policy + RealTime, "DisableIOAVProtection", "\"IsTamperProtected\": false", "AV-01", Outcome.Pass)]
    [InlineData(Policy + RealTime, "DisableBehaviorMonitoring", "\"IsTamperProtected\": false", "AV-01", Outcome.Pass)]
    [InlineData(Policy + RealTime, "DisableBehaviorMonitoring", "\"IsTamperProtected\": false", "AV-04", Outcome.Unknown)]
    [InlineData(Own + RealTime, "DisableBehaviorMonitoring", "\"IsTamperProtected\": false", "AV-04", Outcome.Unknown)]
    [InlineData(Policy + RealTime, "DisableBehaviorMonitoring", "\"IsTamperProtected\": true", "AV-04", Outcome.Pass)]
    [InlineData(Policy + RealTime, "DisableScriptScanning", "\"IsTamperProtected\": false", "AV-04", Outcome.Pass)]
    public void A_switch_that_is_set_contradicts_Defenders_class_unless_it_is_protected_from_tampering(
        string key,
        string name,
        string protection,
        string check,
        Outcome expected
    )
    {
        var snapshot = Client(
            Defender,
            Healthy.Replace("\"AMRunningMode\"", protection + ", \"AMRunningMode\""),
            Service("WinDefend"),
            $$""" "{{key}}": { "{{name}}": { "type": "REG_DWORD", "data": 1 } } """
        );
        Assert.Equal(expected, Judge(check, snapshot));
        if (expected == Outcome.Unknown)
        {
            Assert.Contains(
                snapshot.GapsIn<AntivirusFact>(),
                gap =>
                    gap.Message.Contains(name) && (gap.Message.Contains("calls Microsoft Defender on") || gap.Message.Contains("is true"))
            );
        }
    }

    [Theory]
    [InlineData("DisableRealtimeMonitoring", "AV-01")]
    [InlineData("DisableBehaviorMonitoring", "AV-04")]
    public void So_does_a_preference(string name, string check)
    {
        var preference = $$"""{ "{{name}}": true }""";
        Assert.Equal(Outcome.Unknown, Judge(check, Client(Defender, Healthy, Service("WinDefend"), preference: preference)));
        Assert.Equal(
            Outcome.Pass,
            Judge(
                check,
                Client(
                    Defender,
                    Healthy.Replace("\"AMRunningMode\"", "\"IsTamperProtected\": true, \"AMRunningMode\""),
                    Service("WinDefend"),
                    preference: preference
                )
            )
        );
    }

    [Theory]
    [InlineData("CSFalconService", "Running", Outcome.Unknown)]
    [InlineData("SentinelAgent", "Running", Outcome.Unknown)]
    [InlineData("CybereasonActiveProbe", "Running", Outcome.Unknown)]
    [InlineData("CSFalconService", "Stopped", Outcome.Pass)]
    [InlineData("Sense", "Running", Outcome.Pass)]
    [InlineData("Spooler", "Running", Outcome.Pass)]
    public void Beside_a_product_that_runs_and_isn_t_registered_Defender_may_be_passive(string service, string state, Outcome expected)
    {
        var snapshot = Client(Defender, null, Service("WinDefend") + "," + Service(service, state), failures: Class("denied"));
        Assert.Equal(expected, Judge("AV-01", snapshot));
        Assert.Equal(Outcome.Pass, Judge("AV-01", Client(Defender, Healthy, Service("WinDefend") + "," + Service(service, state))));
    }

    /// <summary>When a product told the Center, when Windows started, and what its calling its definitions current comes to.</summary>
    [Theory]
    [InlineData(Recent, "20261115220000.000000+000", Outcome.Pass)]
    [InlineData("Sun, 01 Nov 2026 00:00:00 GMT", "20261115220000.000000+000", Outcome.Pass)]
    [InlineData("Tue, 05 May 2020 00:00:00 GMT", "20261115220000.000000+000", Outcome.Unknown)]
    [InlineData("Tue, 01 Sep 2026 00:00:00 GMT", "20261115220000.000000+000", Outcome.Unknown)]
    [InlineData("Tue, 01 Sep 2026 00:00:00 GMT", "20260831220000.000000+000", Outcome.Pass)]
    [InlineData("Tue, 01 Sep 2026 00:00:00 GMT", null, Outcome.Pass)]
    [InlineData("Tue, 05 May 2020 00:00:00 GMT", null, Outcome.Unknown)]
    [InlineData("Fri, 20 Nov 2026 00:00:00 GMT", null, Outcome.Unknown)]
    [InlineData("yesterday", null, Outcome.Unknown)]
    [InlineData("", null, Outcome.Unknown)]
    [InlineData(null, null, Outcome.Pass)]
    public void A_word_from_before_the_last_start_says_nothing_of_definitions_today(string? at, string? boot, Outcome expected)
    {
        var row = $$"""{ "displayName": "ESET Security", "productState": 266240 {{(at is null ? null : $", \"timestamp\": \"{at}\"")}} }""";
        var snapshot = Client(row, null, Service("ekrn"), boot: boot, failures: Class("denied"));
        Assert.Equal(Outcome.Pass, Judge("AV-01", snapshot));
        Assert.Equal(expected, Judge("AV-02", snapshot));
        if (expected == Outcome.Unknown)
        {
            Assert.Contains(
                snapshot.GapsIn<AntivirusFact>(),
                gap => gap.Property == nameof(AntivirusFact.DefinitionsCurrent) && gap.Message.Contains("restart the host")
            );
        }
    }

    [Fact]
    public void An_old_word_that_definitions_are_old_is_believed() =>
        Assert.Equal(
            Outcome.Fail,
            Judge(
                "AV-02",
                Client(
                    """{ "displayName": "ESET Security", "productState": 266256, "timestamp": "Tue, 05 May 2020 00:00:00 GMT" }""",
                    null,
                    Service("ekrn"),
                    failures: Class("denied")
                )
            )
        );

    /// <summary>The limit is three days; the snapshot is of midnight.</summary>
    [Theory]
    [InlineData(0, "null", Outcome.Pass)]
    [InlineData(2, "null", Outcome.Pass)]
    [InlineData(3, "null", Outcome.Unknown)]
    [InlineData(4, "null", Outcome.Fail)]
    [InlineData(2, "\"20261113213612.000000+***\"", Outcome.Pass)]
    [InlineData(3, "\"20261112213612.000000+***\"", Outcome.Unknown)]
    [InlineData(3, "\"20261113000012.000000+000\"", Outcome.Pass)]
    [InlineData(2, "\"20261113000012.000000+000\"", Outcome.Pass)]
    [InlineData(3, "\"20261113000011.000000+000\"", Outcome.Fail)]
    [InlineData(3, "\"20261112120000.000000+000\"", Outcome.Fail)]
    public void An_age_in_whole_days_is_any_time_within_a_day(int days, string updated, Outcome expected)
    {
        var status = Healthy.Replace("\"AntivirusSignatureAge\": 0", $"\"AntivirusSignatureAge\": {days}");
        status =
            updated == "null"
                ? status.Replace("\"AntivirusSignatureLastUpdated\": \"20261115213612.000000+000\",", string.Empty)
                : status.Replace("\"20261115213612.000000+000\"", updated);
        var snapshot = Client(Defender, status, Service("WinDefend"));
        var finding = Evaluator
            .Evaluate(ShippedChecks.Baselines.First(each => each.Checks.Any(check => check.Id == "AV-03")), snapshot)
            .Single(each => each.CheckId == "AV-03");
        Assert.Equal(expected, finding.Outcome);
        if (expected == Outcome.Unknown)
            Assert.Contains("counted in whole units", finding.Reason);
    }

    [Theory]
    [InlineData("", Outcome.NotApplicable, Outcome.NotApplicable)]
    [InlineData("WinDefend", Outcome.Unknown, Outcome.Unknown)]
    public void From_a_server_Defender_can_be_removed(string service, Outcome settings, Outcome definitions)
    {
        var snapshot = Server(
            Service("ekrn") + (service.Length == 0 ? null : "," + Service(service)),
            absent: """ "root/Microsoft/Windows/Defender" """
        );
        Assert.Equal(
            (settings, definitions),
            (Judge("AV-05", snapshot), Judge("UPD-02", snapshot with { Zone = ConfigAudit.Facts.Targets.Zone.Lgwan }))
        );
    }

    [Theory]
    [InlineData("denied")]
    [InlineData("timeout")]
    public void One_that_could_not_be_asked_isn_t_removed(string failure) =>
        Assert.Equal(Outcome.Unknown, Judge("AV-05", Server(Service("ekrn"), failures: Class(failure))));

    [Fact]
    public void Nor_is_one_whose_service_could_not_be_looked_for() =>
        Assert.Equal(
            Outcome.Unknown,
            Judge("AV-05", Server(Service("ekrn"), """ "root/Microsoft/Windows/Defender" """, """ "root/cimv2:Win32_Service": "denied" """))
        );

    [Theory]
    [InlineData("ekrn")]
    [InlineData("SepMasterService")]
    [InlineData("ntrtscan")]
    public void Where_nothing_on_the_host_tells_the_reason_says_where_a_person_can_look(string service)
    {
        var snapshot = Server(Service(service), absent: """ "root/Microsoft/Windows/Defender" """);
        Assert.Equal(Outcome.Pass, Judge("AV-01", snapshot));
        Assert.Equal(Outcome.Unknown, Judge("AV-02", snapshot));
        Assert.Equal(Outcome.Unknown, Judge("AV-03", snapshot));
        Assert.Equal(Outcome.Unknown, Judge("AV-04", snapshot));
        foreach (var property in new[] { nameof(AntivirusFact.DefinitionsCurrent), nameof(AntivirusFact.BehaviorMonitoring) })
            Assert.Contains("console", snapshot.GapsIn<AntivirusFact>().First(gap => gap.Property == property).Message);
    }

    private static Outcome Judge(string id, Snapshot snapshot) =>
        Evaluator.Judge(
            ShippedChecks.Of(id),
            snapshot.Zone is null ? snapshot with { Zone = ConfigAudit.Facts.Targets.Zone.MyNumber } : snapshot
        );

    private static string Class(string failure) => $"\"root/Microsoft/Windows/Defender:MSFT_MpComputerStatus\": \"{failure}\"";

    private static string Service(string name, string state = "Running") =>
        $$"""{ "Name": "{{name}}", "State": "{{state}}", "StartMode": "Auto", "AcceptStop": false }""";

    private static Snapshot Client(
        string center,
        string? status,
        string services,
        string registry = "",
        string failures = "",
        string? preference = null,
        string? boot = null
    ) => Host(1, center, status, services, registry, string.Empty, failures, preference, boot);

    private static Snapshot Server(string services, string absent = "\"root/none\"", string failures = "") =>
        Host(3, null, null, services, string.Empty, absent, failures, null, null);

    private static Snapshot Host(
        int kind,
        string? center,
        string? status,
        string services,
        string registry,
        string absent,
        string failures,
        string? preference,
        string? boot
    ) =>
        Machine.Answering(
            $$"""
            { "recordedAt": "2026-11-16T00:00:12Z", "absent": [ {{absent}} ], "failures": { {{failures}} },
              "registry": { {{(registry.Length == 0 ? null : registry + ",")}}
                "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Advanced Threat Protection\\Status": { "OnboardingState": { "type": "REG_DWORD", "data": {{(
                services.Contains("Sense") ? 1 : 0
            )}} } } },
              "instances": {
                {{(center is null ? null : $"\"root/SecurityCenter2\": {{ \"AntiVirusProduct\": [ {center} ] }},")}}
                {{(
                status is null && preference is null
                    ? null
                    : $"\"root/Microsoft/Windows/Defender\": {{ {string.Join(", ", new[] { ("MSFT_MpComputerStatus", status), ("MSFT_MpPreference", preference) }.Where(each => each.Item2 is not null).Select(each => $"\"{each.Item1}\": [ {each.Item2} ]"))} }},"
            )}}
                "root/cimv2": {
                  "Win32_OperatingSystem": [ { "ProductType": {{kind}}, "OperatingSystemSKU": {{(
                kind == 1 ? 4 : 7
            )}}, "Version": "10.0.26100", "BuildNumber": "26100" {{(boot is null ? null : $", \"LastBootUpTime\": \"{boot}\"")}} } ],
                  "Win32_Service": [ {{services}} ], "Win32_SystemDriver": [ ], "Win32_Process": [ ] } } }
            """
        );
}
