using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Files;
using CsvHelper;
using CsvHelper.Configuration;

namespace ConfigAudit.Registers.Reading;

/// <summary>The rows of a register in CSV, as Japanese Excel saves it (RFC 4180).</summary>
internal static class RegisterCsv
{
    /// <param name="path">The file.</param>
    /// <param name="headers">Told of the headers before the first row; throws where they can't be used.</param>
    /// <param name="problem">Told of each row that can't be read.</param>
    /// <exception cref="InputException">The file can't be opened.</exception>
    public static IEnumerable<RegisterRow> Read(string path, Action<IReadOnlyList<string>> headers, Action<InputException> problem)
    {
        var decoded = TextDecoder.Read(path);
        using var reader = new StringReader(decoded.Text);
        var isBroken = false;
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            TrimOptions = TrimOptions.Trim,
            MissingFieldFound = null,
            // They count as lines, and are left out with the rows of empty cells.
            IgnoreBlankLines = false,
            BadDataFound = _ => isBroken = true,
        });
        var hasHeader = csv.Read();
        while (hasHeader && csv.Parser.Record!.All(string.IsNullOrWhiteSpace))
            hasHeader = csv.Read();
        var names = hasHeader && csv.ReadHeader() ? csv.HeaderRecord! : Array.Empty<string>();
        if (isBroken)
            throw new InputException(path, 1, 1, "the quotes in the headers don't match");
        headers(names);
        var before = csv.Parser.RawRow;
        while (csv.Read())
        {
            var (first, last) = (before + 1, csv.Parser.RawRow);
            before = last;
            // Quotes are looked at where a cell is.
            var cells = csv.Parser.Record!;
            if (isBroken)
            {
                isBroken = false;
                problem(new InputException(path, first, 1, "the quotes in this row don't match; look whether the rows below it were taken for a part of it"));
            }
            else if (decoded.BadLines.Any(line => line >= first && line <= last))
            {
                problem(new InputException(path, first, 1, "this row has characters that are neither UTF-8 nor cp932: write it again"));
            }
            else if (cells.Where((cell, index) => cell.Trim().Length > 0 && (index >= names.Length || string.IsNullOrWhiteSpace(names[index]))).FirstOrDefault() is { } beyond)
            {
                problem(new InputException(path, first, 1, $"'{beyond}' stands below no header: this row has more cells than there are columns, or a cell with a comma that isn't quoted"));
            }
            else
            {
                yield return new RegisterRow(first, names.Select((name, index) => new KeyValuePair<string, string>(name, index < cells.Length ? cells[index] : string.Empty)).ToArray());
            }
        }
    }
}
