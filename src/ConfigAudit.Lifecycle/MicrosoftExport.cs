using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Files;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Lifecycle;

/// <summary>
/// Microsoft's lifecycle export (learn.microsoft.com/lifecycle/products/export), a workbook or CSV with a row for each product, edition and
/// release. A product's end is that of its extended support, else
/// its retirement, else the end of mainstream support; of several rows the last, as our own end is that of the last service pack.
/// </summary>
internal static partial class MicrosoftExport
{
    private static readonly string[] DayForms =
    {
        "yyyy-MM-dd",
        "M/d/yyyy",
        "yyyy/M/d",
        "MMM d, yyyy",
        "yyyy-MM-dd'T'HH:mm:ss.FFFK",
        "M/d/yyyy h:mm:ss tt",
    };

    /// <exception cref="InputException">The file can't be read, or has other columns.</exception>
    public static LifecycleSource Read(string path, DateOnly day)
    {
        var rows = Sheet.Read(path);
        var head = rows.FindIndex(row =>
            row.Any(cell => Is(cell, "product", "listing"))
            && row.Any(cell => Is(cell, "mainstream", "retirement", "extendedend", "endofsupport"))
        );
        if (head < 0)
        {
            throw Trouble.In(
                path,
                "no row of it names the columns 'Product' and 'Mainstream Date', 'Extended End Date' or 'Retirement Date': it isn't Microsoft's lifecycle export"
            );
        }

        var columns = rows[head];
        var product = Column(columns, "product", "listing");
        var ends = new[] { Column(columns, "extendedend"), Column(columns, "retirement", "endofsupport"), Column(columns, "mainstream") };
        var cycles = rows.Skip(head + 1)
            .Where(row => Cell(row, product).Length > 0)
            .Select(
                (row, index) =>
                    (
                        Name: Slug(Cell(row, product)),
                        Ends: ends.Select(at => Day(path, head + index + 2, Cell(row, at))).FirstOrDefault(end => end is not null)
                    )
            )
            .Where(row => row.Ends is not null)
            .GroupBy(row => row.Name)
            .ToDictionary(
                same => same.Key,
                same => (IReadOnlyList<SourceCycle>)One(same.Key, same.Max(row => row.Ends)!.Value),
                StringComparer.Ordinal
            );
        return cycles.Count == 0
            ? throw Trouble.In(path, "no row of it names a product and an end")
            : new LifecycleSource("microsoft-lifecycle", day, cycles) { IsComplete = false };
    }

    private static SourceCycle[] One(string name, DateOnly ends) =>
        new[] { new SourceCycle(name, new JValue(ends.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)), null, null) };

    /// <summary>As the lifecycle's pages are named: "Microsoft SQL Server Compact 4.0" is microsoft-sql-server-compact-40.</summary>
    public static string Slug(string title) =>
        Gaps().Replace(title.Trim().ToLowerInvariant().Replace(".", string.Empty, StringComparison.Ordinal), "-").Trim('-');

    private static DateOnly? Day(string path, int row, string text)
    {
        if (text.Length == 0 || text is "NULL" or "N/A" || text.StartsWith("In Support", StringComparison.OrdinalIgnoreCase))
            return null;
        // A workbook counts days from 1899-12-30.
        if (
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var serial)
            && serial is > 20_000 and < 80_000
        )
        {
            return DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(serial)));
        }

        return DateTime.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day)
            ? DateOnly.FromDateTime(day)
            : throw Trouble.In(path, $"row {row}: '{text}' is no day");
    }

    private static int Column(string[] columns, params string[] names) => Array.FindIndex(columns, cell => Is(cell, names));

    private static bool Is(string cell, params string[] names)
    {
        var letters = new string(cell.Where(char.IsAsciiLetter).ToArray()).ToLowerInvariant();
        return Array.Exists(names, name => letters.StartsWith(name, StringComparison.Ordinal));
    }

    private static string Cell(string[] row, int at) => at >= 0 && at < row.Length ? row[at].Trim() : string.Empty;

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex Gaps();
}
