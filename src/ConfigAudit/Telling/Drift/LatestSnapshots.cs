using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Telling.Drift;

/// <summary>Of several snapshots of one machine, under whichever of its names, the last.</summary>
internal sealed class LatestSnapshots
{
    /// <param name="snapshots">In the order in which they came; of two of one moment the later one is the last.</param>
    public LatestSnapshots(IReadOnlyList<Snapshot> snapshots)
    {
        var machines = snapshots
            .Select(
                (snapshot, order) =>
                    (Snapshot: snapshot, Order: order, Identity: snapshot.Identity() with { ReadAt = snapshot.CollectedAt })
            )
            .GroupBy(each => (each.Snapshot.Table.Subject, each.Identity.Likeness))
            .SelectMany(Machines);
        var (kept, overtaken) = (new List<(Snapshot Snapshot, int Order)>(), new List<(Snapshot, Snapshot)>());
        foreach (var machine in machines)
        {
            // Of one reading under two names, that which the machine knows is the name.
            var last = machine
                .OrderBy(each => each.Snapshot.CollectedAt ?? DateTimeOffset.MinValue)
                .ThenBy(each => !each.Identity.IsCalledOtherwise)
                .ThenBy(each => each.Order)
                .Last();
            kept.Add((last.Snapshot, last.Order));
            overtaken.AddRange(machine.Where(each => each.Order != last.Order).Select(each => (each.Snapshot, last.Snapshot)));
        }

        Snapshots = kept.OrderBy(each => each.Order).Select(each => each.Snapshot).ToArray();
        Overtaken = overtaken;
    }

    /// <summary>One a machine.</summary>
    public IReadOnlyList<Snapshot> Snapshots { get; }

    /// <summary>Those that are left out, each with the one that counts in its place.</summary>
    public IReadOnlyList<(Snapshot Older, Snapshot Newer)> Overtaken { get; }

    private static IEnumerable<List<(Snapshot Snapshot, int Order, HostIdentity Identity)>> Machines(
        IEnumerable<(Snapshot Snapshot, int Order, HostIdentity Identity)> alike
    )
    {
        var machines = new List<List<(Snapshot Snapshot, int Order, HostIdentity Identity)>>();
        foreach (var host in alike)
        {
            if (machines.Find(machine => machine.Exists(each => IsOne(each.Identity, host.Identity))) is { } known)
                known.Add(host);
            else
                machines.Add(new List<(Snapshot, int, HostIdentity)> { host });
        }

        return machines;
    }

    /// <summary>Two of one name are one, unless their addresses say otherwise: one that couldn't be read tells none.</summary>
    private static bool IsOne(HostIdentity a, HostIdentity b) =>
        a.IsTwiceNamed(b)
        || (
            HostName.AreEqual(a.Called, b.Called)
            && a.IsSame(b) != false
            && (
                a.Addresses.Count == 0
                || b.Addresses.Count == 0
                || a.Addresses.Any(address => b.Addresses.Any(each => HostName.AreEqual(each, address)))
            )
        );
}
