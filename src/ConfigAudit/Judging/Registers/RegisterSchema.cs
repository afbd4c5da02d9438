using System;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Text;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Registers.Reading;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Judging.Registers;

/// <summary>
/// The JSON schema of a register, for editors: its columns in both languages, and what may stand there. The program itself reads more ways
/// to write a
/// header.
/// </summary>
internal static class RegisterSchema
{
    /// <summary>The name of its file.</summary>
    public static string FileName(RegisterType type) => $"{type.Name}.schema.json";

    /// <exception cref="IOException">It can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be written.</exception>
    public static void Save(RegisterType type, string path)
    {
        using var file = new AtomicFile(path);
        var bytes = new UTF8Encoding(false).GetBytes(Text(type));
        file.Stream.Write(bytes, 0, bytes.Length);
        file.Commit();
    }

    public static string Text(RegisterType type) => Of(type).ToString(Formatting.Indented).Replace("\r\n", "\n") + "\n";

    private static JObject Of(RegisterType type) =>
        new()
        {
            ["$schema"] = "http://json-schema.org/draft-07/schema#",
            ["title"] = $"{type.Name} ({type.Japanese})",
            ["type"] = "object",
            ["required"] = new JArray("format", "register", "rows"),
            ["additionalProperties"] = false,
            ["properties"] = new JObject
            {
                ["$schema"] = new JObject { ["type"] = "string" },
                ["format"] = new JObject { ["enum"] = new JArray(RegisterJson.Format) },
                ["register"] = new JObject { ["enum"] = new JArray(type.Name, type.Japanese) },
                ["rows"] = new JObject
                {
                    ["type"] = "array",
                    ["items"] = new JObject { ["anyOf"] = new JArray(Reference("row"), Reference("none")) },
                },
            },
            ["definitions"] = new JObject
            {
                ["row"] = Row(type),
                ["none"] = new JObject
                {
                    ["description"] = "As the only row: there is nothing to register.",
                    ["type"] = "object",
                    ["minProperties"] = 1,
                    ["maxProperties"] = 1,
                    ["additionalProperties"] = new JObject { ["enum"] = new JArray("なし", "none") },
                },
            },
        };

    private static JObject Reference(string name) => new() { ["$ref"] = "#/definitions/" + name };

    private static JObject Row(RegisterType type) =>
        new()
        {
            ["type"] = "object",
            ["additionalProperties"] = false,
            ["properties"] = new JObject(
                type.Columns.SelectMany(column => new[] { column.Name, column.Japanese }.Select(name => new JProperty(name, Cell(column))))
                    .Concat(new[] { "備考", "Remarks" }.Select(name => new JProperty(name, new JObject { ["type"] = "string" })))
            ),
            ["allOf"] = new JArray(type.Columns.Select(Once).Where(rule => rule.Count > 0)),
        };

    /// <summary>A column that a row needs stands there in one of the languages; no column in both.</summary>
    private static JObject Once(RegisterColumn column)
    {
        var either = new JArray(new[] { column.Name, column.Japanese }.Select(name => new JObject { ["required"] = new JArray(name) }));
        return column.IsRequired
            ? new JObject { ["oneOf"] = either }
            : new JObject { ["not"] = new JObject { ["required"] = new JArray(column.Name, column.Japanese) } };
    }

    private static JObject Cell(RegisterColumn column)
    {
        var cell = new JObject
        {
            ["description"] =
                column.Example.Length == 0 ? $"{column.Name} ({column.Japanese})" : $"{column.Name} ({column.Japanese}): {column.Example}",
        };
        if (column.Type.IsEnum)
        {
            var names = column
                .Type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .SelectMany(member =>
                    (member.GetCustomAttribute<JapaneseNameAttribute>()?.Names ?? Array.Empty<string>()).Prepend(member.Name)
                );
            cell["enum"] = new JArray(column.IsRequired ? names : names.Append(string.Empty));
        }
        else if (column.Type == typeof(string))
        {
            cell["type"] = column.IsRequired ? new JArray("string", "number") : new JArray("string", "number", "null");
            if (column.IsRequired)
                cell["minLength"] = 1;
        }
        else if (column.Type == typeof(DateTime) || column.Type == typeof(DateTimeOffset) || column.Type == typeof(bool))
        {
            cell["type"] =
                column.Type == typeof(bool) ? new JArray("boolean", "string", "null")
                : column.IsRequired ? "string"
                : new JArray("string", "null");
        }
        else
        {
            cell["type"] = new JArray("string", "array", "null");
            cell["items"] = new JObject { ["type"] = "string" };
        }

        return cell;
    }
}
