using System;
using System.Collections.Generic;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>A product that a host shows, before all of them are seen.</summary>
/// <param name="Fact">What is known of it.</param>
/// <param name="Product">Its entry in the catalogue.</param>
internal sealed record SeenProduct(AntivirusFact Fact, SecurityProduct? Product)
{
    /// <summary>Why its state isn't known.</summary>
    public Gap? Why { get; init; }

    /// <summary>Why other properties, which they name, aren't.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = Array.Empty<Gap>();

    /// <summary>Whether the Security Center calls it on and nothing of it is seen running: as a removed product's registration
    /// is.</summary>
    public bool IsOrphan { get; init; }
}
