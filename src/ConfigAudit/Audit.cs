using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Running;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Keeping.Runs;

namespace ConfigAudit;

/// <summary>
/// The conductor: asks each target with each collector, several targets at once, and makes one snapshot of each. A target that fails
/// makes a snapshot full of gaps, so that it stays in the count, and never ends the run.
/// </summary>
internal sealed class Audit
{
    private readonly CatalogFolder _catalogs;
    private readonly IReadOnlyList<Collector> _collectors;
    private readonly SessionOptions _options;
    private readonly IAuditSink _sink;

    /// <param name="catalogs">Reference data.</param>
    /// <param name="collectors">The areas wanted.</param>
    /// <param name="options">How hosts are asked.</param>
    /// <param name="sink">Told of problems and progress.</param>
    public Audit(CatalogFolder catalogs, IReadOnlyList<Collector> collectors, SessionOptions options, IAuditSink sink) =>
        (_catalogs, _collectors, _options, _sink) = (catalogs, collectors, options, sink);

    /// <summary>What is wanted beyond the state of the hosts.</summary>
    public CollectionOptions Wanted { get; init; } = new();

    /// <summary>Hands each snapshot to <paramref name="use"/> as it is made.</summary>
    /// <param name="targets">May still be coming.</param>
    /// <param name="limits">Targets that the run's time doesn't reach are handed on all the same, as not asked.</param>
    /// <param name="run">Where snapshots are kept, and taken from instead of asking again; null for nowhere.</param>
    /// <param name="use">Called from any thread.</param>
    /// <param name="token">Gives up everything.</param>
    public Task RunAsync(TargetQueue targets, AuditLimits limits, RunFolder? run, Action<Snapshot> use, CancellationToken token)
    {
        var counter = new AuditCounter(targets, limits.Throttle);
        return FanOut.RunAsync(targets.Take(token), limits.Throttle, AskAsync, token);

        async Task AskAsync(Target target)
        {
            if (run?.Find(target) is { } known)
            {
                _sink.Trace($"{target}: taken from the run that is resumed");
                Use(Declared(known, target));
                return;
            }

            var snapshot = await SnapshotAsync(target, Left(limits.Run - counter.Elapsed), token).ConfigureAwait(false);
            try
            {
                snapshot = Keep(run, target, snapshot);
            }
            finally
            {
                // What was learnt is told, also when the disk is full.
                Use(snapshot);
            }
        }

        void Use(Snapshot snapshot)
        {
            use(snapshot);
            _sink.Progress(counter.Done(snapshot));
        }
    }

    /// <summary>Asks one target.</summary>
    /// <param name="target">Whom.</param>
    /// <param name="within">The longest that it may take.</param>
    /// <param name="token">Gives up.</param>
    public async Task<Snapshot> SnapshotAsync(Target target, TimeSpan within, CancellationToken token)
    {
        try
        {
            if (within <= TimeSpan.Zero)
            {
                throw new SessionException(
                    GapKind.Timeout,
                    new LocalText("実行時間の上限に達したため問い合わせていない", "not asked: the time of the run was over")
                );
            }

            using var source = await SessionOpener.OpenAsync(target, _options, within, token).ConfigureAwait(false);
            _sink.Trace($"{target}: asking over {source.Protocol}: {string.Join(", ", _collectors.Select(collector => collector.Area))}");
            var sets = await CollectAsync(target, source, token).ConfigureAwait(false);
            Report(target, sets.SelectMany(set => set.Gaps));
            return Snapshot(target, sets) with { CollectedAt = source.Now, Protocol = source.Protocol };
        }
        catch (SessionException bad)
        {
            var gap = new Gap(bad.Kind, target.Address ?? target.ComputerName, bad.Told);
            Report(target, new[] { gap });
            return Lost(target, gap);
        }
        catch (Exception bad) when (Mistake.Is(bad, token))
        {
            return Lost(target, Own(target, bad, target.ComputerName));
        }
    }

    /// <summary>A target of which nothing is known, for one reason. A live host was tried now; when a recording's host was tried, only the
    /// recording could say.</summary>
    private Snapshot Lost(Target target, Gap gap) =>
        Snapshot(target, Lost(_collectors.SelectMany(collector => collector.Facts), gap)) with
        {
            CollectedAt = target.RecordingPath is null ? DateTimeOffset.Now : null,
        };

    private static FactSet[] Lost(IEnumerable<FactType> types, Gap gap) =>
        types.Distinct().Select(type => type.NewSet(Array.Empty<Fact>(), new[] { gap })).ToArray();

    /// <summary>Keeps a snapshot in the run. What can't be written down isn't told either: a run and its findings would say two
    /// things.</summary>
    private Snapshot Keep(RunFolder? run, Target target, Snapshot snapshot)
    {
        try
        {
            run?.Keep(target, snapshot);
            return snapshot;
        }
        catch (Exception bad) when (Mistake.Is(bad) && bad is not (System.IO.IOException or UnauthorizedAccessException))
        {
            var lost = Lost(target, Own(target, bad, target.ComputerName));
            run?.Keep(target, lost);
            return lost;
        }
    }

    /// <summary>A mistake of ours as a gap; the target's user is told of it.</summary>
    private Gap Own(Target target, Exception bad, string source)
    {
        var gap = Mistake.Gap(bad, source);
        _sink.Trace($"{target}: {bad}");
        _sink.Problem(new AuditProblem(target, gap) { IsOwnMistake = true });
        return gap;
    }

    private TimeSpan Left(TimeSpan? run) => run < _options.HostTimeout ? run.Value : _options.HostTimeout;

    private async Task<IReadOnlyList<FactSet>> CollectAsync(Target target, ICimSource source, CancellationToken token)
    {
        var collection = new Collection(target.ComputerName, source, _catalogs) { Options = Wanted };
        var sets = new List<FactSet>(await AreaAsync(target, new OperatingSystemCollector(), collection, token).ConfigureAwait(false));
        var system = sets.OfType<FactSet<OperatingSystemFact>>().Single().Items.FirstOrDefault();
        collection = collection with { Kind = system?.Kind, Build = system?.Build };
        var others = _collectors
            .Where(collector => collector is not OperatingSystemCollector)
            .Select(collector => AreaAsync(target, collector, collection, token));
        sets.AddRange((await Task.WhenAll(others).ConfigureAwait(false)).SelectMany(each => each));
        return sets;
    }

    /// <summary>The facts of one area, with what they rest on. A mistake made on what a host answers costs that area of that
    /// host.</summary>
    private async Task<IReadOnlyList<FactSet>> AreaAsync(Target target, Collector collector, Collection collection, CancellationToken token)
    {
        using var source = new AnsweredSource(collection.Source);
        try
        {
            var sets = await collector.CollectAsync(collection with { Source = source }, token).ConfigureAwait(false);
            var places = source.Among(collector.SourcesBy(_catalogs));
            return sets.Select(set => set.From(places, source.Answered)).ToArray();
        }
        catch (Exception bad) when (Mistake.Is(bad, token))
        {
            return Lost(collector.Facts, Own(target, bad, collector.Area));
        }
    }

    private static Snapshot Snapshot(Target target, IReadOnlyList<FactSet> sets)
    {
        var host = sets.OfType<FactSet<HostFact>>().SelectMany(set => set.Items).FirstOrDefault();
        var snapshot = new Snapshot
        {
            ComputerName = target.ComputerName,
            HostName = host?.HostName,
            IPAddresses = host?.IPAddresses ?? Array.Empty<string>(),
            HostClock = host?.Clock,
            CollectedBy = Auditor.Name,
            ModuleVersion = ProductInfo.Version,
            Table = new FactTable(sets),
        };
        return Declared(snapshot, target).Whole();
    }

    /// <summary>With what the organisation declares of the host, today: also where the facts were learnt before. Without a role, the one
    /// that the host plays.</summary>
    private static Snapshot Declared(Snapshot snapshot, Target target)
    {
        var kind = snapshot.Table.Sets.OfType<FactSet<OperatingSystemFact>>().SelectMany(set => set.Items).FirstOrDefault()?.Kind;
        return snapshot with
        {
            Zone = target.Zone,
            Role =
                target.Role
                ?? (
                    kind is null ? null
                    : kind == HostKind.Client ? HostRole.Client
                    : HostRole.Server
                ),
            Model = target.Model,
            Tags = target.Tags,
        };
    }

    /// <summary>Whether it is told whatever is asked for.</summary>
    public static bool IsProblem(Gap gap) => gap.Kind is GapKind.Denied or GapKind.Timeout or GapKind.Busy or GapKind.Unreachable;

    /// <summary>
    /// What failed is a problem; what isn't there, or can never be read, is only noted in the snapshot. What failed for one reason is one
    /// problem: a host that refuses everything
    /// would bury the others.
    /// </summary>
    private void Report(Target target, IEnumerable<Gap> gaps)
    {
        var failed = new List<Gap>();
        foreach (var gap in gaps.GroupBy(gap => (gap.Kind, gap.Source)).Select(group => group.First()))
        {
            _sink.Trace($"{target}: {gap}");
            // What is wrong with a row was said where it was read.
            if (target.Mistake is null && (IsProblem(gap) || gap.Source == (target.Address ?? target.ComputerName)))
                failed.Add(gap);
        }

        foreach (var problem in Problems(target, failed))
            _sink.Problem(problem);
    }

    /// <summary>One for each reason.</summary>
    public static IEnumerable<AuditProblem> Problems(Target target, IEnumerable<Gap> failed) =>
        failed
            .GroupBy(gap => gap.Kind)
            .Select(same => same.ToArray())
            .Select(kind =>
                kind.Length == 1
                    ? kind[0]
                    : new Gap(
                        kind[0].Kind,
                        target.ComputerName,
                        new LocalText(
                            $"{kind.Length}件の問合せが同じ理由で失敗した（{kind[0].Told.Ja}）: {string.Join("、", kind.Select(gap => gap.Source))}",
                            $"{kind.Length} questions failed for one reason ({kind[0].Message}): {string.Join(", ", kind.Select(gap => gap.Source))}"
                        )
                    )
            )
            .Select(gap => new AuditProblem(target, gap));
}
