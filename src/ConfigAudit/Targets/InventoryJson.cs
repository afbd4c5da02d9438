using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Files;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Targets;

/// <summary>The rows of an inventory in JSON, format ConfigAudit.Inventory/1: <c>targets</c>, an array of objects with the columns as members.</summary>
internal static class InventoryJson
{
    private const string Format = "ConfigAudit.Inventory/1";

    public static IEnumerable<InventoryRow> Read(string path, Action<InputException> problem)
    {
        foreach (var node in JsonDocument.Load(path, Format).Root["targets"].Elements())
        {
            InventoryRow row;
            try
            {
                row = new InventoryRow(node.Line, Columns(node));
            }
            catch (InputException bad)
            {
                problem(bad);
                continue;
            }

            yield return row;
        }
    }

    private static Dictionary<string, string> Columns(JsonNode node)
    {
        var columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in node.Members())
        {
            if (columns.ContainsKey(Column(name, value)))
                throw value.Error($"'{name}' stands here twice, written differently");
            columns.Add(Column(name, value), Text(value));
        }

        return columns;
    }

    private static string Column(string name, JsonNode value) =>
        InventoryRow.Columns.FirstOrDefault(column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase))
        ?? throw value.Error($"'{name}' isn't known here; known are: {string.Join(", ", InventoryRow.Columns)}");

    private static string Text(JsonNode node) => node.Token switch
    {
        JArray => string.Join(";", node.Elements().Select(Text)),
        JValue value => Convert.ToString(value.Value, CultureInfo.InvariantCulture) ?? string.Empty,
        _ => throw node.Error("a text, a number, true, false or an array of texts is wanted here"),
    };
}
