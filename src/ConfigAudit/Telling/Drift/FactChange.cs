using System;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Telling.Drift;

/// <summary>One thing of a host that isn't as it was. Flat: every property is a text, an enumeration or a moment.</summary>
public sealed record FactChange
{
    /// <summary>The host, as the target is named now.</summary>
    public string ComputerName { get; init; } = string.Empty;

    /// <summary>The host's addresses, joined by ", ": as it told them last.</summary>
    public string IPAddress { get; init; } = string.Empty;

    /// <summary>The network zone that the host is declared to stand in.</summary>
    public Zone? Zone { get; init; }

    /// <summary>In which way it isn't as it was.</summary>
    public FactChangeKind Change { get; init; }

    /// <summary>The kind of fact; "Declared" for what the organisation says of the host; empty where the whole host is meant.</summary>
    public string Fact { get; init; } = string.Empty;

    /// <summary>The item of that kind, as a person would call it; empty where all of them are meant.</summary>
    public string Item { get; init; } = string.Empty;

    /// <summary>The property; empty where the whole item is meant.</summary>
    public string Property { get; init; } = string.Empty;

    /// <summary>What it was; empty where it wasn't there or wasn't known.</summary>
    public string Reference { get; init; } = string.Empty;

    /// <summary>What it is; empty where it isn't there or isn't known.</summary>
    public string Difference { get; init; } = string.Empty;

    /// <summary>Why it isn't known, or wasn't; empty where both are known.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>The moment that the earlier facts are true of; null where nobody knows.</summary>
    public DateTimeOffset? ReferenceAt { get; init; }

    /// <summary>The moment that the later facts are true of; null where nobody knows.</summary>
    public DateTimeOffset? DifferenceAt { get; init; }
}
