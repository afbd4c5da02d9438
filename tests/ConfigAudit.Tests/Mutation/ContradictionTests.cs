using System;
using System.IO;
using System.Linq;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Tests.Judging.Findings;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ConfigAudit.Tests.Mutation;

/// <summary>
/// A host that passes, of which one source says what can't be if the Pass is true: whatever the other sources say, it doesn't pass. Sources
/// that nobody may have asked
/// before are among them.
/// </summary>
public sealed class ContradictionTests
{
    private const string Status = "root/Microsoft/Windows/Defender:MSFT_MpComputerStatus";
    private const string Services = "root/cimv2:Win32_Service";
    private const string Volumes = "root/cimv2/Security/MicrosoftVolumeEncryption:Win32_EncryptableVolume";
    private const string UpdateStates = @"HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\WindowsUpdate\UX\StateVariables";

    /// <summary>The host, what of it is changed, and the checks that it passed.</summary>
    public static TheoryData<string, string, string> Cases() =>
        new()
        {
            { "MN-PC-001", "Defender is passive", "AV-01 AV-02 AV-03 AV-04" },
            { "MN-PC-001", "Defender only blocks what EDR finds", "AV-01 AV-02 AV-03 AV-04" },
            { "MN-PC-001", "Defender stands beside another product", "AV-01 AV-02 AV-03 AV-04" },
            { "MN-PC-001", "Defender doesn't run", "AV-01 AV-02 AV-03 AV-04" },
            { "MN-PC-001", "Defender's service is stopped", "AV-01" },
            { "MN-PC-001", "Defender's service is stopped and its class is empty", "AV-01 AV-02" },
            { "MN-PC-001", "Defender looks at no file as it is opened", "AV-01" },
            { "MN-PC-001", "Defender says that its definitions are old", "AV-02" },
            { "LG-PC-001", "no service runs", "AV-01 AV-02" },
            { "LG-PC-001", "no service is there", "AV-01 AV-02" },
            { "MN-PC-001", "the firewall's service is stopped", "NET-01" },
            { "MN-PC-001", "the firewall's service is disabled", "NET-01" },
            { "MN-PC-001", "the time service is stopped and disabled", "LOG-02" },
            { "MN-PC-001", "the volume is decrypted", "DEV-02" },
            { "MN-PC-001", "the volume is being decrypted", "DEV-02" },
            { "MN-PC-001", "an update waits for a restart", "UPD-03" },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void No_check_passes_what_another_source_contradicts(string host, string what, string checks)
    {
        var recording = Load(host);
        foreach (var id in checks.Split(' '))
            Assert.Equal((id, Outcome.Pass), (id, Judge(id, recording)));
        Change(recording, what);
        foreach (var id in checks.Split(' '))
            Assert.NotEqual((id, what, Outcome.Pass), (id, what, Judge(id, recording)));
    }

    private static void Change(JObject recording, string what)
    {
        switch (what)
        {
            case "Defender is passive":
                Set(recording, Status, "AMRunningMode", "Passive Mode");
                break;
            case "Defender only blocks what EDR finds":
                Set(recording, Status, "AMRunningMode", "EDR Block Mode");
                break;
            case "Defender stands beside another product":
                Set(recording, Status, "AMRunningMode", "SxS Passive Mode");
                break;
            case "Defender doesn't run":
                Set(recording, Status, "AMRunningMode", "Not running");
                break;
            case "Defender's service is stopped":
                Service(recording, "WinDefend", "Stopped", "Manual");
                break;
            case "Defender's service is stopped and its class is empty":
                Service(recording, "WinDefend", "Stopped", "Manual");
                Rows(recording, Status).Clear();
                break;
            case "Defender looks at no file as it is opened":
                foreach (var flag in new[] { "OnAccessProtectionEnabled", "IoavProtectionEnabled", "NISEnabled" })
                    Set(recording, Status, flag, false);
                break;
            case "Defender says that its definitions are old":
                Set(recording, Status, "DefenderSignaturesOutOfDate", true);
                break;
            case "no service runs":
                Set(recording, Services, "State", "Stopped");
                break;
            case "no service is there":
                Rows(recording, Services).Clear();
                break;
            case "the firewall's service is stopped":
                Service(recording, "mpssvc", "Stopped", "Auto");
                break;
            case "the firewall's service is disabled":
                Service(recording, "mpssvc", "Stopped", "Disabled");
                break;
            case "the time service is stopped and disabled":
                Service(recording, "W32Time", "Stopped", "Disabled");
                break;
            case "the volume is decrypted":
                Set(recording, Volumes, "ConversionStatus", 0);
                break;
            case "the volume is being decrypted":
                Set(recording, Volumes, "ConversionStatus", 3);
                break;
            case "an update waits for a restart":
                ((JObject)recording["registry"]!)[UpdateStates] = new JObject
                {
                    ["RebootRequired"] = new JObject { ["type"] = "REG_DWORD", ["data"] = 1 },
                };
                ((JArray?)recording["absent"])
                    ?.Where(scope => ((string)scope!).EndsWith(UpdateStates, StringComparison.OrdinalIgnoreCase))
                    .ToList()
                    .ForEach(scope => scope.Remove());
                break;
            default:
                throw new ArgumentException(what);
        }
    }

    private static Outcome Judge(string id, JObject recording) =>
        Demands.Judge(ShippedChecks.Of(id), Machine.Answering(recording.ToString()));

    private static JObject Load(string host)
    {
        using var reader = new JsonTextReader(new StreamReader(Path.Combine(Machine.RepositoryRoot, "examples", "fleet", host + ".json")))
        {
            DateParseHandling = DateParseHandling.None,
        };
        return JObject.Load(reader);
    }

    private static void Set(JObject recording, string @class, string property, JToken value)
    {
        foreach (var row in Rows(recording, @class).Cast<JObject>())
            row[property] = value.DeepClone();
    }

    /// <summary>A service as it is, of which there may have been no word.</summary>
    private static void Service(JObject recording, string name, string state, string startMode)
    {
        var rows = Rows(recording, Services);
        var row = rows.Cast<JObject>()
            .FirstOrDefault(each => string.Equals((string?)each["Name"], name, StringComparison.OrdinalIgnoreCase));
        if (row is null)
            rows.Add(row = new JObject { ["Name"] = name });
        (row["State"], row["StartMode"], row["Started"]) = (state, startMode, state == "Running");
    }

    private static JArray Rows(JObject recording, string @class)
    {
        var parts = @class.Split(':');
        return (JArray)
            ((JObject)recording["instances"]!)
                .Properties()
                .First(space => space.Name.Replace('\\', '/').Equals(parts[0], StringComparison.OrdinalIgnoreCase))
                .Value[parts[1]]!;
    }
}
