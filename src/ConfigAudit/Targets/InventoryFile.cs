using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Files;
using ConfigAudit.Values;
using CsvHelper;
using CsvHelper.Configuration;

namespace ConfigAudit.Targets;

/// <summary>
/// The organisation's list of hosts: a CSV with the columns ComputerName, Address, Zone, Role, Model, Tags and Recording, of which only the
/// first is needed. A bad row costs itself alone.
/// </summary>
internal static class InventoryFile
{
    private static readonly string[] Columns = { "ComputerName", "Address", "Zone", "Role", "Model", "Tags", "Recording" };

    /// <param name="path">The file; recordings are named relative to its folder.</param>
    /// <param name="problem">Told of each bad row.</param>
    /// <exception cref="InputException">The file can't be opened, or has no column ComputerName.</exception>
    public static IEnumerable<Target> Read(string path, Action<InputException> problem)
    {
        using var reader = new StringReader(Text(path));
        using var csv = new CsvReader(reader, new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            TrimOptions = TrimOptions.Trim,
            PrepareHeaderForMatch = header => header.Header.Trim().ToUpperInvariant(),
            MissingFieldFound = null,
            BadDataFound = bad => problem(new InputException(path, bad.Context.Parser!.RawRow, 1, "the quotes in this row don't match; look whether the rows below it were taken for a part of it")),
        });
        if (!csv.Read() || !csv.ReadHeader() || !Has(csv, Columns[0]))
            throw new InputException(path, 1, 1, $"there is no column ComputerName; the columns are: {string.Join(", ", Columns)}");

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        while (csv.Read())
        {
            Target? target = null;
            try
            {
                target = Row(path, csv);
                if (!seen.Add(target.ComputerName))
                    throw new FormatException($"'{target.ComputerName}' stands in the file twice; this row is left out");
            }
            catch (FormatException bad)
            {
                problem(new InputException(path, csv.Parser.RawRow, 1, bad.Message, bad));
                continue;
            }

            yield return target;
        }
    }

    /// <summary>Strictly: a file in another encoding would come out with garbled names and no complaint.</summary>
    private static string Text(string path)
    {
        try
        {
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

    private static Target Row(string path, CsvReader csv)
    {
        var name = Field(csv, "ComputerName") ?? throw new FormatException("the row has no ComputerName");
        return new Target(name)
        {
            Address = Field(csv, "Address"),
            Zone = Named<Zone>(csv, "Zone"),
            Role = Named<HostRole>(csv, "Role"),
            Model = Named<NetworkModel>(csv, "Model"),
            Tags = Field(csv, "Tags")?.Split(new[] { ';' }, StringSplitOptions.RemoveEmptyEntries).Select(tag => tag.Trim()).ToArray() ?? Array.Empty<string>(),
            RecordingPath = Field(csv, "Recording") is { } recording ? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, recording) : null,
        };
    }

    private static bool Has(CsvReader csv, string column) => csv.HeaderRecord!.Any(header => header.Trim().Equals(column, StringComparison.OrdinalIgnoreCase));

    private static string? Field(CsvReader csv, string column) =>
        Has(csv, column) && csv.TryGetField<string>(column, out var text) && !string.IsNullOrWhiteSpace(text) ? text!.Trim() : null;

    private static E? Named<E>(CsvReader csv, string column)
        where E : struct, Enum =>
        Field(csv, column) is { } text ? ((ValueKind<E>)ValueKind.Of(typeof(E))).Parse(text) : null;
}
