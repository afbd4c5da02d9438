using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Catalogs;
using ConfigAudit.Collectors;
using ConfigAudit.Collectors.OperatingSystem;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;
using ConfigAudit.Targets;

namespace ConfigAudit;

/// <summary>
/// The conductor: asks each target with each collector, several targets at once, and makes one snapshot of each. A target that fails
/// makes a snapshot full of gaps, so that it stays in the count, and never ends the run.
/// </summary>
internal sealed class Audit
{
    private readonly CatalogFolder _catalogs;
    private readonly IReadOnlyList<Collector> _collectors;
    private readonly IAuditSink _sink;

    /// <param name="catalogs">Reference data.</param>
    /// <param name="collectors">The areas wanted.</param>
    /// <param name="sink">Told of problems and progress.</param>
    public Audit(CatalogFolder catalogs, IReadOnlyList<Collector> collectors, IAuditSink sink) =>
        (_catalogs, _collectors, _sink) = (catalogs, collectors, sink);

    /// <summary>Hands each snapshot to <paramref name="use"/> as it is made.</summary>
    /// <param name="targets">May block until the next one is known.</param>
    /// <param name="throttle">How many targets are asked at once.</param>
    /// <param name="use">Called from any thread.</param>
    /// <param name="token">Gives up everything.</param>
    public async Task RunAsync(IEnumerable<Target> targets, int throttle, Action<Snapshot> use, CancellationToken token)
    {
        using var places = new SemaphoreSlim(throttle);
        var counter = new Counter();
        var running = new HashSet<Task>();
        try
        {
            foreach (var target in targets)
            {
                await places.WaitAsync(token).ConfigureAwait(false);
                running.RemoveWhere(task => task.Status == TaskStatus.RanToCompletion);
                counter.Total++;
                running.Add(Task.Run(() => AskAsync(target), CancellationToken.None));
            }
        }
        finally
        {
            // Also when the run is given up: nothing of it outlives this call.
            await Task.WhenAll(running).ConfigureAwait(false);
        }

        async Task AskAsync(Target target)
        {
            try
            {
                var snapshot = await SnapshotAsync(target, token).ConfigureAwait(false);
                use(snapshot);
                _sink.Progress(counter.Done(snapshot));
            }
            finally
            {
                places.Release();
            }
        }
    }

    /// <summary>Asks one target.</summary>
    public async Task<Snapshot> SnapshotAsync(Target target, CancellationToken token)
    {
        try
        {
            using var source = SessionOpener.Open(target);
            _sink.Trace($"{target}: asking over {source.Protocol}: {string.Join(", ", _collectors.Select(collector => collector.Area))}");
            var sets = await CollectAsync(target, source, token).ConfigureAwait(false);
            Report(target, sets.SelectMany(set => set.Gaps));
            return Snapshot(target, sets) with { CollectedAt = source.Now, Protocol = source.Protocol };
        }
        catch (SessionException bad)
        {
            var gap = new Gap(bad.Kind, target.Address ?? target.ComputerName, bad.Message);
            Report(target, new[] { gap });
            var sets = _collectors.SelectMany(collector => collector.Facts).Distinct().Select(type => type.NewSet(Array.Empty<Fact>(), new[] { gap }));
            // A live host was tried now; when a recording's host was tried, only the recording could say.
            return Snapshot(target, sets.ToArray()) with { CollectedAt = target.RecordingPath is null ? DateTimeOffset.Now : null };
        }
    }

    private async Task<IReadOnlyList<FactSet>> CollectAsync(Target target, ICimSource source, CancellationToken token)
    {
        var collection = new Collection(target.ComputerName, source, _catalogs);
        var first = new OperatingSystemCollector();
        var sets = new List<FactSet>(await first.CollectAsync(collection, token).ConfigureAwait(false));
        collection = collection with { Kind = sets.OfType<FactSet<OperatingSystemFact>>().Single().Items.FirstOrDefault()?.Kind };
        var others = _collectors.Where(collector => collector is not OperatingSystemCollector).Select(collector => collector.CollectAsync(collection, token));
        sets.AddRange((await Task.WhenAll(others).ConfigureAwait(false)).SelectMany(each => each));
        return sets;
    }

    private static Snapshot Snapshot(Target target, IReadOnlyList<FactSet> sets)
    {
        var host = sets.OfType<FactSet<HostFact>>().SelectMany(set => set.Items).FirstOrDefault();
        var kind = sets.OfType<FactSet<OperatingSystemFact>>().SelectMany(set => set.Items).FirstOrDefault()?.Kind;
        return new Snapshot
        {
            ComputerName = target.ComputerName,
            HostName = host?.HostName,
            IPAddresses = host?.IPAddresses ?? Array.Empty<string>(),
            Zone = target.Zone,
            Role = target.Role ?? (kind is null ? null : kind == HostKind.Client ? HostRole.Client : HostRole.Server),
            Model = target.Model,
            Tags = target.Tags,
            HostClock = host?.Clock,
            CollectedBy = $"{Environment.UserDomainName}\\{Environment.UserName}",
            ModuleVersion = ProductInfo.Version,
            Table = new FactTable(sets),
        };
    }

    /// <summary>What failed is a problem; what isn't there, or can never be read, is only noted in the snapshot.</summary>
    private void Report(Target target, IEnumerable<Gap> gaps)
    {
        foreach (var gap in gaps.GroupBy(gap => (gap.Kind, gap.Source)).Select(group => group.First()))
        {
            if (gap.Kind is GapKind.Denied or GapKind.Timeout or GapKind.Unreachable || gap.Source == (target.Address ?? target.ComputerName))
                _sink.Problem(new AuditProblem(target, gap));
            else
                _sink.Trace($"{target}: {gap}");
        }
    }

    private sealed class Counter
    {
        private int _done;
        private int _failed;

        public int Total { get; set; }

        public AuditProgress Done(Snapshot snapshot)
        {
            var failed = snapshot.Protocol is null ? Interlocked.Increment(ref _failed) : Volatile.Read(ref _failed);
            return new AuditProgress(Interlocked.Increment(ref _done), failed, Total);
        }
    }
}
