using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Statements;
using Xunit;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>A mistake of ours on what one host answers costs what was being read of that host, is told with type and place, and ends
/// nobody's run.</summary>
public sealed class BoundaryTests
{
    private const string Recording =
        """{ "recordedAt": "2026-11-24T03:00:00Z", "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { "ProductType": 1 } ] } } }""";

    [Fact]
    public async Task One_that_is_made_in_an_area_costs_that_area()
    {
        var listener = new Listener();
        var snapshot = (
            await AskAsync(
                listener,
                (target, source) => target.ComputerName == "PC001" ? new Failing(source, "root/cimv2:Win32_UserAccount") : source
            )
        )["PC001"];

        Assert.All(
            snapshot.Table.Set<ConfigAudit.Asking.Collectors.Accounts.AccountFact>().Gaps,
            gap =>
            {
                Assert.Equal(GapKind.Unusable, gap.Kind);
                Assert.Contains("a mistake of this module, and no state of the host: OverflowException in ", gap.Message);
            }
        );
        Assert.NotEmpty(snapshot.Of<ConfigAudit.Asking.Collectors.OperatingSystem.OperatingSystemFact>());
        Assert.Equal(
            "PC001: Account",
            Assert.Single(listener.Problems, problem => problem.IsOwnMistake) is { } problem
                ? $"{problem.Target}: {problem.Gap.Source}"
                : null
        );
    }

    [Fact]
    public async Task One_that_is_made_on_opening_costs_that_host_and_no_other()
    {
        var listener = new Listener();
        var snapshots = await AskAsync(
            listener,
            (target, source) => target.ComputerName == "PC002" ? throw new InvalidOperationException("x") : source
        );

        Assert.Equal(new[] { "PC001", "PC002", "PC003" }, snapshots.Keys.OrderBy(name => name));
        Assert.All(snapshots["PC002"].Table.Sets, set => Assert.Equal(GapKind.Unusable, Assert.Single(set.Gaps).Kind));
        Assert.False(snapshots["PC002"].IsRead);
        Assert.True(snapshots["PC003"].IsRead);
        Assert.Equal("PC002", Assert.Single(listener.Problems).Target.ComputerName);
    }

    [Fact]
    public void One_that_is_made_on_judging_leaves_every_check_of_that_host_open()
    {
        var baseline = ShippedChecks.Baselines.Single(each => each.Id == "MIC-2022-03");
        var judge = new Judge(baseline, null, new StatementSet(Array.Empty<Waiver>(), Array.Empty<Attestation>(), DateTime.Today));
        var whole = Machine.Answering(Recording, zone: Zone.Lgwan);
        var broken = whole with { Table = new FactTable(whole.Table.Sets.Select(set => set.Type.Name == "Account" ? new Hostile() : set)) };

        var judgement = judge.Of(broken);

        Assert.Equal(judge.Of(whole).Findings.Count, judgement.Findings.Count);
        Assert.All(
            judgement.Findings,
            finding => Assert.True(finding.Outcome is Outcome.Unknown or Outcome.NotApplicable, finding.CheckId)
        );
        Assert.Contains("a mistake of this module", judgement.Mistake!.Message);
    }

    [Fact]
    public async Task Being_told_to_stop_is_no_mistake()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        using var targets = TargetQueue.Of(new[] { new Target("PC001") });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            new Audit(Machine.Catalogs, Collector.All, new SessionOptions(), new Listener()).RunAsync(
                targets,
                new AuditLimits(1),
                null,
                _ => { },
                stop.Token
            )
        );
    }

    private static async Task<IDictionary<string, Snapshot>> AskAsync(Listener listener, Func<Target, ICimSource, ICimSource> around)
    {
        using var folder = new TemporaryFolder();
        using var targets = TargetQueue.Of(
            new[] { "PC001", "PC002", "PC003" }
                .Select(name => new Target(name) { RecordingPath = folder.File($"{name}.json", Recording) })
                .ToArray()
        );
        var snapshots = new ConcurrentDictionary<string, Snapshot>();
        await new Audit(Machine.Catalogs, Collector.All, new SessionOptions { Wrap = around }, listener).RunAsync(
            targets,
            new AuditLimits(3),
            null,
            snapshot => snapshots[snapshot.ComputerName] = snapshot,
            CancellationToken.None
        );
        return snapshots;
    }

    /// <summary>Throws at one question.</summary>
    private sealed class Failing : ICimSource
    {
        private readonly ICimSource _inner;
        private readonly string _at;

        public Failing(ICimSource inner, string at) => (_inner, _at) = (inner, at);

        public string Protocol => _inner.Protocol;

        public DateTimeOffset? Now => _inner.Now;

        public Task<CimAnswer> QueryAsync(CimQuery query, CancellationToken token) =>
            query.Source == _at ? throw new OverflowException("x") : _inner.QueryAsync(query, token);

        public Task<CimAnswer> InvokeAsync(CimCall call, CancellationToken token) => _inner.InvokeAsync(call, token);

        public void Dispose() => _inner.Dispose();
    }

    /// <summary>A set that can't be judged.</summary>
    private sealed class Hostile : FactSet
    {
        public Hostile()
            : base(Array.Empty<Gap>(), Array.Empty<string>()) { }

        public override FactType Type => FactType<ConfigAudit.Asking.Collectors.Accounts.AccountFact>.Instance;

        public override IReadOnlyList<Fact> Facts => throw new InvalidOperationException("x");
    }
}
