using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;

namespace ConfigAudit.Telling.Drift;

/// <summary>Compares the snapshots of hosts with earlier ones, host by host.</summary>
internal sealed class SnapshotComparison
{
    private readonly IReadOnlyCollection<SeenHost> _before;
    private readonly IReadOnlyCollection<SeenHost> _after;

    public SnapshotComparison(IReadOnlyCollection<Snapshot> before, IReadOnlyCollection<Snapshot> after)
    {
        (_before, _after) = (Hosts(before), Hosts(after));
        Overtaken = before.Count + after.Count - _before.Count - _after.Count;
    }

    /// <summary>How many aren't looked at, since there is a later one of the same host among the same.</summary>
    public int Overtaken { get; }

    public IEnumerable<FactChange> Changes() =>
        HostPairs
            .Of(_before, _after)
            .SelectMany(pair =>
            {
                var (before, after) = (pair.Before?.Load(), pair.After?.Load());
                return before is not null && after is not null
                    ? HostComparison.Changes(before, after)
                    : new[]
                    {
                        HostComparison.About(before, after) with
                        {
                            Change = after is null ? FactChangeKind.MachineGone : FactChangeKind.MachineNew,
                        },
                    };
            });

    private static IReadOnlyCollection<SeenHost> Hosts(IEnumerable<Snapshot> snapshots) =>
        HostPairs.Latest(snapshots.Select(snapshot => SeenHost.Of(snapshot, () => snapshot)));
}
