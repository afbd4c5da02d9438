using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Files;
using CsvHelper;
using CsvHelper.Configuration;

namespace ConfigAudit.Targets;

/// <summary>The rows of an inventory, or another list of hosts, in CSV, UTF-8.</summary>
internal static class InventoryCsv
{
    /// <summary>A million hosts need less.</summary>
    private const long MaxBytes = 128 * 1024 * 1024;

    /// <param name="path">The file.</param>
    /// <param name="known">The columns that it may have, for whoever misspelt the one that it must have.</param>
    /// <param name="problem">Told of each bad row.</param>
    /// <param name="remark">Told of columns that nothing reads and that may be somebody's own.</param>
    /// <exception cref="InputException">The file can't be opened, has no column ComputerName, or one twice.</exception>
    public static IEnumerable<InventoryRow> Read(string path, IReadOnlyList<string> known, Action<InputException> problem, Action<InputException> remark)
    {
        using var reader = new StringReader(Text(path));
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            TrimOptions = TrimOptions.Trim,
            MissingFieldFound = null,
            BadDataFound = bad =>
                problem(new InputException(path, bad.Context.Parser!.RawRow, 1,
                "the quotes in this row don't match; look whether the rows below it were taken for a part of it")),
        });
        var columns = csv.Read() && csv.ReadHeader() ? csv.HeaderRecord!.Select(header => header.Trim()).ToArray() : Array.Empty<string>();
        if (!columns.Contains(InventoryRow.NameColumn, StringComparer.OrdinalIgnoreCase))
            throw new InputException(path, 1, 1, InventoryColumns.Nameless(columns, known));
        InventoryColumns.Check(path, columns, known, problem, remark);
        while (csv.Read())
        {
            var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            for (var index = 0; index < columns.Length; index++)
                fields[columns[index]] = csv.TryGetField<string>(index, out var text) ? text ?? string.Empty : string.Empty;
            yield return new InventoryRow(csv.Parser.RawRow, fields);
        }
    }

    /// <summary>Strictly: a file in another encoding would come out with garbled names and no complaint.</summary>
    private static string Text(string path)
    {
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
                throw new InputException(path, $"it has more than {MaxBytes / (1024 * 1024)} MB, which no list of hosts has");
            return File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
        }
        catch (DecoderFallbackException bad)
        {
            throw new InputException(path, "it isn't UTF-8: save it in Excel as \"CSV UTF-8\"", bad);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException(path, "it can't be opened: " + bad.Message, bad);
        }
    }
}
