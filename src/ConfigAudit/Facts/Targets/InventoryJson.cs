using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using Newtonsoft.Json.Linq;

namespace ConfigAudit.Facts.Targets;

/// <summary>The rows of an inventory in JSON, format ConfigAudit.Inventory/1: <c>targets</c>, an array of objects with the columns as
/// members.</summary>
internal static class InventoryJson
{
    private const string Format = "ConfigAudit.Inventory/1";

    public static IEnumerable<InventoryRow> Read(string path, Action<InputException> problem)
    {
        foreach (var node in Nodes(path))
        {
            InventoryRow row;
            try
            {
                row = Row(node, problem);
            }
            catch (InputException bad)
            {
                problem(bad);
                continue;
            }

            yield return row;
        }
    }

    /// <summary>Targets that went through ConvertTo-Json are an array, and one alone an object.</summary>
    private static IEnumerable<JsonNode> Nodes(string path) =>
        JsonFile.LoadAny(path) switch
        {
            JArray targets => targets.Select(target => new JsonNode(path, target)),
            JObject target
                when target["format"] is null && target.GetValue(InventoryRow.NameColumn, StringComparison.OrdinalIgnoreCase) is not null =>
                new[] { new JsonNode(path, target) },
            var root => JsonDocument.Of(path, (JObject)root, Format).Root["targets"].Elements(),
        };

    /// <summary>A member that can't be read is told, and leaves the host that the others name.</summary>
    private static InventoryRow Row(JsonNode node, Action<InputException> problem)
    {
        var columns = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var mistakes = new List<LocalText>();
        foreach (var (name, value) in node.Members())
        {
            try
            {
                if (columns.ContainsKey(Column(name, value)))
                {
                    throw value.Error(
                        new LocalText($"'{name}' が、書き方を変えて2回書かれています", $"'{name}' stands here twice, written differently")
                    );
                }

                columns.Add(Column(name, value), value.Cell());
            }
            catch (InputException bad)
            {
                problem(bad);
                mistakes.Add(bad.Told);
            }
        }

        return new InventoryRow(node.Line, columns) { Mistake = mistakes.Count == 0 ? null : LocalText.Join(mistakes) };
    }

    private static string Column(string name, JsonNode value) =>
        InventoryRow.Readable.FirstOrDefault(column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase))
        ?? (InventoryRow.Japanese(name) is { } japanese && InventoryRow.Columns.Contains(japanese) ? japanese : null)
        ?? throw value.Error(
            new LocalText(
                $"'{name}' はここでは使えません{(Likeness.Nearest(name, InventoryRow.Columns) is { } like ? $"（{like} の誤りではありませんか）" : string.Empty)}。使えるのは {string.Join("、", InventoryRow.Columns)} です",
                $"'{name}' isn't known here{(Likeness.Nearest(name, InventoryRow.Columns) is { } near ? $"; is it {near}?" : string.Empty)}; known are: {string.Join(", ", InventoryRow.Columns)}"
            )
        );
}
