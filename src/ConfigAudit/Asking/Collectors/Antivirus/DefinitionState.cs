using System;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>What a product keeps in the registry of its definitions.</summary>
/// <param name="Source">The key; null when none could be read.</param>
/// <param name="Day">The day that the vendor dates them by.</param>
/// <param name="Version">Their version.</param>
/// <param name="Gap">Why the day isn't known.</param>
internal sealed record DefinitionState(string? Source, DateTime? Day, Version? Version, Gap? Gap)
{
    /// <summary>Where a day begins first: fourteen hours before UTC's.</summary>
    private static readonly TimeSpan Easternmost = TimeSpan.FromHours(14);

    /// <summary>A bare day is counted from its earliest moment anywhere, so that definitions are never taken for fresher than they
    /// are.</summary>
    public TimeSpan? Age(DateTimeOffset? now) => Day is { } day ? now - new DateTimeOffset(day, TimeSpan.Zero).Plus(-Easternmost) : null;
}
