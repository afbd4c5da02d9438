using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using CsvHelper;
using CsvHelper.Configuration;

namespace ConfigAudit.Judging.Registers.Reading;

/// <summary>The rows of a register in CSV, as Japanese Excel saves it (RFC 4180).</summary>
internal static class RegisterCsv
{
    /// <summary>A cell has no more characters; a quote that never ends would take all that follows for one.</summary>
    private const int MaxCell = 64 * 1024;

    /// <summary>More than anybody keeps by hand in one file.</summary>
    private const int MaxRows = JsonList.MaxEntries;

    /// <param name="path">The file.</param>
    /// <param name="headers">Told of the headers before the first row; throws where they can't be used.</param>
    /// <param name="take">Told of each row.</param>
    /// <param name="problem">Told of each row that can't be read.</param>
    /// <exception cref="InputException">The file can't be opened, or has more rows than are read.</exception>
    public static void Read(string path, Action<IReadOnlyList<string>> headers, Action<RegisterRow> take, Action<InputException> problem)
    {
        using var decoded = TextDecoder.Open(path);
        var isBroken = false;
        using var csv = new CsvReader(
            decoded,
            new CsvConfiguration(CultureInfo.InvariantCulture)
            {
                Delimiter = decoded.Delimiter,
                TrimOptions = TrimOptions.Trim,
                MissingFieldFound = null,
                MaxFieldSize = MaxCell,
                // They count as lines, and are left out with the rows of empty cells.
                IgnoreBlankLines = false,
                BadDataFound = _ => isBroken = true,
            }
        );
        var hasHeader = Next();
        // Export-Csv of Windows PowerShell writes the rows' type above the headers.
        while (
            hasHeader
            && (
                csv.Parser.Record!.All(string.IsNullOrWhiteSpace)
                || csv.Parser.Record![0].StartsWith("#TYPE ", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            hasHeader = Next();
        }

        var names = hasHeader && csv.ReadHeader() ? csv.HeaderRecord! : Array.Empty<string>();
        if (isBroken)
        {
            throw new InputException(
                path,
                1,
                1,
                new LocalText("見出しの引用符が対応していません", "the quotes in the headers don't match")
            );
        }

        headers(names);
        var before = csv.Parser.RawRow;
        for (var count = 1; Next(); count++)
        {
            if (count > MaxRows)
            {
                throw new InputException(
                    path,
                    before + 1,
                    1,
                    new LocalText(
                        $"{MaxRows} 行を超えています。1つのファイルから読み取るのはそこまでなので、名前の先頭が同じ複数のファイルに分けてください",
                        $"there are more than {MaxRows} rows, and no more are read of one file: part it in several, whose names begin alike"
                    )
                );
            }

            var (first, last) = (before + 1, csv.Parser.RawRow);
            before = last;
            // Quotes are looked at where a cell is.
            var cells = csv.Parser.Record!;
            if (isBroken)
            {
                isBroken = false;
                problem(
                    new InputException(
                        path,
                        first,
                        1,
                        new LocalText(
                            "この行の引用符が対応していません。下の行がこの行の一部とみなされていないか確認してください",
                            "the quotes in this row don't match; look whether the rows below it were taken for a part of it"
                        )
                    )
                );
            }
            else if (decoded.IsBad(first, last))
            {
                problem(
                    new InputException(
                        path,
                        first,
                        1,
                        new LocalText(
                            "この行に、UTF-8でもcp932でもない文字があります。書き直してください",
                            "this row has characters that are neither UTF-8 nor cp932: write it again"
                        )
                    )
                );
            }
            else if (
                cells
                    .Where((cell, index) => cell.Trim().Length > 0 && (index >= names.Length || string.IsNullOrWhiteSpace(names[index])))
                    .FirstOrDefault() is
                { } beyond
            )
            {
                problem(
                    new InputException(
                        path,
                        first,
                        1,
                        new LocalText(
                            $"'{beyond}' の上に見出しがありません。セルの数が列より多いか、引用符のないコンマを含むセルがあります",
                            $"'{beyond}' stands below no header: this row has more cells than there are columns, or a cell with a comma that isn't quoted"
                        )
                    )
                );
            }
            else
            {
                take(
                    new RegisterRow(
                        first,
                        names
                            .Select(
                                (name, index) => new KeyValuePair<string, string>(name, index < cells.Length ? cells[index] : string.Empty)
                            )
                            .ToArray()
                    )
                );
            }
        }

        bool Next()
        {
            try
            {
                return csv.Read();
            }
            catch (MaxFieldSizeException bad)
            {
                throw new InputException(
                    path,
                    csv.Parser.RawRow,
                    1,
                    new LocalText(
                        $"{MaxCell} 文字を超えるセルがあります。引用符が閉じているか確認してください",
                        $"a cell has more than {MaxCell} characters: look whether its quote ends"
                    ),
                    bad
                );
            }
        }
    }
}
