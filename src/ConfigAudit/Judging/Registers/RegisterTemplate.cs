using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Base.Files;
using ConfigAudit.Judging.Registers.Reading;
using CsvHelper;
using CsvHelper.Configuration;
using Newtonsoft.Json;

namespace ConfigAudit.Judging.Registers;

/// <summary>
/// A register to fill in: its columns, and no row, which leaves each check of it Unknown until somebody fills it in; or with a row that
/// shows how one
/// is written.
/// </summary>
internal static class RegisterTemplate
{
    /// <summary>Writes CSV for Excel (UTF-8 with its mark), or JSON where the file is called so; whole or not at all.</summary>
    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be written.</exception>
    public static void Save(RegisterType type, string path, bool isJapanese, bool hasExample)
    {
        using var file = new AtomicFile(path);
        using (
            var writer = new StreamWriter(
                file.Stream,
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: !IsJson(path)),
                1024,
                leaveOpen: true
            )
        )
        {
            if (IsJson(path))
                WriteJson(type, writer, isJapanese, hasExample);
            else
                WriteCsv(type, writer, isJapanese, hasExample);
        }

        file.Commit();
    }

    private static bool IsJson(string path) => string.Equals(Path.GetExtension(path), ".json", StringComparison.OrdinalIgnoreCase);

    private static string Header(RegisterColumn column, bool isJapanese) => isJapanese ? column.Japanese : column.Name;

    private static void WriteCsv(RegisterType type, TextWriter writer, bool isJapanese, bool hasExample)
    {
        using var csv = new CsvWriter(writer, new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\r\n" }, leaveOpen: true);
        foreach (var column in type.Columns)
            csv.WriteField(Header(column, isJapanese));
        csv.NextRecord();
        if (!hasExample)
            return;
        foreach (var column in type.Columns)
            csv.WriteField(column.Example);
        csv.NextRecord();
    }

    private static void WriteJson(RegisterType type, TextWriter writer, bool isJapanese, bool hasExample)
    {
        using var json = new JsonTextWriter(writer) { Formatting = Formatting.Indented, CloseOutput = false };
        json.WriteStartObject();
        json.WritePropertyName("$schema");
        json.WriteValue(RegisterSchema.FileName(type));
        json.WritePropertyName("format");
        json.WriteValue(RegisterJson.Format);
        json.WritePropertyName("register");
        json.WriteValue(type.Name);
        json.WritePropertyName("rows");
        json.WriteStartArray();
        foreach (
            var columns in hasExample
                ? new[] { type.Columns }
                : Enumerable.Empty<System.Collections.Generic.IReadOnlyList<RegisterColumn>>()
        )
        {
            json.WriteStartObject();
            foreach (var column in columns)
            {
                json.WritePropertyName(Header(column, isJapanese));
                json.WriteValue(column.Example);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
