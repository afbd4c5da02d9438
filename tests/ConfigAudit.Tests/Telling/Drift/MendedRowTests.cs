using System;
using System.Linq;
using System.Threading;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Facts;
using ConfigAudit.Judging;
using ConfigAudit.Judging.Statements;
using ConfigAudit.Keeping.Runs;
using ConfigAudit.Telling.Drift;
using Xunit;

namespace ConfigAudit.Tests.Telling.Drift;

/// <summary>A run has one host a machine, also where its row was mended, or named it otherwise, before the run was gone on with.</summary>
public sealed class MendedRowTests : IDisposable
{
    private static readonly Snapshot Host = Runs.Host("LG-PC-002", "LG-PC-002");

    private static readonly Snapshot Unreached = Changing.Unreached(Host) with { HostName = null };

    private static readonly string FullName = "LG-PC-002." + Host.Table.Set<HostFact>().Items.Single().Domain;

    private readonly Runs _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void An_address_that_was_mended_leaves_one_host()
    {
        _runs.Keep("a", Host);
        _runs.Keep("b", true, Runs.At("10.0.0.1", Unreached));
        _runs.Resume("b", Runs.At("10.20.1.102", Host));
        AssertOne("b", read: 1);
    }

    [Fact]
    public void The_last_row_counts_also_where_it_could_not_be_reached()
    {
        _runs.Keep("a", Host);
        _runs.Keep("b", true, Runs.At("10.20.1.102", Host));
        _runs.Resume("b", Runs.At("10.0.0.1", Unreached));
        Assert.Single(KeptRun.Open(_runs.Folder + "/b").Files);
        Assert.All(
            Compare("a", "b"),
            change => Assert.Contains(change.Change, new[] { FindingChangeKind.BecameUnknown, FindingChangeKind.StillUnknown })
        );
    }

    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(true, false)]
    public void A_name_and_the_same_with_its_domain_are_one(bool isFirstRead, bool isInOneSession)
    {
        var first = Runs.At(null, isFirstRead ? Host : Unreached with { CollectedAt = Host.CollectedAt!.Value.AddDays(-1) });
        var second = Runs.At(null, Host with { ComputerName = FullName });
        _runs.Keep("a", Host);
        if (isInOneSession)
        {
            _runs.Keep("b", true, first, second);
        }
        else
        {
            _runs.Keep("b", true, first);
            _runs.Resume("b", second);
        }

        AssertOne("b", read: 1);
    }

    [Fact]
    public void A_name_that_may_be_either_of_two_machines_stays_in_the_count()
    {
        var other = Changing.Unreached(Host with { ComputerName = "LG-PC-002.other.example" }) with { HostName = null };
        _runs.Keep("b", true, Runs.At(null, Unreached), Runs.At(null, other), Runs.At(null, Unreached with { ComputerName = FullName }));
        Assert.Equal(3, KeptRun.Open(_runs.Folder + "/b").Files.Count);
    }

    [Fact]
    public void A_host_that_was_dropped_is_no_host_of_the_run()
    {
        var other = Runs.Host("LG-PC-003", "LG-PC-003");
        _runs.Keep("a", Host, other);
        using (var run = RunFolder.Open(_runs.Folder + "/a", KeptRun.Open(_runs.Folder + "/a").Manifest, resume: true))
        {
            run.Drop("lg-pc-002");
            run.Finish();
        }

        Assert.Contains("LG-PC-003", Assert.Single(KeptRun.Open(_runs.Folder + "/a").Files), StringComparison.Ordinal);
    }

    private void AssertOne(string run, int read)
    {
        var point = Assert.Single(
            Trend.Points(new[] { KeptRun.Open(_runs.Folder + "/" + run) }, Runs.Baseline, _runs.Problems.Add, CancellationToken.None)
        );
        Assert.Equal((1, read), (point.Hosts, point.HostsRead));
        Assert.All(Compare("a", run), change => Assert.Equal(FindingChangeKind.StillFailing, change.Change));
        Assert.All(Compare(run, "a"), change => Assert.Equal(FindingChangeKind.StillFailing, change.Change));
        Assert.Empty(_runs.Problems);
    }

    private FindingChange[] Compare(string before, string after) =>
        new RunComparison(
            KeptRun.Open(_runs.Folder + "/" + before),
            KeptRun.Open(_runs.Folder + "/" + after),
            Judge(),
            Judge(),
            _runs.Problems.Add
        )
            .Changes(CancellationToken.None)
            .ToArray();

    private static Judge Judge() =>
        new(Runs.Baseline, null, new StatementSet(Array.Empty<Waiver>(), Array.Empty<Attestation>(), new DateTime(2026, 11, 16)));
}
