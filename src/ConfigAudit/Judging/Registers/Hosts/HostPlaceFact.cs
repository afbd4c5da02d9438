using System.Collections.Generic;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>A host, held against the registers of assets and of zones: whether it is known, and stands where it is said to.</summary>
public sealed record HostPlaceFact : Fact
{
    /// <summary>Its name, as the target was named.</summary>
    public string? Host { get; init; }

    /// <summary>Whether the register of assets has it, by its name or one of its addresses.</summary>
    public bool? IsRegistered { get; init; }

    /// <summary>Which asset it is, by the register; null where that doesn't have it.</summary>
    public string? Asset { get; init; }

    /// <summary>The zone of the ranges in which its addresses lie; null where they lie in none, in several, or aren't known.</summary>
    public Zone? ZoneOfAddresses { get; init; }

    /// <summary>
    /// Whether all its addresses lie in registered ranges of the zone that it is declared to stand in; of ranges within ranges the
    /// innermost counts.
    /// </summary>
    public bool? IsInDeclaredZone { get; init; }

    /// <summary>
    /// Its addresses that lie in no registered range, or in another zone's; those that it gives itself (169.254.0.0/16, link-local) don't
    /// count.
    /// </summary>
    public IReadOnlyList<string>? AddressesElsewhere { get; init; }

    internal override FactSubject Subject => FactSubject.RegisteredHost;

    internal override string Label => Host ?? "?";
}
