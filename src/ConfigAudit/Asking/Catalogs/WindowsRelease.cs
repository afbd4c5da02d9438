using System;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>A cumulative update of one build of Windows.</summary>
/// <param name="Revision">The number after the build (UBR).</param>
/// <param name="Day">Of its release, by the calendar of Redmond.</param>
/// <param name="Kind">What it is.</param>
internal sealed record WindowsRelease(long Revision, DateTime Day, WindowsReleaseKind Kind)
{
    /// <summary>"KB5101650"; null where the first of a version has none.</summary>
    public string? Kb { get; init; }

    /// <summary>Whether it brought security fixes that no earlier one had: every month's do, of those out of band the ones of which
    /// Microsoft says so.</summary>
    public bool IsSecurity { get; init; }
}
