using System;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors;

/// <summary>What a collector has at hand while it asks one host.</summary>
/// <param name="ComputerName">The name that its facts carry.</param>
/// <param name="Source">The host.</param>
/// <param name="Catalogs">Reference data.</param>
internal sealed record Collection(string ComputerName, ICimSource Source, CatalogFolder Catalogs)
{
    /// <summary>The moment that the facts are true of; null for a recording that doesn't say when it was made.</summary>
    public DateTimeOffset? Now => Source.Now;

    /// <summary>What is wanted beyond the state of the host.</summary>
    public CollectionOptions Options { get; init; } = new();

    /// <summary>Client or server; null when that couldn't be read. Known before the other collectors start.</summary>
    public HostKind? Kind { get; init; }

    /// <summary>The build of its Windows; null when that couldn't be read. Known before the other collectors start.</summary>
    public long? Build { get; init; }
}
