using System;
using System.IO;
using System.Linq;
using System.Threading;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Keeping.Runs;
using ConfigAudit.Telling.Drift;
using Xunit;

namespace ConfigAudit.Tests.Telling.Drift;

/// <summary>Runs in figures, oldest first, by one baseline.</summary>
public sealed class TrendTests : IDisposable
{
    private static readonly DateTimeOffset October = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Runs _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Each_run_is_counted_as_its_findings_are()
    {
        var hosts = new[] { Runs.Host("PC001", "LG-PC-001"), Runs.Host("PC002", "IN-PC-002"), Runs.Host("PC004", "IN-PC-004") };
        _runs.Keep("a", hosts);
        var findings = hosts.SelectMany(host => Evaluator.Evaluate(Runs.Baseline, host)).ToArray();
        var point = Assert.Single(Points("a"));
        Assert.Equal((3, 2, 0, 2 / 3.0), (point.Hosts, point.HostsRead, point.HostsBroken, point.Coverage!.Value));
        Assert.Equal(
            new[] { Outcome.Pass, Outcome.Fail, Outcome.Unknown, Outcome.Attest, Outcome.NotApplicable }.Select(outcome =>
                findings.Count(finding => finding.Outcome == outcome)
            ),
            new[] { point.Pass, point.Fail, point.Unknown, point.Attest, point.NotApplicable }
        );
        Assert.Equal(point.Fail, point.FailCritical + point.FailHigh + point.FailMedium + point.FailLow);
        Assert.Equal(
            findings.Count(finding => finding.Outcome == Outcome.Fail && finding.Severity == Severity.Critical),
            point.FailCritical
        );
        Assert.Equal(("a", "MIC-2022-03", "MIC-2022-03", true), (point.Run, point.Baseline, point.JudgedBy, point.IsFinished));
    }

    [Fact]
    public void The_oldest_comes_first_by_what_the_runs_say_and_not_by_their_names()
    {
        _runs.Keep("a", true, October.AddMonths(2));
        _runs.Keep("b", true, October);
        _runs.Keep("c", true, October.AddMonths(1));
        Assert.Equal(new[] { "b", "c", "a" }, Points("a", "b", "c").Select(point => point.Run));
    }

    [Fact]
    public void A_run_that_broke_off_says_so_and_counts_what_it_has()
    {
        _runs.Keep("a", false, October, Runs.At(null, Runs.Host("PC001", "LG-PC-001")));
        var point = Assert.Single(Points("a"));
        Assert.Equal((false, null, 1, 1.0), (point.IsFinished, point.FinishedAt, point.Hosts, point.Coverage!.Value));
    }

    [Fact]
    public void A_run_without_hosts_has_no_coverage()
    {
        _runs.Keep("a", false, October);
        Directory.Delete(Path.Combine(_runs.Folder, "a", "snapshots"));
        var point = Assert.Single(Points("a"));
        Assert.Equal((0, null), (point.Hosts, point.Coverage));
    }

    [Fact]
    public void A_snapshot_that_can_not_be_used_is_one_error_and_counts_as_broken()
    {
        _runs.Keep("a", Runs.Host("PC001", "LG-PC-001"), Runs.Host("PC002", "LG-PC-001"));
        var whole = Assert.Single(Points("a"));
        File.WriteAllText(_runs.File("a", "PC002"), "{");
        var point = Assert.Single(Points("a"));
        Assert.Equal((2, 1, 1, 0.5, whole.Pass / 2), (point.Hosts, point.HostsRead, point.HostsBroken, point.Coverage!.Value, point.Pass));
        Assert.Single(_runs.Problems);
    }

    [Fact]
    public void The_baselines_that_a_run_was_judged_by_are_known_where_they_ship()
    {
        var manifest = RunManifest.Load(Path.Combine(_runs.Keep("a"), "run.json"));
        Assert.Equal(new[] { "MIC-2022-03" }, manifest.ShippedBaselines(id => id.StartsWith("MIC-", StringComparison.Ordinal)));
        Assert.Null(manifest.ShippedBaselines(_ => false));
        Assert.Null((manifest with { Baseline = null }).ShippedBaselines(_ => true));
        Assert.Null(
            (manifest with { Baseline = "MIC-2022-03+our-town" }).ShippedBaselines(id => id.StartsWith("MIC-", StringComparison.Ordinal))
        );
        // A file of one's own that bears the id of one that ships.
        Assert.Null((manifest with { Baseline = "MIC-Beta" }).ShippedBaselines(id => id.StartsWith("MIC-", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_gives_up_when_told_to()
    {
        _runs.Keep("a", Runs.Host("PC001", "LG-PC-001"));
        Assert.Throws<OperationCanceledException>(() =>
            Trend
                .Points(
                    new[] { KeptRun.Open(Path.Combine(_runs.Folder, "a")) },
                    Runs.Baseline,
                    _runs.Problems.Add,
                    new CancellationToken(canceled: true)
                )
                .ToArray()
        );
    }

    private TrendPoint[] Points(params string[] names) =>
        Trend
            .Points(
                names.Select(name => KeptRun.Open(Path.Combine(_runs.Folder, name))),
                Runs.Baseline,
                _runs.Problems.Add,
                CancellationToken.None
            )
            .ToArray();
}
