using System;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Facts;

namespace ConfigAudit.Lifecycle.Releases;

/// <summary>What a source says of one release.</summary>
/// <param name="Build">The build of Windows.</param>
/// <param name="System">Client or server; null where the source doesn't tell.</param>
/// <param name="Revision">The number after the build.</param>
internal sealed record ReleaseRow(long Build, HostKind? System, long Revision)
{
    /// <summary>Null where the source tells the month alone.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The first day of the month of its release; null where the source doesn't tell.</summary>
    public DateOnly? Month { get; init; }

    /// <summary>Null where the source doesn't tell.</summary>
    public WindowsReleaseKind? Kind { get; init; }

    /// <summary>Null where there is none.</summary>
    public string? Kb { get; init; }

    /// <summary>What the page calls the version; null where it doesn't.</summary>
    public string? Title { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"{Build}.{Revision}{(System is { } system ? $" ({system})" : string.Empty)}";
}
