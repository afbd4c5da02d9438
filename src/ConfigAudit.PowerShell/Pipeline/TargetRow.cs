using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using ConfigAudit.Facts;
using ConfigAudit.Targets;
using ConfigAudit.Values;
using Microsoft.Management.Infrastructure;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// The target that an object declares by its properties, which are those of an inventory. It comes to be whatever the cells hold: one that can't be used is said in the target, so that
/// its host stays in the count.
/// </summary>
internal static class TargetRow
{
    /// <summary>Other names of columns: of PowerShell, of a directory, of a target itself.</summary>
    private static readonly Dictionary<string, string[]> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        [InventoryRow.NameColumn] = new[] { "DNSHostName", "CN", "MachineName", "Name" },
        ["Tags"] = new[] { "Tag" },
        ["Recording"] = new[] { "RecordingPath" },
    };

    /// <summary>The targets that came to be here, with the columns that were mistyped.</summary>
    private static readonly ConditionalWeakTable<Target, IReadOnlyList<(string Column, string Meant)>> Rows = new();

    /// <summary>A target for an object with properties; anything else as it is.</summary>
    public static object Of(object input)
    {
        var found = input is PSObject wrapped ? wrapped.BaseObject : input;
        if (found is null or string or ValueType or Target or Snapshot or CimSession or FileSystemInfo || (found is IEnumerable and not IDictionary))
            return input!;
        var columns = found is IDictionary table ? table.Keys.Cast<object>().Select(key => key.ToString() ?? string.Empty).ToArray() : PSObject.AsPSObject(input).Properties.Select(property => property.Name).ToArray();
        var fields = InventoryRow.Columns.Append(nameof(Target.Mistake))
            .Select(column => (Column: column, Text: Called(column).Select(name => Text(found, input, name)).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text))))
            .Where(each => each.Text is not null).ToDictionary(each => each.Column, each => each.Text!, StringComparer.OrdinalIgnoreCase);
        var target = fields.ContainsKey(InventoryRow.NameColumn)
            ? new InventoryRow(0, fields).ToTarget(folder: null)
            : new Target(string.Empty) { Mistake = $"it has {(columns.Length == 0 ? "no property" : string.Join(", ", columns.Take(12)))}" };
        var known = InventoryRow.Columns.SelectMany(Called).Append(nameof(Target.Mistake)).ToArray();
        Rows.Add(target, columns.Where(column => !known.Contains(column, StringComparer.OrdinalIgnoreCase))
            .Select(column => (column, Likeness.Nearest(column, InventoryRow.Columns))).Where(each => each.Item2 is not null).Select(each => (each.column, each.Item2!)).ToArray());
        return target;
    }

    /// <summary>Whether it came to be by an object's properties, of which nobody has said yet what is wrong.</summary>
    public static bool IsOf(Target target) => Rows.TryGetValue(target, out _);

    /// <summary>The properties that nothing reads, each with the one that it seems to be.</summary>
    public static IReadOnlyList<(string Column, string Meant)> Mistyped(Target target) => Rows.TryGetValue(target, out var columns) ? columns : Array.Empty<(string, string)>();

    private static IEnumerable<string> Called(string column) => Names.TryGetValue(column, out var others) ? others.Prepend(column) : new[] { column };

    private static string? Text(object found, object input, string name)
    {
        object? value;
        try
        {
            value = found is IDictionary table
                ? table.Keys.Cast<object>().Where(key => string.Equals(key.ToString(), name, StringComparison.OrdinalIgnoreCase)).Select(key => table[key]).FirstOrDefault()
                : PSObject.AsPSObject(input).Properties[name]?.Value;
        }
        catch (GetValueException)
        {
            // A property that works its value out, and can't.
            return null;
        }

        return (value is PSObject wrapped ? wrapped.BaseObject : value) switch
        {
            null => null,
            string text => text,
            IEnumerable many => string.Join(";", many.Cast<object?>().Select(each => each?.ToString())),
            IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
            var other => other.ToString(),
        };
    }
}
