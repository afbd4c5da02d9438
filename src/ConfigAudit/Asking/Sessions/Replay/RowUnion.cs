using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>
/// The instances of a class that was asked about more than once, for other properties or under another condition: a row of the later answer
/// is the same
/// instance as one of the earlier that agrees in every property that both have.
/// </summary>
internal static class RowUnion
{
    public static CimRow[] Of(IEnumerable<CimRow> earlier, IEnumerable<CimRow> later)
    {
        var rows = earlier.ToList();
        // Each of them once: one answer never holds an instance twice, however alike two are.
        var free = new HashSet<int>(Enumerable.Range(0, rows.Count));
        foreach (var row in later)
        {
            var index = free.Where(each => Agree(rows[each], row)).Select(each => (int?)each).FirstOrDefault();
            if (index is null)
            {
                rows.Add(row);
                continue;
            }

            free.Remove(index.Value);
            rows[index.Value] = Both(rows[index.Value], row);
        }

        return rows.ToArray();
    }

    private static bool Agree(CimRow a, CimRow b)
    {
        var shared = a.Names.Intersect(b.Names, StringComparer.OrdinalIgnoreCase).ToArray();
        return shared.Length > 0 && shared.All(name => Same(a[name], b[name]));
    }

    private static bool Same(object? a, object? b) =>
        a is IEnumerable list and not string && b is IEnumerable other and not string
            ? list.Cast<object?>().SequenceEqual(other.Cast<object?>())
            : Equals(a, b);

    private static CimRow Both(CimRow a, CimRow b) =>
        new(
            a.Names.Union(b.Names, StringComparer.OrdinalIgnoreCase)
                .ToDictionary(name => name, name => a[name] ?? b[name], StringComparer.OrdinalIgnoreCase)
        );
}
