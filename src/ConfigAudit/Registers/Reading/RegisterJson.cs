using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Files;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Registers.Reading;

/// <summary>The rows of a register in JSON, format ConfigAudit.Register/1: <c>register</c>, its name, and <c>rows</c>, an array of objects with the columns as members.</summary>
internal static class RegisterJson
{
    public const string Format = "ConfigAudit.Register/1";

    /// <summary>The name of the register that the file holds.</summary>
    /// <exception cref="InputException">The file can't be read, or is no register.</exception>
    public static JsonNode Register(string path) => JsonDocument.Load(path, Format).Root["register"];

    /// <exception cref="InputException">The file can't be read, or is no register.</exception>
    public static IEnumerable<RegisterRow> Read(string path, Action<InputException> problem)
    {
        var root = JsonDocument.Load(path, Format).Root;
        root.AllowOnly("$schema", "format", "register", "rows");
        foreach (var node in root["rows"].Elements())
        {
            RegisterRow row;
            try
            {
                row = new RegisterRow(node.Line, node.Members().Select(member => new KeyValuePair<string, string>(member.Name, Text(member.Value))).ToArray());
            }
            catch (InputException bad)
            {
                problem(bad);
                continue;
            }

            yield return row;
        }
    }

    private static string Text(JsonNode node) => node.Token switch
    {
        JArray => string.Join(";", node.Elements().Select(Text)),
        JValue value => Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? string.Empty,
        _ => throw node.Error("a text, a number, true, false, null or an array of texts is wanted here"),
    };
}
