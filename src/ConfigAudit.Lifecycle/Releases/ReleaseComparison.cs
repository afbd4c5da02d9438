using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Catalogs;

namespace ConfigAudit.Lifecycle.Releases;

/// <summary>The catalogue of releases, held against a copy.</summary>
internal sealed class ReleaseComparison
{
    private readonly List<string> _differing = new();

    public ReleaseComparison(IEnumerable<WindowsBuild> builds, IEnumerable<ReleaseRow> rows)
    {
        var known = builds.ToLookup(build => build.Build);
        foreach (var row in rows)
        {
            var tables = known[row.Build].Where(each => row.System is not { } system || each.Systems.Contains(system)).ToArray();
            var release = tables.SelectMany(each => each.Releases).FirstOrDefault(each => each.Revision == row.Revision);
            if (tables.Length == 0)
                Unlisted++;
            else if (release is null)
                Lacking.Add(row);
            else if (Difference(row, release) is { } difference)
                _differing.Add($"{row}: {difference}");
            else
                Agreeing++;
        }
    }

    public int Agreeing { get; private set; }

    /// <summary>Of builds that the catalogue doesn't list.</summary>
    public int Unlisted { get; private set; }

    /// <summary>Of listed builds, and not in the catalogue.</summary>
    public List<ReleaseRow> Lacking { get; } = new();

    public IReadOnlyList<string> Differing => _differing;

    public override string ToString() =>
        FormattableString.Invariant($"compared {Agreeing + Differing.Count}: {Agreeing} agree, {Differing.Count} differ; ")
        + FormattableString.Invariant($"{Lacking.Count} not in the catalogue, {Unlisted} of builds that it doesn't list");

    private static string? Difference(ReleaseRow row, WindowsRelease release)
    {
        var day = DateOnly.FromDateTime(release.Day);
        return row.Day is { } told && told != day ? FormattableString.Invariant($"{day:yyyy-MM-dd}, there {told:yyyy-MM-dd}")
            : row.Month is { } month && (month.Year, month.Month) != (day.Year, day.Month)
                ? FormattableString.Invariant($"{day:yyyy-MM-dd}, there in {month:yyyy-MM}")
            : row.Kb is { } kb && release.Kb is { } own && kb != own ? $"{own}, there {kb}"
            : null;
    }
}
