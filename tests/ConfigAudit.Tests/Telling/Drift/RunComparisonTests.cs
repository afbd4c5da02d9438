using System;
using System.IO;
using System.Linq;
using System.Threading;
using ConfigAudit.Asking.Collectors.Accounts;
using ConfigAudit.Asking.Collectors.Antivirus;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Judging.Registers;
using ConfigAudit.Judging.Statements;
using ConfigAudit.Keeping.Runs;
using ConfigAudit.Telling.Drift;
using Xunit;

namespace ConfigAudit.Tests.Telling.Drift;

/// <summary>Two runs, judged by one baseline: what fails anew, was fixed, and isn't known any more.</summary>
public sealed class RunComparisonTests : IDisposable
{
    private readonly Runs _runs = new();

    private static Snapshot Good => Runs.Host("PC001", "LG-PC-001");

    /// <summary>The guest account is enabled, which two checks mind, and definitions are old.</summary>
    private static Snapshot Bad =>
        Runs.With<AntivirusFact>(
            Runs.With<AccountFact>(Good, account => account.Rid == 501 ? account with { Enabled = true } : account),
            product => product with { DefinitionAge = TimeSpan.FromDays(30), DefinitionsCurrent = false }
        );

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void The_same_twice_tells_only_what_still_fails()
    {
        Assert.Empty(Told(new[] { Good }, new[] { Good }));
        Assert.Equal(
            new[] { "PC001 AV-02 StillFailing", "PC001 AV-03 StillFailing", "PC001 ID-02 StillFailing", "PC001 ID-03 StillFailing" },
            Told(new[] { Bad }, new[] { Bad })
        );
    }

    [Fact]
    public void What_fails_anew_and_what_was_fixed()
    {
        Assert.Equal(
            new[] { "PC001 AV-02 NewFailure", "PC001 AV-03 NewFailure", "PC001 ID-02 NewFailure", "PC001 ID-03 NewFailure" },
            Told(new[] { Good }, new[] { Bad })
        );
        Assert.Equal(
            new[] { "PC001 AV-02 Fixed", "PC001 AV-03 Fixed", "PC001 ID-02 Fixed", "PC001 ID-03 Fixed" },
            Told(new[] { Bad }, new[] { Good })
        );
    }

    [Fact]
    public void A_change_tells_both_outcomes_and_values_and_both_moments()
    {
        var later = Bad with { CollectedAt = Good.CollectedAt!.Value.AddDays(30), Zone = Zone.Lgwan };
        var change = Changes(new[] { Good }, new[] { later }).Single(each => each.CheckId == "ID-02");
        Assert.Equal(
            (Outcome.Pass, Outcome.Fail, true),
            (change.ReferenceOutcome!.Value, change.DifferenceOutcome!.Value, change.ValueChanged)
        );
        Assert.Contains("Enabled=true", change.DifferenceActual);
        Assert.Equal((Good.CollectedAt, later.CollectedAt), (change.ReferenceAt, change.DifferenceAt));
        Assert.Equal(
            ("MIC-2022-03", string.Join(", ", Good.IPAddresses), Zone.Lgwan),
            (change.Baseline, change.IPAddress, change.Zone!.Value)
        );
    }

    [Fact]
    public void What_failed_and_could_not_be_read_is_not_fixed()
    {
        var changes = Changes(new[] { Bad }, new[] { Changing.Unreached(Bad) });
        Assert.Equal(FindingChangeKind.BecameUnknown, changes.Single(change => change.CheckId == "ID-02").Change);
        Assert.All(
            changes,
            change => Assert.Equal((FindingChangeKind.BecameUnknown, Outcome.Unknown), (change.Change, change.DifferenceOutcome!.Value))
        );
        // Checks that are for another zone aren't for this host, reached or not.
        Assert.DoesNotContain(changes, change => change.ReferenceOutcome == Outcome.Unknown);
    }

    [Fact]
    public void What_is_read_for_the_first_time_is_known_or_fails()
    {
        var changes = Changes(new[] { Changing.Unreached(Bad) }, new[] { Bad });
        Assert.Equal(FindingChangeKind.NewFailure, changes.Single(change => change.CheckId == "ID-02").Change);
        Assert.All(
            changes,
            change =>
                Assert.Equal(
                    change.DifferenceOutcome == Outcome.Fail ? FindingChangeKind.NewFailure : FindingChangeKind.BecameKnown,
                    change.Change
                )
        );
        Assert.Equal(Outcome.Unknown, changes[0].ReferenceOutcome);
    }

    [Fact]
    public void Older_definitions_alone_change_no_value_and_another_product_does()
    {
        Assert.Empty(
            Told(
                new[] { Good },
                new[]
                {
                    Runs.With<AntivirusFact>(
                        Good,
                        product => product with { DefinitionAge = product.DefinitionAge + TimeSpan.FromHours(1) }
                    ),
                }
            )
        );
        var still = Changes(
                new[] { Bad },
                new[] { Runs.With<AntivirusFact>(Bad, product => product with { DefinitionAge = TimeSpan.FromDays(31) }) }
            )
            .Single(change => change.CheckId == "AV-03");
        Assert.Equal((FindingChangeKind.StillFailing, false), (still.Change, still.ValueChanged));
        Assert.NotEqual(still.ReferenceActual, still.DifferenceActual);
        Assert.Contains(
            "PC001 AV-01 ChangedValue",
            Told(new[] { Good }, new[] { Runs.With<AntivirusFact>(Good, product => product with { Product = "Another" }) })
        );
    }

    [Fact]
    public void A_failure_that_does_not_apply_any_more_is_not_fixed()
    {
        var vpn = Runs.Host("PC001", "LG-PC-002");
        var change = Changes(new[] { vpn }, new[] { vpn with { Zone = Zone.Internet } }).Single(each => each.CheckId == "VPN-02");
        Assert.Equal(
            (FindingChangeKind.ChangedOutcome, Outcome.Fail, Outcome.NotApplicable),
            (change.Change, change.ReferenceOutcome!.Value, change.DifferenceOutcome!.Value)
        );
    }

    [Fact]
    public void A_machine_that_is_gone_is_told_once_and_a_new_one_with_its_failures()
    {
        var other = Bad with { ComputerName = "PC002" };
        Assert.Equal(new[] { "PC002 MachineGone" }, Told(new[] { Good, other }, new[] { Good }));
        Assert.Equal(
            new[]
            {
                "PC002 MachineNew",
                "PC002 AV-02 NewFailure",
                "PC002 AV-03 NewFailure",
                "PC002 ID-02 NewFailure",
                "PC002 ID-03 NewFailure",
            },
            Told(new[] { Good }, new[] { Good, other })
        );
    }

    [Fact]
    public void A_host_is_found_under_another_case_and_at_another_address()
    {
        _runs.Keep("a", true, Runs.At(null, Good));
        _runs.Keep("b", true, Runs.At("10.20.1.101", Bad with { ComputerName = "pc001" }));
        Assert.Equal(
            new[] { "pc001 AV-02 NewFailure", "pc001 AV-03 NewFailure", "pc001 ID-02 NewFailure", "pc001 ID-03 NewFailure" },
            Compare("a", "b").Select(Text)
        );
    }

    [Fact]
    public void Two_hosts_of_one_name_at_different_addresses_are_two()
    {
        _runs.Keep(
            "a",
            true,
            Runs.At("10.0.0.1", Good with { IPAddresses = new[] { "10.0.0.1" } }),
            Runs.At("10.0.0.2", Bad with { IPAddresses = new[] { "10.0.0.2" } })
        );
        _runs.Keep(
            "b",
            true,
            Runs.At("10.0.0.1", Bad with { IPAddresses = new[] { "10.0.0.1" } }),
            Runs.At("10.0.0.2", Changing.Unreached(Bad))
        );
        var changes = Compare("a", "b");
        Assert.Equal(
            "10.0.0.1",
            changes.Single(change => change.Change == FindingChangeKind.NewFailure && change.CheckId == "ID-02").IPAddress
        );
        Assert.Contains(changes, change => change.Change == FindingChangeKind.BecameUnknown && change.CheckId == "ID-02");
        Assert.DoesNotContain(changes, change => change.CheckId.Length == 0);
    }

    [Fact]
    public void Of_a_run_that_was_killed_midway_the_others_are_not_gone()
    {
        _runs.Keep("a", Good, Bad with { ComputerName = "PC002" });
        _runs.Keep("b", isFinished: false, Runs.At(null, Good));
        var missing = Assert.Single(Compare("a", "b"));
        Assert.Equal(("PC002", FindingChangeKind.BecameUnknown), (missing.ComputerName, missing.Change));
        Assert.Contains("b broke off", missing.Reason);
        Assert.Equal(
            new[]
            {
                "PC002 BecameKnown",
                "PC002 AV-02 NewFailure",
                "PC002 AV-03 NewFailure",
                "PC002 ID-02 NewFailure",
                "PC002 ID-03 NewFailure",
            },
            Compare("b", "a").Select(Text)
        );
    }

    [Fact]
    public void A_snapshot_that_can_not_be_used_is_one_error_and_costs_itself_alone()
    {
        _runs.Keep("a", Good, Bad with { ComputerName = "PC002" });
        _runs.Keep("b", true, Runs.At(null, Bad), Runs.At("10.0.0.2", Bad with { ComputerName = "PC002" }));
        File.WriteAllText(_runs.File("b", "PC002"), "{");
        Assert.Equal(
            new[]
            {
                "PC001 AV-02 NewFailure",
                "PC001 AV-03 NewFailure",
                "PC001 ID-02 NewFailure",
                "PC001 ID-03 NewFailure",
                "PC002 BecameUnknown",
            },
            Compare("a", "b").Select(Text)
        );
        Assert.EndsWith(".json", Assert.Single(_runs.Problems).Path);
    }

    [Fact]
    public void A_file_that_a_finished_run_has_lost_is_an_error_and_no_machine_that_is_gone()
    {
        _runs.Keep("a", Good, Bad with { ComputerName = "PC002" });
        _runs.Keep("b", Good, Bad with { ComputerName = "PC002" });
        File.Delete(_runs.File("b", "PC002"));
        var change = Assert.Single(Compare("a", "b"));
        Assert.Equal("PC002 BecameUnknown", Text(change));
        Assert.Contains("can't be used", change.Reason);
        Assert.Contains("PC002", Assert.Single(_runs.Problems).Path);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_of_another_host_is_an_error_of_the_one_that_it_was_copied_over(bool isFinished)
    {
        _runs.Keep("a", Good, Bad with { ComputerName = "PC002" });
        _runs.Keep("b", isFinished, Runs.At(null, Good), Runs.At(null, Bad with { ComputerName = "PC002" }));
        File.Copy(_runs.File("b", "PC001"), _runs.File("b", "PC002"), overwrite: true);
        Assert.Equal("PC002 BecameUnknown", Text(Assert.Single(Compare("a", "b"))));
        Assert.Contains("a snapshot of PC001", Assert.Single(_runs.Problems).Message);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void A_host_that_was_not_reached_and_whose_other_file_is_damaged_is_still_unknown(string before, string after)
    {
        _runs.Keep("a", Good, Bad with { ComputerName = "PC002", Protocol = null });
        _runs.Keep("b", Good, Bad with { ComputerName = "PC002" });
        File.WriteAllText(_runs.File("b", "PC002"), "{");
        var change = Assert.Single(Compare(before, after));
        Assert.Equal("PC002 StillUnknown", Text(change));
        Assert.Contains("its snapshot in the run b can't be used; in the other run it couldn't be reached", change.Reason);
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("b", "a")]
    public void So_is_one_that_a_run_which_broke_off_had_not_come_to(string before, string after)
    {
        _runs.Keep("a", Good, Runs.Host("PC002", "LG-PC-001") with { Protocol = null });
        _runs.Keep("b", isFinished: false, Runs.At(null, Good));
        Assert.Equal("PC002 StillUnknown", Text(Compare(before, after)[0]));
    }

    [Fact]
    public void A_file_that_was_changed_after_the_run_had_finished_is_an_error()
    {
        _runs.Keep("a", Good);
        _runs.Keep("b", Good);
        File.AppendAllText(_runs.File("b", "PC001"), " ");
        Assert.Equal("PC001 BecameUnknown", Text(Assert.Single(Compare("a", "b"))));
        Assert.Contains("isn't what the run kept", Assert.Single(_runs.Problems).Message);
    }

    [Fact]
    public void A_machine_whose_target_bears_another_of_its_names_now_is_neither_gone_nor_new()
    {
        var host = Runs.Host("LG-PC-001", "LG-PC-001");
        _runs.Keep("a", host);
        _runs.Keep("b", host with { ComputerName = "LG-PC-001." + Domain(host) });
        _runs.Keep("c", host with { ComputerName = host.IPAddresses[0] });
        _runs.Keep("d", host with { ComputerName = "LG-PC-001.elsewhere.example" });
        Assert.Empty(Compare("a", "b"));
        Assert.Empty(Compare("b", "c"));
        var changes = Compare("a", "d")
            .Select(change => change.Change)
            .Where(change => change is FindingChangeKind.MachineGone or FindingChangeKind.MachineNew);
        // By name: Mono takes an array of enumerations for one of their numbers.
        Assert.Equal(
            new[] { nameof(FindingChangeKind.MachineGone), nameof(FindingChangeKind.MachineNew) },
            changes.Select(change => change.ToString()).OrderBy(name => name, StringComparer.Ordinal)
        );

        static string Domain(Snapshot host) => host.Table.Set<HostFact>().Items.Single().Domain!;
    }

    [Fact]
    public void What_was_left_half_written_is_nothing()
    {
        _runs.Keep("a", Good);
        _runs.Keep("b", Good);
        File.WriteAllText(Path.Combine(_runs.Folder, "b", "snapshots", "PC009.0123456789ab.json.0123.tmp"), "{");
        Assert.Empty(Compare("a", "b"));
        Assert.Empty(_runs.Problems);
    }

    [Fact]
    public void A_folder_without_a_run_says_what_to_name() =>
        Assert.Contains("-RunPath", Assert.Throws<InputException>(() => KeptRun.Open(_runs.Folder)).Message);

    [Fact]
    public void A_waiver_stands_beside_a_new_failure()
    {
        var waiver = new Waiver
        {
            Selector = new FindingSelector { CheckId = "ID-02" },
            Reason = "r",
            Approver = "a",
            From = new DateTime(2026, 1, 1),
            Until = new DateTime(2099, 1, 1),
        };
        _runs.Keep("a", Good);
        _runs.Keep("b", Bad);
        var change = Compare(
                "a",
                "b",
                statements: new StatementSet(new[] { waiver }, Array.Empty<Attestation>(), new DateTime(2026, 11, 16))
            )
            .Single(each => each.CheckId == "ID-02");
        Assert.Equal((FindingChangeKind.NewFailure, WaiverState.Honoured), (change.Change, change.WaiverState!.Value));
    }

    [Fact]
    public void Hosts_are_held_against_registers_in_both_runs()
    {
        using var folder = new TemporaryFolder();
        RegisterTemplate.Save(RegisterType.Named("Accounts")!, folder["Accounts.csv"], isJapanese: false, hasExample: true);
        var registers = RegisterSet.Load(new[] { folder.Path }, bad => throw bad, new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero));
        _runs.Keep("a", Good);
        _runs.Keep(
            "b",
            Runs.With<AccountFact>(Good, account => account.Rid >= 1000 ? account with { Name = "unregistered", Enabled = true } : account)
        );
        Assert.Contains(Compare("a", "b", registers), change => change.CheckId.StartsWith("ACC-", StringComparison.Ordinal));
    }

    private string[] Told(Snapshot[] before, Snapshot[] after) => Changes(before, after).Select(Text).ToArray();

    private FindingChange[] Changes(Snapshot[] before, Snapshot[] after)
    {
        var name = Guid.NewGuid().ToString("N");
        _runs.Keep(name + "a", before);
        _runs.Keep(name + "b", after);
        return Compare(name + "a", name + "b");
    }

    private FindingChange[] Compare(string before, string after, RegisterSet? registers = null, StatementSet? statements = null)
    {
        statements ??= new StatementSet(Array.Empty<Waiver>(), Array.Empty<Attestation>(), new DateTime(2026, 11, 16));
        Judge Judge() => new(Runs.Baseline, registers, statements);
        return new RunComparison(
            KeptRun.Open(Path.Combine(_runs.Folder, before)),
            KeptRun.Open(Path.Combine(_runs.Folder, after)),
            Judge(),
            Judge(),
            _runs.Problems.Add
        )
            .Changes(CancellationToken.None)
            .ToArray();
    }

    private static string Text(FindingChange change) =>
        string.Join(" ", new[] { change.ComputerName, change.CheckId, change.Change.ToString() }.Where(part => part.Length > 0));
}
