using System;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>A revision among the listed releases of its build.</summary>
/// <param name="Table">The releases.</param>
/// <param name="Revision">Of the host; listed or not.</param>
internal sealed record ListedLevel(WindowsBuild Table, long Revision)
{
    /// <summary>The release that the host has, or the newest listed one below it; null where there is none.</summary>
    public WindowsRelease? Release { get; } = Table.Releases.LastOrDefault(release => release.Revision <= Revision);

    public bool IsListed => Release?.Revision == Revision;

    /// <summary>Whether the host is further than the list.</summary>
    public bool IsBeyond => Revision > Newest.Revision;

    public WindowsRelease Newest => Table.Releases[Table.Releases.Count - 1];

    /// <summary>The newest security release that was out on a day in Japan, the form that every host can take before a hotpatch.</summary>
    public WindowsRelease? NewestSecurity(DateTime? asOf) => Table.Security.LastOrDefault(release => IsOut(release, asOf));

    /// <summary>
    /// The days of security releases, the oldest first, whose fixes the host lacks on a day in Japan. A hotpatch brings what the update of
    /// its day does: of one day, either will do.
    /// </summary>
    public DateTime[] Missing(DateTime asOf)
    {
        // The first release of a version holds what was released for others before.
        var has = Table
            .Releases.LastOrDefault(release =>
                release.Revision <= Revision && (release.IsSecurity || release.Kind == WindowsReleaseKind.Initial)
            )
            ?.Day;
        return Table
            .Security.Where(release => IsOut(release, asOf) && (has is null || release.Day > has))
            .Select(release => release.Day)
            .Distinct()
            .ToArray();
    }

    /// <summary>Since when that is so; where nothing known lacks, since when something may.</summary>
    public Exposure Exposure(DateTime[] missing, DateTime asOf)
    {
        if (missing.Length > 0)
            return new Exposure(PatchTuesday.InJapan(missing[0]), asOf);
        var known = Table.Security.Count > 0 ? Table.Security[Table.Security.Count - 1].Day : Newest.Day;
        var next = PatchTuesday.InJapan(PatchTuesday.After(known));
        return next > asOf ? new Exposure(null, asOf) : new Exposure(next, asOf, isCertain: false);
    }

    private static bool IsOut(WindowsRelease release, DateTime? asOf) => PatchTuesday.InJapan(release.Day) <= asOf;
}
