using System;
using System.Collections.Generic;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Telling.Drift;

/// <summary>A host that a run, or a set of snapshots, has: what tells it from others, and where the rest is.</summary>
/// <param name="Subject">What kind of thing it is: a mail server of the same name is another one.</param>
/// <param name="ComputerName">As the target was named.</param>
/// <param name="Identity">Every name that it goes by.</param>
/// <param name="Addresses">Its own; none where it couldn't be asked.</param>
/// <param name="CollectedAt">When it was asked; null where nobody knows.</param>
/// <param name="Load">All that was learnt; null where it can't be read any more.</param>
internal sealed record SeenHost(
    FactSubject Subject,
    string ComputerName,
    HostIdentity Identity,
    IReadOnlyList<string> Addresses,
    DateTimeOffset? CollectedAt,
    Func<Snapshot?> Load
)
{
    /// <summary>Keeps no more of the snapshot than <paramref name="load"/> does.</summary>
    public static SeenHost Of(Snapshot snapshot, Func<Snapshot?> load) =>
        new(snapshot.Table.Subject, snapshot.ComputerName, snapshot.Identity(), snapshot.IPAddresses, snapshot.CollectedAt, load);
}
