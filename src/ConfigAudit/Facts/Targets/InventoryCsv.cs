using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using CsvHelper;
using CsvHelper.Configuration;

namespace ConfigAudit.Facts.Targets;

/// <summary>The rows of an inventory, or another list of hosts, in CSV, however Excel saved it, or PowerShell.</summary>
internal static class InventoryCsv
{
    /// <summary>A million hosts need less.</summary>
    private const long MaxBytes = 128 * 1024 * 1024;

    /// <summary>What Export-Csv of Windows PowerShell writes above the headers.</summary>
    private const string TypeLine = "#TYPE ";

    private static readonly LocalText BadRow = new(
        "この行にはUTF-8でもcp932でもない文字があります。書き直してください",
        "this row has characters that are neither UTF-8 nor cp932: write it again"
    );

    private static readonly LocalText BadQuotes = new(
        "この行の引用符が対応していません。引用符を直してください",
        "the quotes in this row don't match: mend them"
    );

    /// <param name="path">The file.</param>
    /// <param name="known">The columns that it may have, for whoever misspelt the one that it must have.</param>
    /// <param name="problem">Told of each bad row.</param>
    /// <param name="remark">Told of columns that nothing reads and that may be somebody's own.</param>
    /// <exception cref="InputException">The file can't be opened, has no column ComputerName, or one twice.</exception>
    public static IEnumerable<InventoryRow> Read(
        string path,
        IReadOnlyList<string> known,
        Action<InputException> problem,
        Action<InputException> remark
    )
    {
        using var reader = TextDecoder.Open(path, MaxBytes);
        var isBroken = false;
        using var csv = new CsvReader(reader, Settings(reader.Delimiter, () => isBroken = true));
        var hasHeader = csv.Read();
        while (
            hasHeader
            && (
                csv.Parser.Record!.All(string.IsNullOrWhiteSpace)
                || csv.Parser.Record![0].StartsWith(TypeLine, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            hasHeader = csv.Read();
        }

        var columns = hasHeader && csv.ReadHeader() ? csv.HeaderRecord!.Select(header => header.Trim()).ToArray() : Array.Empty<string>();
        columns = InventoryRow.Translated(columns, known);
        var named = InventoryRow
            .Called(InventoryRow.NameColumn)
            .FirstOrDefault(name => columns.Contains(name, StringComparer.OrdinalIgnoreCase));
        if (named is null)
            throw new InputException(path, 1, 1, InventoryColumns.Nameless(columns, known));
        InventoryColumns.Check(path, columns, known.Append(named).ToArray(), problem, remark);
        columns = columns
            .Select(column => string.Equals(column, named, StringComparison.OrdinalIgnoreCase) ? InventoryRow.NameColumn : column)
            .ToArray();
        isBroken = false;
        var before = csv.Parser.RawRow;
        while (csv.Read())
        {
            var (first, last, cells) = (before + 1, csv.Parser.RawRow, csv.Parser.Record!);
            before = last;
            if (cells.Length == 1 && string.IsNullOrWhiteSpace(cells[0]))
                continue;
            var row = Row(last, columns, cells);
            if (InventoryLines.Of(csv.Parser.RawRecord) is { Count: > 1 } lines && lines.Are(columns.Length, reader.Delimiter, isBroken))
            {
                isBroken = false;
                var wrong = lines.Mistake(first);
                problem(new InputException(path, first + lines.Opening, 1, wrong));
                foreach (var (line, number) in lines.Select((line, at) => (line, first + at)).Where(each => each.line.Trim().Length > 0))
                {
                    yield return Row(number, columns, Cells(line, reader.Delimiter)) with
                    {
                        Mistake = wrong,
                    };
                }

                continue;
            }

            var mistake =
                reader.IsBad(first, last) ? BadRow
                : isBroken ? BadQuotes
                : Beyond(columns, cells) is { } beyond
                    ? new LocalText(
                        $"'{beyond}' の上に見出しがありません。セルの数が列より多いか、引用符のないコンマを含むセルがあります。直すまで、このホストには問い合わせず、件数には含めます",
                        $"'{beyond}' stands below no header: this row has more cells than there are columns, or a cell with a comma that isn't quoted; until it is mended its host isn't asked, and stays in the count"
                    )
                : row
                    .Fields.FirstOrDefault(field =>
                        known.Contains(field.Key, StringComparer.OrdinalIgnoreCase) && field.Value.Trim().IndexOf('\n') >= 0
                    )
                    .Key
                    is { } column
                    ? new LocalText(
                        $"{column} のセルに改行があります。1行で書いてください",
                        $"a line break stands in {column}: write it in one line"
                    )
                : null;
            isBroken = false;
            if (mistake is not null)
                problem(new InputException(path, last, 1, mistake));
            yield return row with
            {
                Mistake = mistake,
            };
        }
    }

    /// <summary>What stands below no header; null for nothing. Cells that are missing at the end are empty ones.</summary>
    private static string? Beyond(string[] columns, string[] cells) =>
        cells.Where((cell, index) => cell.Trim().Length > 0 && (index >= columns.Length || columns[index].Length == 0)).FirstOrDefault();

    private static CsvConfiguration Settings(string delimiter, Action broken) =>
        new(CultureInfo.InvariantCulture)
        {
            Delimiter = delimiter,
            TrimOptions = TrimOptions.Trim,
            MissingFieldFound = null,
            // They count as lines, so that each row's line is known.
            IgnoreBlankLines = false,
            BadDataFound = _ => broken(),
        };

    private static InventoryRow Row(int line, string[] columns, string[] cells)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < columns.Length; index++)
            fields[columns[index]] = index < cells.Length ? cells[index] : string.Empty;
        return new InventoryRow(line, fields);
    }

    /// <summary>Those of a line by itself; a quote that has no other is left out.</summary>
    private static string[] Cells(string line, string delimiter)
    {
        var whole = line.Count(letter => letter == '"') % 2 == 0 ? line : line.Replace("\"", string.Empty);
        using var csv = new CsvReader(new StringReader(whole), Settings(delimiter, () => { }));
        return csv.Read() ? csv.Parser.Record! : Array.Empty<string>();
    }
}
