using System;
using System.Collections.Generic;

namespace ConfigAudit.Lifecycle;

/// <summary>Downloaded data of one of the catalogue's sources.</summary>
/// <param name="Id">Its id in the catalogue.</param>
/// <param name="Day">The day of the data: nothing later is in it.</param>
/// <param name="Products">By the id, or the name, that the source gives them.</param>
internal sealed record LifecycleSource(string Id, DateOnly Day, IReadOnlyDictionary<string, IReadOnlyList<SourceCycle>> Products)
{
    /// <summary>The commit that was read; null where there is none.</summary>
    public string? Revision { get; init; }

    /// <summary>Whether the source lists every version of a product that it lists: one that isn't there is gone, and a new one is
    /// new.</summary>
    public bool IsComplete { get; init; } = true;
}
