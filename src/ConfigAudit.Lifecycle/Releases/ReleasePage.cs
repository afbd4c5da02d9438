using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;

namespace ConfigAudit.Lifecycle.Releases;

/// <summary>
/// One of Microsoft's release-health pages (release-information, windows11-release-information, windows-server-release-info): HTML as a
/// browser saves it, or the Markdown that learn.microsoft.com serves. Tables are told by their headings, and what a row can't tell is
/// told of it.
/// </summary>
internal static partial class ReleasePage
{
    /// <param name="path">The saved page.</param>
    /// <param name="odd">Is given each row that has a build and can't be used, and why.</param>
    /// <exception cref="InputException">It can't be read, or is no such page.</exception>
    public static IReadOnlyList<ReleaseRow> Read(string path, ICollection<string> odd)
    {
        string text;
        try
        {
            text = File.ReadAllText(path);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            throw Trouble.In(path, bad.Message);
        }

        var system = System(path, text);
        var tables = text.TrimStart().StartsWith('<') ? Html(text) : Markdown(text);
        var rows = tables.Where(IsOfReleases).SelectMany(table => Rows(table, system, odd)).ToArray();
        return rows.Length > 0
            ? rows
            : throw Trouble.In(path, "it holds no table of releases: the whole page is wanted, as a browser saves it");
    }

    /// <summary>By the page's own address, which it names.</summary>
    private static HostKind System(string path, string text) =>
        text.Contains("release-health/windows-server-release-info", StringComparison.Ordinal) && IsTitled(text, "Windows Server")
            ? HostKind.Server
        : IsTitled(text, "Windows 10") || IsTitled(text, "Windows 11") ? HostKind.Client
        : throw Trouble.In(path, "it is none of the three pages of release information: its title isn't theirs");

    private static bool IsTitled(string text, string product) =>
        Title().Match(text) is { Success: true } match && match.Groups["product"].Value == product;

    private static IEnumerable<Table> Html(string text)
    {
        var document = new HtmlParser().ParseDocument(text);
        var heading = string.Empty;
        foreach (var element in document.All)
        {
            if (element.LocalName != "table")
            {
                if (element.Children.Length == 0 && element.TextContent.Contains("OS build", StringComparison.Ordinal))
                    heading = Clean(element.TextContent);
                continue;
            }

            var rows = element
                .QuerySelectorAll("tr")
                .Select(row => row.QuerySelectorAll("th,td").Select(cell => Clean(cell.TextContent)).ToArray());
            yield return new Table(heading, rows.ToArray());
        }
    }

    private static IEnumerable<Table> Markdown(string text)
    {
        var heading = string.Empty;
        var rows = new List<string[]>();
        foreach (var line in text.Split('\n').Select(line => line.Trim()).Append(string.Empty))
        {
            if (line.StartsWith('|'))
            {
                var cells = line.Trim('|').Split('|').Select(cell => Clean(Link().Replace(cell, "${text}"))).ToArray();
                if (!Array.TrueForAll(cells, cell => cell.Trim('-', ':', ' ').Length == 0 && cell.Length > 0))
                    rows.Add(cells);
                continue;
            }

            if (rows.Count > 0)
                yield return new Table(heading, rows.ToArray());
            rows.Clear();
            if (line.Contains("OS build", StringComparison.Ordinal))
                heading = Clean(line.Trim('*', '#', ' '));
        }
    }

    private static bool IsOfReleases(Table table) =>
        table.Rows.Length > 0
        && Column(table, "Build") >= 0
        && Column(table, "Availability date") >= 0
        && Column(table, "Update type") >= 0;

    private static IEnumerable<ReleaseRow> Rows(Table table, HostKind system, ICollection<string> odd)
    {
        int type = Column(table, "Update type"),
            own = Column(table, "Type"),
            day = Column(table, "Availability date"),
            build = Column(table, "Build"),
            kb = Column(table, "KB article");
        foreach (var cells in table.Rows.Skip(1))
        {
            string Cell(int at) => at >= 0 && at < cells.Length ? cells[at] : string.Empty;
            // Months to come stand in the calendar of hotpatches without a build.
            if (Cell(build).Length == 0)
                continue;
            var number = Build().Match(Cell(build));
            var article = Kb().Match(Cell(kb));
            var kind = own < 0 ? Kind(Cell(type), article.Success) : Hotpatch(Cell(own));
            var isDay = DateOnly.TryParseExact(
                Cell(day),
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var released
            );
            var why =
                !number.Success ? "its build is no build"
                : !isDay ? "its day is no day (yyyy-MM-dd)"
                : kind is null ? "its type isn't known"
                : own >= 0 && !article.Success ? "the calendar of hotpatches names no KB, so that the number may be another month's"
                : null;
            if (why is null)
            {
                yield return new ReleaseRow(Number(number, "build"), system, Number(number, "revision"))
                {
                    Day = released,
                    Month = new DateOnly(released.Year, released.Month, 1),
                    Kind = kind,
                    Kb = article.Success ? article.Value : null,
                    Title = Named().Match(table.Heading) is { Success: true } named ? named.Groups["name"].Value : null,
                };
            }
            else
            {
                odd.Add($"{string.Join(" | ", cells)}: {why}");
            }
        }
    }

    private static WindowsReleaseKind? Kind(string text, bool hasKb) =>
        Letter().Match(text) is { Success: true } match
            ? match.Groups["letter"].Value switch
            {
                "A" => WindowsReleaseKind.Initial,
                "B" => WindowsReleaseKind.Security,
                "OOB" => WindowsReleaseKind.OutOfBand,
                _ => WindowsReleaseKind.Preview,
            }
        : text.Length == 0 && !hasKb ? WindowsReleaseKind.Initial
        : null;

    private static WindowsReleaseKind? Hotpatch(string text) =>
        text.StartsWith("Baseline", StringComparison.OrdinalIgnoreCase) ? WindowsReleaseKind.Baseline
        : text.StartsWith("Hotpatch", StringComparison.OrdinalIgnoreCase) ? WindowsReleaseKind.Hotpatch
        : null;

    private static long Number(Match match, string group) =>
        long.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    private static int Column(Table table, string name) => Array.IndexOf(table.Rows[0], name);

    private static string Clean(string text) => Blanks().Replace(text, " ").Trim();

    /// <param name="Heading">The last line above it that names a build.</param>
    /// <param name="Rows">As texts, the headings first.</param>
    private sealed record Table(string Heading, string[][] Rows);

    [GeneratedRegex(@"(<title>|^title: )(?<product>Windows (10|11|Server))\b", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex Title();

    [GeneratedRegex(@"^(?<build>[0-9]{5})\.(?<revision>[0-9]{1,6})$")]
    private static partial Regex Build();

    [GeneratedRegex("KB[0-9]{6,8}")]
    private static partial Regex Kb();

    /// <summary>"2026-08 B", in the calendar of hotpatches "2026.08 B *".</summary>
    [GeneratedRegex(@"^[0-9]{4}[-.][0-9]{2} (?<letter>OOB|[A-E])\b")]
    private static partial Regex Letter();

    [GeneratedRegex(@"^(Version )?(?<name>.+?) \(OS build", RegexOptions.ExplicitCapture)]
    private static partial Regex Named();

    [GeneratedRegex(@"\[(?<text>[^\]]*)\]\([^)]*\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
