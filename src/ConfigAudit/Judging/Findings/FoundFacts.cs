using System;
using System.Linq;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Findings;

/// <summary>What a finding was judged by. No part of what makes two findings equal: what is shown of it is.</summary>
internal sealed class FoundFacts : IEquatable<FoundFacts>
{
    private FoundFacts(Snapshot snapshot) => Snapshot = snapshot;

    public Snapshot Snapshot { get; }

    /// <summary>A report has a page for each mail server. A fleet's hosts are many, and nobody keeps their facts for a report.</summary>
    public static FoundFacts? Of(Snapshot snapshot) =>
        snapshot.Table.Subject == FactSubject.MailServer && snapshot.Table.Sets.Any(set => set.Facts.Count > 0)
            ? new FoundFacts(snapshot)
            : null;

    public bool Equals(FoundFacts? other) => other is not null;

    public override bool Equals(object? other) => other is FoundFacts;

    public override int GetHashCode() => 0;
}
