using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;

namespace ConfigAudit.Tests.Mutation;

/// <summary>One value in an answer, or in an instance embedded in it, and the answer with another in its place.</summary>
/// <param name="Row">The row that it stands in.</param>
/// <param name="Property">Its name, after those of the properties that embed it.</param>
/// <param name="Value">What it is; null is nothing to lose, and no cell.</param>
/// <param name="With">The answer with another value here.</param>
internal sealed record Cell(int Row, string Property, object Value, Func<object?, CimAnswer> With)
{
    public static IEnumerable<Cell> Of(CimAnswer answer) =>
        answer.Rows.SelectMany(
            (row, at) =>
                Of(row, string.Empty).Select(cell => new Cell(at, cell.Name, cell.Value, value => Put(answer, at, cell.With(value))))
        );

    /// <summary>The answer with another row instead of one.</summary>
    private static CimAnswer Put(CimAnswer answer, int at, CimRow row)
    {
        var rows = answer.Rows.ToArray();
        rows[at] = row;
        return CimAnswer.Of(rows, answer.Gap);
    }

    private static IEnumerable<(string Name, object Value, Func<object?, CimRow> With)> Of(CimRow row, string prefix)
    {
        foreach (var name in row.Names)
        {
            if (row[name] is not { } value)
                continue;
            var items =
                value is CimRow ? new[] { value }
                : value is IEnumerable list and not string ? list.Cast<object?>().ToArray()
                : Array.Empty<object?>();
            if (!items.OfType<CimRow>().Any())
            {
                yield return (prefix + name, value, other => Put(row, name, other));
                continue;
            }

            for (var at = 0; at < items.Length; at++)
            {
                var place = at;
                foreach (
                    var (inner, held, with) in items[at] is CimRow embedded
                        ? Of(embedded, $"{prefix}{name}.")
                        : Enumerable.Empty<(string, object, Func<object?, CimRow>)>()
                )
                {
                    yield return (
                        inner,
                        held,
                        other => Put(row, name, items.Select((item, index) => index == place ? with(other) : item).ToArray())
                    );
                }
            }
        }
    }

    private static CimRow Put(CimRow row, string name, object? value)
    {
        var values = row.Names.ToDictionary(each => each, each => row[each], StringComparer.OrdinalIgnoreCase);
        values[name] = value;
        return new CimRow(values);
    }
}
