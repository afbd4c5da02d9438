using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Newtonsoft.Json.Linq;
using Xunit;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>A host of the example fleet that passes, changed in one thing that speaks against it.</summary>
public sealed class ContradictedHostTests
{
    private const string Defender = "root/Microsoft/Windows/Defender";

    [Theory]
    [InlineData("ExclusionPath", @"C:\", Outcome.Unknown)]
    [InlineData("ExclusionPath", @"\\?\d:\", Outcome.Unknown)]
    [InlineData("ExclusionPath", @"%SystemDrive%\*", Outcome.Unknown)]
    [InlineData("ExclusionPath", "*", Outcome.Unknown)]
    [InlineData("ExclusionPath", @"C:\*.*", Outcome.Unknown)]
    [InlineData("ExclusionPath", @"\Device\HarddiskVolume3\", Outcome.Unknown)]
    [InlineData("ExclusionExtension", ".EXE", Outcome.Unknown)]
    [InlineData("ExclusionExtension", "*", Outcome.Unknown)]
    [InlineData("ExclusionProcess", @"C:\*", Outcome.Unknown)]
    [InlineData("ExclusionPath", @"C:\Windows\..", Outcome.Unknown)]
    [InlineData("ExclusionPath", @"C:\a\b\..\..\", Outcome.Unknown)]
    [InlineData("ExclusionPath", @"C:\Users", Outcome.Unknown)]
    [InlineData("ExclusionPath", "d:/users/*", Outcome.Unknown)]
    [InlineData("ExclusionPath", @"C:\Program Files (x86)\", Outcome.Unknown)]
    [InlineData("ExclusionPath", "%SystemRoot%", Outcome.Unknown)]
    [InlineData("ExclusionProcess", @"C:\Windows\System32\*", Outcome.Unknown)]
    [InlineData("ExclusionPath", @"C:\Users\Public\App", Outcome.Pass)]
    [InlineData("ExclusionPath", @"C:\Windows\SoftwareDistribution\Datastore", Outcome.Pass)]
    [InlineData("ExclusionPath", @"C:\App\..\Data", Outcome.Pass)]
    [InlineData("ExclusionPath", @"C:\Data", Outcome.Pass)]
    [InlineData("ExclusionPath", @"C:\*\Logs", Outcome.Pass)]
    [InlineData("ExclusionPath", @"%SystemDrive%\pagefile.sys", Outcome.Pass)]
    [InlineData("ExclusionExtension", "mdf", Outcome.Pass)]
    [InlineData("ExclusionProcess", @"C:\App\app.exe", Outcome.Pass)]
    public void What_scans_nothing_protects_nothing(string list, string exclusion, Outcome outcome)
    {
        var host = Host("MN-PC-001");
        Row(host, Defender, "MSFT_MpPreference")[list] = new JArray(exclusion);

        Assert.Equal((outcome, outcome), (Finding(host, "AV-01").Outcome, Finding(host, "AV-04").Outcome));
        Assert.Equal(outcome == Outcome.Unknown, Finding(host, "AV-01").Reason.Contains(list));
    }

    /// <summary>6 lets a threat be, as 9 does; 0 is the definitions' choice.</summary>
    [Theory]
    [InlineData("SevereThreatDefaultAction", 9, Outcome.Unknown)]
    [InlineData("HighThreatDefaultAction", 6, Outcome.Unknown)]
    [InlineData("ModerateThreatDefaultAction", 6, Outcome.Unknown)]
    [InlineData("SevereThreatDefaultAction", 0, Outcome.Pass)]
    [InlineData("SevereThreatDefaultAction", 2, Outcome.Pass)]
    [InlineData("LowThreatDefaultAction", 6, Outcome.Pass)]
    public void What_lets_threats_be_protects_nothing(string severity, int action, Outcome outcome)
    {
        var host = Host("MN-PC-001");
        Row(host, Defender, "MSFT_MpPreference")[severity] = action;

        Assert.Equal(outcome, Finding(host, "AV-01").Outcome);
        Assert.Equal(outcome == Outcome.Unknown, Finding(host, "AV-01").Reason.Contains(severity));
    }

    /// <summary>Whoever may exclude a whole drive may hide that he did.</summary>
    [Theory]
    [InlineData("N/A: Must be an administrator to view exclusions")]
    [InlineData("N/A: Administrators are not allowed to view exclusions")]
    public void Exclusions_that_are_hidden_may_leave_anything_out(string text)
    {
        var host = Host("MN-PC-001");
        foreach (var list in new[] { "ExclusionPath", "ExclusionExtension", "ExclusionProcess", "ExclusionIpAddress" })
            Row(host, Defender, "MSFT_MpPreference")[list] = new JArray(text);
        Assert.Equal(Outcome.Unknown, Finding(host, "AV-01").Outcome);
        Assert.Contains("HideExclusionsFromLocalAdmins", Finding(host, "AV-01").Reason);
    }

    [Theory]
    [InlineData("denied")]
    [InlineData("timeout")]
    public void So_may_those_that_nobody_could_read(string failure)
    {
        var host = Host("MN-PC-001");
        host["failures"] = new JObject { [Defender + ":MSFT_MpPreference"] = failure };
        Assert.Equal(Outcome.Unknown, Finding(host, "AV-01").Outcome);
        Assert.Contains("exclusions", Finding(host, "AV-01").Reason);
        host.Remove("failures");
        host["instances"]![Defender]!["MSFT_MpPreference"] = new JArray();
        Assert.Equal(Outcome.Unknown, Finding(host, "AV-01").Outcome);
    }

    /// <summary>Policy can switch the scan of downloads off by itself.</summary>
    [Theory]
    [InlineData("Normal", true, Outcome.Pass)]
    [InlineData("Normal", null, Outcome.Unknown)]
    [InlineData(null, true, Outcome.Unknown)]
    [InlineData("EDR Block Mode", false, Outcome.Fail)]
    public void Downloads_unscanned_in_the_normal_mode_leave_the_rest_on(string? mode, bool? onAccess, Outcome outcome)
    {
        var host = Host("MN-PC-001");
        var status = Row(host, Defender, "MSFT_MpComputerStatus");
        (status["IoavProtectionEnabled"], status["AMRunningMode"], status["OnAccessProtectionEnabled"]) = (false, mode, onAccess);
        Assert.Equal(outcome, Finding(host, "AV-01").Outcome);
    }

    [Theory]
    [InlineData("Enabled", Outcome.Unknown)]
    [InlineData("Disabled", Outcome.Pass)]
    [InlineData(null, Outcome.Pass)]
    public void In_troubleshooting_mode_settings_aren_t_central(string? mode, Outcome outcome)
    {
        var host = Host("MN-PC-001");
        Row(host, Defender, "MSFT_MpComputerStatus")["TroubleShootingMode"] = mode;

        Assert.Equal(outcome, Finding(host, "AV-05").Outcome);
    }

    [Theory]
    [InlineData("root/Microsoft/Windows/DeviceGuard", "Win32_DeviceGuard", "AvailableSecurityProperties", "[1, 3]", Outcome.Unknown)]
    [InlineData("root/Microsoft/Windows/DeviceGuard", "Win32_DeviceGuard", "AvailableSecurityProperties", "[2]", Outcome.Pass)]
    [InlineData("root/Microsoft/Windows/DeviceGuard", "Win32_DeviceGuard", "AvailableSecurityProperties", "null", Outcome.Pass)]
    [InlineData("root/cimv2/Security/MicrosoftTpm", "Win32_Tpm", "IsActivated_InitialValue", "false", Outcome.Unknown)]
    public void Two_sources_of_the_hardware_have_to_agree(string space, string type, string property, string value, Outcome outcome)
    {
        var host = Host("MN-PC-001");
        Row(host, space, type)[property] = JToken.Parse(value);

        Assert.Equal(outcome, Finding(host, "DEV-01").Outcome);
    }

    [Fact]
    public void A_locked_volume_isn_t_an_unprotected_one()
    {
        var host = Host("MN-PC-001");
        ((JArray)host["instances"]!["root/cimv2/Security/MicrosoftVolumeEncryption"]!["Win32_EncryptableVolume"]!).Add(
            JObject.Parse(
                """{ "DriveLetter": "E:", "VolumeType": 1, "ProtectionStatus": 2, "ConversionStatus": null, "EncryptionMethod": null }"""
            )
        );

        var finding = Finding(host, "DEV-02");
        Assert.Equal(Outcome.Unknown, finding.Outcome);
        Assert.Contains("locked", finding.Reason);
    }

    [Fact]
    public void Definitions_of_the_future_are_Defenders_own_matter()
    {
        var host = Host("MN-PC-001");
        Row(host, Defender, "MSFT_MpComputerStatus")["AntivirusSignatureLastUpdated"] = "20281116000000.000000+000";

        Assert.DoesNotContain("console", Finding(host, "AV-03").Reason);
    }

    [Fact]
    public void A_value_that_fills_pages_is_shown_by_its_beginning_and_compared_as_a_whole()
    {
        Finding Of(string end)
        {
            var host = Host("MN-PC-001");
            Row(host, "root/cimv2", "Win32_UserAccount")["Name"] = new string('A', 100000) + end;
            return Findings(host).First(each => each.Actual.Contains("AAAA"));
        }

        var (one, other) = (Of("x"), Of("y"));

        Assert.InRange(one.Actual.Length, 1, 20000);
        Assert.InRange(one.Reason.Length, 1, 20000);
        Assert.NotEqual(one.Whole!.ToString(), other.Whole!.ToString());
    }

    [Fact]
    public void What_SMBs_method_said_isn_t_lost_behind_the_registry()
    {
        var host = Host("MN-PC-001");
        host["failures"] = new JObject { ["root/Microsoft/Windows/SMB"] = "denied" };

        var finding = Finding(host, "NET-03");
        Assert.Equal(Outcome.Unknown, finding.Outcome);
        Assert.Contains("Denied: root/Microsoft/Windows/SMB", finding.Reason);
    }

    /// <summary>A product that stands still doesn't decide on a server, where another may be; that it does is told.</summary>
    [Fact]
    public void What_was_seen_is_told_beside_what_was_not()
    {
        var finding = Finding(Host("LG-SV-002"), "AV-01");
        Assert.Equal(Outcome.Unknown, finding.Outcome);
        Assert.Contains("State=Off", finding.Actual);
        Assert.Contains("Security Center", finding.Reason);
        Assert.Contains("state is On", finding.Reason);
    }

    private static JObject Host(string name) =>
        JObject.Parse(File.ReadAllText(Path.Combine(Machine.RepositoryRoot, "examples", "fleet", name + ".json")));

    private static JObject Row(JObject host, string space, string type) => (JObject)host["instances"]![space]![type]![0]!;

    private static Finding Finding(JObject host, string check) => Findings(host).First(each => each.CheckId == check);

    /// <summary>Baseline after baseline, as far as it is looked at.</summary>
    private static IEnumerable<Finding> Findings(JObject host)
    {
        var snapshot = Machine.Answering(host.ToString(), zone: Zone.MyNumber);
        return ShippedChecks.Baselines.SelectMany(baseline => Evaluator.Evaluate(baseline, snapshot));
    }
}
