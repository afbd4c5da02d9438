using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Facts;

namespace ConfigAudit.Lifecycle.Releases;

/// <summary>The catalogue's builds, as pages change them: what is new, what is another, and what can't both be true.</summary>
internal sealed class ReleaseTable
{
    private readonly List<WindowsBuild> _builds;

    public ReleaseTable(IEnumerable<WindowsBuild> builds) => _builds = builds.ToList();

    public IReadOnlyList<WindowsBuild> Builds => _builds;

    /// <summary>Takes the rows in.</summary>
    /// <returns>A line for each row that says something else than the catalogue did.</returns>
    public IReadOnlyList<string> Take(IEnumerable<ReleaseRow> rows)
    {
        var told = new List<string>();
        // The calendar of hotpatches says of a month's update that it is a baseline: it says more.
        foreach (var group in rows.GroupBy(row => (row.Build, row.System, row.Revision)))
        {
            var days = group.Select(row => (row.Day, row.Kb)).Distinct().ToArray();
            var row = group.FirstOrDefault(each => each.Kind == WindowsReleaseKind.Baseline) ?? group.First();
            if (days.Length > 1)
            {
                var said = string.Join(" and ", days.Select(each => $"{each.Day:yyyy-MM-dd} {each.Kb}"));
                told.Add($"Conflict  {row}: the pages say {said}; not written");
            }
            else if (Take(row) is { } line)
            {
                told.Add(line);
            }
        }

        return told;
    }

    private string? Take(ReleaseRow row)
    {
        var at = _builds.FindIndex(each => each.IsFor(row.System!.Value, row.Build));
        if (at < 0)
        {
            _builds.Add(New(row));
            return $"New       {row}: {Written(Of(row))}, the first of a build that wasn't listed ({row.Title})";
        }

        var known = _builds[at].Releases.FirstOrDefault(each => each.Revision == row.Revision);
        var told = Of(row) with { IsSecurity = known?.IsSecurity ?? Of(row).IsSecurity };
        // A page that shows the history alone says nothing of hotpatches.
        if (known?.Kind == WindowsReleaseKind.Baseline && told.Kind == WindowsReleaseKind.Security)
            told = told with { Kind = known.Kind };
        told = told with { IsSecurity = told.IsSecurity || IsMonthly(told.Kind) };
        if (known == told)
            return null;
        var others = _builds[at].Releases.Where(each => each.Revision != row.Revision);
        if (others.FirstOrDefault(each => each.Revision < row.Revision ? each.Day > told.Day : each.Day < told.Day) is { } odd)
            return $"Conflict  {row}: {Written(told)}, beside {odd.Revision} of {odd.Day:yyyy-MM-dd}; not written";
        _builds[at] = _builds[at] with { Releases = others.Append(told).OrderBy(each => each.Revision).ToArray() };
        return known is null ? $"New       {row}: {Written(told)}" : $"Changed   {row}: {Written(known)} -> {Written(told)}";
    }

    private static WindowsBuild New(ReleaseRow row)
    {
        var title =
            row.System != HostKind.Client
                ? row.Title ?? $"Windows Server ({row.Build})"
                : $"Windows {(row.Build < 22000 ? "10" : "11")} {row.Title}".TrimEnd();
        var systems = row.System == HostKind.Client ? new[] { HostKind.Client } : new[] { HostKind.Server, HostKind.DomainController };
        return new WindowsBuild(row.Build, systems, title, new[] { Of(row) });
    }

    private static WindowsRelease Of(ReleaseRow row) =>
        new(row.Revision, row.Day!.Value.ToDateTime(TimeOnly.MinValue), row.Kind!.Value)
        {
            Kb = row.Kb,
            IsSecurity = IsMonthly(row.Kind.Value),
        };

    private static bool IsMonthly(WindowsReleaseKind kind) =>
        kind is WindowsReleaseKind.Security or WindowsReleaseKind.Baseline or WindowsReleaseKind.Hotpatch;

    private static string Written(WindowsRelease release) =>
        string.Create(CultureInfo.InvariantCulture, $"{release.Day:yyyy-MM-dd} {release.Kind} {release.Kb}").TrimEnd();
}
