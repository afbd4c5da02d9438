using System;
using System.Collections;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Base.Values;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>The properties of an object, or the entries of a hashtable, as the cells of a row.</summary>
internal sealed class RowProperties
{
    private readonly object _input;
    private readonly IDictionary? _table;

    public RowProperties(object input)
    {
        _input = input;
        _table = (input is PSObject wrapped ? wrapped.BaseObject : input) as IDictionary;
        Names = _table is not null
            ? _table.Keys.Cast<object>().Select(key => key.ToString() ?? string.Empty).ToArray()
            : PSObject.AsPSObject(input).Properties.Select(property => property.Name).ToArray();
    }

    public IReadOnlyList<string> Names { get; }

    public bool Has(string name) => Names.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The first of the names under which something stands; null for nothing.</summary>
    public string? Text(IEnumerable<string> names) => names.Select(Text).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text));

    /// <summary>What the row holds, by column.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="called">What each may be called.</param>
    public Dictionary<string, string> Fields(IEnumerable<string> columns, Func<string, IEnumerable<string>> called) =>
        columns
            .Select(column => (Column: column, Text: Text(called(column))))
            .Where(each => each.Text is not null)
            .ToDictionary(each => each.Column, each => each.Text!, StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a row that names nobody.</summary>
    public LocalText Nameless() =>
        Names.Count == 0
            ? new LocalText("プロパティがありません", "it has no property")
            : new LocalText($"プロパティは {string.Join("、", Names.Take(12))} です", $"it has {string.Join(", ", Names.Take(12))}");

    private string? Text(string name) =>
        Value(name) switch
        {
            // What was an enumeration in another process is a number with a name.
            PSObject was when was.TypeNames.Contains("Deserialized.System.Enum") => was.ToString(),
            PSObject wrapped => Text(wrapped.BaseObject),
            var plain => Text(plain),
        };

    private static string? Text(object? value) =>
        value switch
        {
            null => null,
            string text => text,
            IEnumerable many => string.Join(";", many.Cast<object?>().Select(each => each?.ToString())),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            var other => other.ToString(),
        };

    private object? Value(string name)
    {
        try
        {
            return _table is not null
                ? _table
                    .Keys.Cast<object>()
                    .Where(key => string.Equals(key.ToString(), name, StringComparison.OrdinalIgnoreCase))
                    .Select(key => _table[key])
                    .FirstOrDefault()
                : PSObject.AsPSObject(_input).Properties[name]?.Value;
        }
        catch (GetValueException)
        {
            // A property that works its value out, and can't.
            return null;
        }
    }
}
