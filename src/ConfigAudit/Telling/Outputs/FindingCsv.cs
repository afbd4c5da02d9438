using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Findings;
using CsvHelper;
using CsvHelper.Configuration;

namespace ConfigAudit.Telling.Outputs;

/// <summary>Reads findings from a CSV that Export-ConfigAuditReport or Export-Csv wrote, saved again by Excel or not. A row that is no
/// whole finding costs itself alone.</summary>
internal static class FindingCsv
{
    /// <summary>The line that Windows PowerShell's Export-Csv puts in front.</summary>
    private const string TypeLine = "#TYPE ";

    /// <param name="path">The file.</param>
    /// <param name="problem">Told of each row that is no finding.</param>
    /// <exception cref="InputException">The file can't be opened, or has no such columns.</exception>
    public static IEnumerable<Finding> Read(string path, Action<InputException> problem)
    {
        using var decoded = TextDecoder.Open(path, utf8: LineEncoding.WrittenUtf8);
        var isBroken = false;
        using var csv = new CsvReader(
            decoded,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = decoded.Delimiter,
                MissingFieldFound = null,
                IgnoreBlankLines = false,
                BadDataFound = _ => isBroken = true,
            }
        );
        var places = Places(path, Headers(csv));
        var before = csv.Parser.RawRow;
        while (csv.Read())
        {
            var (first, last) = (before + 1, csv.Parser.RawRow);
            before = last;
            var cells = csv.Parser.Record!;
            // A quote that never ends: the file was cut off.
            isBroken |= csv.Parser.RawRecord.Count(character => character == '"') % 2 != 0;
            if (!isBroken && cells.All(string.IsNullOrWhiteSpace))
                continue;
            Finding? finding = null;
            try
            {
                if (isBroken || decoded.IsBad(first, last))
                {
                    throw new FormatException(
                        new LocalText(
                            "この行は引用符又は文字コードが壊れています",
                            "the quotes or the characters of this row are broken"
                        ).ToString()
                    );
                }

                finding = FindingRow.Read(column => places[column] < cells.Length ? CsvCell.Unescape(cells[places[column]]) : null);
            }
            catch (FormatException bad)
            {
                problem(new InputException(path, first, 1, WrittenException.Of(bad), bad));
            }

            isBroken = false;
            if (finding is not null)
                yield return finding;
        }
    }

    /// <summary>Whether a file is such a CSV, by the headers that no other list has together.</summary>
    public static bool Is(string path)
    {
        try
        {
            using var decoded = TextDecoder.Open(path);
            using var csv = new CsvReader(
                decoded,
                new CsvConfiguration(CultureInfo.InvariantCulture)
                {
                    Delimiter = decoded.Delimiter,
                    MissingFieldFound = null,
                    IgnoreBlankLines = false,
                    BadDataFound = null,
                }
            );
            var headers = Headers(csv);
            return new[] { nameof(Finding.ComputerName), nameof(Finding.CheckId), nameof(Finding.Outcome) }.All(name =>
                headers.Any(FindingColumns.Named(name).IsCalled)
            );
        }
        catch (InputException)
        {
            return false;
        }
    }

    private static string[] Headers(CsvReader csv)
    {
        while (csv.Read())
        {
            var cells = csv.Parser.Record!;
            if (!cells.All(string.IsNullOrWhiteSpace) && !cells[0].StartsWith(TypeLine, StringComparison.Ordinal))
                return cells;
        }

        return Array.Empty<string>();
    }

    private static Dictionary<FindingColumn, int> Places(string path, string[] headers)
    {
        var places = FindingColumns.All.ToDictionary(
            column => column,
            column => Enumerable.Range(0, headers.Length).Where(place => column.IsCalled(headers[place])).ToArray()
        );
        if (places.Where(each => each.Value.Length > 1).Select(each => each.Key.Name).FirstOrDefault() is { } doubled)
            throw new InputException(path, 1, 1, new LocalText($"{doubled} の列が2つあります", $"{doubled} stands there twice"));
        var missing = places.Where(each => each.Value.Length == 0).Select(each => each.Key.Name).ToArray();
        if (missing.Length > 0)
        {
            throw new InputException(
                path,
                1,
                1,
                new LocalText(
                    $"判定結果の列がありません: {string.Join("、", missing)}",
                    $"these are no whole findings: the columns {string.Join(", ", missing)} aren't there"
                )
            );
        }

        return places.ToDictionary(each => each.Key, each => each.Value[0]);
    }
}
