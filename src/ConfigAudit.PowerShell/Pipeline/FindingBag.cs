using System;
using System.Globalization;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Telling.Outputs;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// Reads a finding from an object that holds its properties: from Import-Csv, ConvertFrom-Json, Import-Clixml, another process, or
/// Select-Object *.
/// </summary>
internal static class FindingBag
{
    /// <exception cref="FormatException">It is no whole finding; the message says why.</exception>
    public static Finding Read(object? bag)
    {
        if (bag is PSObject { BaseObject: Finding whole })
            return whole;
        if (bag is Finding finding)
            return finding;
        if (bag is not PSObject { BaseObject: PSCustomObject } properties)
        {
            throw new FormatException(
                new LocalText($"判定結果ではありません（{Kind(bag)}）", $"this is no finding ({Kind(bag)})").ToString()
            );
        }

        var values = FindingColumns.All.ToDictionary(column => column, column => Value(properties, column));
        // Nothing but Import-Csv makes a text of everything, also of what isn't there.
        var isCsv = values.Values.All(value => value is string);
        return FindingRow.Read(column =>
            values[column] is { } value
                ? isCsv
                    ? CsvCell.Unescape((string)value)
                    : Text(value)
                : null
        );
    }

    private static string Kind(object? value) => (value is PSObject wrapped ? wrapped.BaseObject : value)?.GetType().Name ?? "null";

    /// <summary>An empty text for nothing; null where there is no such property.</summary>
    private static object? Value(PSObject bag, FindingColumn column)
    {
        try
        {
            var property = bag.Properties[column.Header.En] ?? bag.Properties[column.Header.Ja];
            return property is null ? null
                : property.Value is PSObject { BaseObject: string text } ? text
                : property.Value ?? DBNull.Value;
        }
        catch (GetValueException bad)
        {
            throw new FormatException($"{column.Name}: {bad.Message}", bad);
        }
    }

    private static string Text(object value) =>
        value switch
        {
            DBNull => string.Empty,
            string text => text,
            DateTimeOffset moment => Moment(moment),
            DateTime moment => Moment(new DateTimeOffset(moment)),
            // What was an enumeration in another process is a number with a name; the number may mean another member there.
            PSObject was when was.TypeNames.Contains("Deserialized.System.Enum") => was.ToString(),
            PSObject was when was.Properties["UtcTicks"]?.Value is long ticks and >= 0 && ticks <= DateTime.MaxValue.Ticks => Moment(
                new DateTimeOffset(ticks, TimeSpan.Zero)
            ),
            PSObject { BaseObject: not PSCustomObject } wrapped => Text(wrapped.BaseObject),
            Enum or ValueType => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            _ => throw new FormatException(
                new LocalText($"文字列ではない値があります（{Kind(value)}）", $"a value isn't a text ({Kind(value)})").ToString()
            ),
        };

    private static string Moment(DateTimeOffset moment) => moment.ToString("o", CultureInfo.InvariantCulture);
}
