using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Files;
using ConfigAudit.Registers.Reading;
using ConfigAudit.Values;
using CsvHelper;
using CsvHelper.Configuration;

namespace ConfigAudit.Targets;

/// <summary>The rows of an inventory, or another list of hosts, in CSV, however Excel saved it.</summary>
internal static class InventoryCsv
{
    /// <summary>A million hosts need less.</summary>
    private const long MaxBytes = 128 * 1024 * 1024;

    private static readonly LocalText BadRow = new("この行にはUTF-8でもcp932でもない文字があります。書き直してください", "this row has characters that are neither UTF-8 nor cp932: write it again");

    /// <param name="path">The file.</param>
    /// <param name="known">The columns that it may have, for whoever misspelt the one that it must have.</param>
    /// <param name="problem">Told of each bad row.</param>
    /// <param name="remark">Told of columns that nothing reads and that may be somebody's own.</param>
    /// <exception cref="InputException">The file can't be opened, has no column ComputerName, or one twice.</exception>
    public static IEnumerable<InventoryRow> Read(string path, IReadOnlyList<string> known, Action<InputException> problem, Action<InputException> remark)
    {
        using var reader = TextDecoder.Open(path, MaxBytes);
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = reader.Delimiter,
            TrimOptions = TrimOptions.Trim,
            MissingFieldFound = null,
            BadDataFound = bad =>
                problem(new InputException(path, bad.Context.Parser!.RawRow, 1,
                new LocalText("この行の引用符が対応していません。下の行がこの行の一部とみなされていないか確認してください", "the quotes in this row don't match; look whether the rows below it were taken for a part of it"))),
        });
        var columns = csv.Read() && csv.ReadHeader() ? csv.HeaderRecord!.Select(header => header.Trim()).ToArray() : Array.Empty<string>();
        if (!columns.Contains(InventoryRow.NameColumn, StringComparer.OrdinalIgnoreCase))
            throw new InputException(path, 1, 1, InventoryColumns.Nameless(columns, known));
        InventoryColumns.Check(path, columns, known, problem, remark);
        var before = csv.Parser.RawRow;
        while (csv.Read())
        {
            var isBad = reader.IsBad(before + 1, csv.Parser.RawRow);
            before = csv.Parser.RawRow;
            if (isBad)
                problem(new InputException(path, before, 1, BadRow));
            var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            for (var index = 0; index < columns.Length; index++)
                fields[columns[index]] = csv.TryGetField<string>(index, out var text) ? text ?? string.Empty : string.Empty;
            yield return new InventoryRow(before, fields) { Mistake = isBad ? BadRow.En : null };
        }
    }
}
