using System;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Asking.Collectors.Antivirus;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>
/// Dumps of real machines in six languages. They stand outside the repository for their licences; where they aren't, these tests are
/// skipped.
/// </summary>
public sealed class SharedRecordingTests
{
    private static readonly Baseline Mic = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load(
        "MIC-2022-03"
    );

    public static TheoryData<string> Recordings()
    {
        var names = new TheoryData<string>();
        foreach (
            var path in Machine.SharedRecordings is null ? Array.Empty<string>() : Directory.GetFiles(Machine.SharedRecordings, "*.json")
        )
        {
            names.Add(Path.GetFileName(path)!);
        }

        return names;
    }

    [NeedsTheory("shared/recorded")]
    [MemberData(nameof(Recordings))]
    public void Each_goes_through_snapshot_file_and_audit(string recording)
    {
        var snapshot = Machine.Recorded(Path.Combine(Machine.SharedRecordings!, recording), Zone.Lgwan);
        using var folder = new TemporaryFolder();
        SnapshotFile.Save(snapshot, folder["s.json"]);
        var read = new SnapshotFile(FactTypes.Shipped).Load(folder["s.json"]);
        var findings = Evaluator.Evaluate(Mic, snapshot).ToArray();
        Assert.Equal(Mic.Checks.Count(check => check.IsEnabled && check.Subject == FactSubject.Host), findings.Length);
        Assert.Equal(findings.Select(finding => finding.Outcome), Evaluator.Evaluate(Mic, read).Select(finding => finding.Outcome));
    }

    [NeedsFact("shared/recorded")]
    public void Defender_switched_off_by_policy_is_off() =>
        On(
            "frag-defender-off-by-policy-01.json",
            snapshot =>
            {
                var fact = Assert.Single(snapshot.Of<AntivirusFact>());
                Assert.Equal(ProtectionState.Off, fact.State);
                Assert.False(fact.TamperProtection);
                Assert.Equal(TimeSpan.Zero, fact.DefinitionAge);
            }
        );

    [NeedsFact("shared/recorded")]
    public void Defender_beside_another_product_is_off_and_the_other_is_on_by_its_registration_alone() =>
        On(
            "frag-av-bitdefender-2021.json",
            snapshot =>
                Assert.Equal(new[] { (ProtectionState?)null, ProtectionState.Off }, snapshot.Of<AntivirusFact>().Select(fact => fact.State))
        );

    [NeedsFact("shared/recorded")]
    public void A_snoozed_Defender_is_not_on() =>
        On(
            "frag-av-defender-401664.json",
            snapshot => Assert.Equal(ProtectionState.Snoozed, Assert.Single(snapshot.Of<AntivirusFact>()).State)
        );

    [NeedsFact("shared/recorded")]
    public void French_accounts_are_known_by_their_numbers() =>
        On(
            "win10-fr-composite-01.json",
            snapshot =>
            {
                Assert.Equal(new long?[] { 500, 503, 501, 1001 }, snapshot.Of<AccountFact>().Select(account => account.Rid));
                Assert.Equal(new bool?[] { false, false, false, true }, snapshot.Of<AccountFact>().Select(account => account.Enabled));
            }
        );

    [NeedsFact("shared/recorded")]
    public void A_japanese_Windows_is_known_by_its_build_and_edition() =>
        On(
            "win10-ja-domain-01.json",
            snapshot =>
            {
                var fact = Assert.Single(snapshot.Of<OperatingSystemFact>());
                Assert.Equal(19044, fact.Build);
                Assert.Equal(ConfigAudit.Asking.Catalogs.SupportStatus.Supported, fact.Support);
            }
        );

    [NeedsFact("shared/recorded")]
    public void A_composite_of_two_times_gives_no_age() =>
        On("ws2022-en-composite-01.json", snapshot => Assert.Null(Assert.Single(snapshot.Of<AntivirusFact>()).DefinitionAge));

    [NeedsFact("shared/recorded")]
    public void Hundreds_of_products_of_an_XP_are_read() =>
        On(
            "winxp-fr-composite-01.json",
            snapshot =>
                // 419 have a name, and one of those is blank.
                Assert.Equal(418, snapshot.Of<SoftwareFact>().Length)
        );

    [NeedsFact("shared/recorded")]
    public void No_server_without_recorded_Security_Center_is_said_to_have_no_antivirus()
    {
        foreach (var name in new[] { "ws2003r2-en-domain-01.json", "ws2008r2-en-01.json", "ws2016-en-01.json" })
        {
            On(
                name,
                snapshot =>
                    Assert.Equal(Outcome.Unknown, Evaluator.Evaluate(Mic, snapshot).Single(finding => finding.CheckId == "AV-01").Outcome)
            );
        }
    }

    private static void On(string recording, Action<Snapshot> check) =>
        check(Machine.Recorded(Path.Combine(Machine.SharedRecordings!, recording)));
}
