using ConfigAudit.Facts;
using ConfigAudit.Targets;

namespace ConfigAudit.Registers.Hosts;

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

    /// <summary>Whether all its addresses that lie in a registered range lie in the zone that it is declared to stand in, and at least one does.</summary>
    public bool? IsInDeclaredZone { get; init; }

    internal override FactSubject Subject => FactSubject.RegisteredHost;

    internal override string Label => Host ?? "?";
}
