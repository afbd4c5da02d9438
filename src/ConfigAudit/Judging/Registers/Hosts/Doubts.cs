using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>Why something isn't known of a host: cells of the rows that name it, or may, that couldn't be read. Of hosts that they don't
/// name, they say nothing.</summary>
internal static class Doubts
{
    /// <param name="set">The facts.</param>
    /// <param name="item">One of them.</param>
    /// <param name="rows">Those that it was held against.</param>
    /// <param name="columns">Columns of theirs, and the property of the fact that each decides.</param>
    public static void Unread<T>(
        FactSetBuilder<T> set,
        T item,
        IEnumerable<RegisterFact> rows,
        params (string Column, string Property)[] columns
    )
        where T : Fact, new()
    {
        foreach (var row in rows)
        {
            foreach (var (column, property) in columns)
            {
                set.Unread(
                    item,
                    row.Unread.FirstOrDefault(gap => gap.Property == column) is { } gap ? gap with { Property = property } : null
                );
            }
        }
    }
}
