using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;

namespace ConfigAudit.Telling.Drift;

/// <summary>Finds an item of one snapshot in another, in time that grows with their number alone.</summary>
internal static class ItemPairs
{
    /// <summary>
    /// Items with the same key are one. Of several with one key (a product for two users), those that are equal go together, and the others
    /// as they
    /// stand.
    /// </summary>
    /// <param name="before">Items of one kind.</param>
    /// <param name="after">Items of the same kind.</param>
    /// <param name="properties">Those that count.</param>
    public static IEnumerable<(Fact? Before, Fact? After)> Of(
        IReadOnlyList<Fact> before,
        IReadOnlyList<Fact> after,
        IReadOnlyList<FactProperty> properties
    )
    {
        var was = before.ToLookup(fact => fact.Key, StringComparer.OrdinalIgnoreCase);
        var now = after.ToLookup(fact => fact.Key, StringComparer.OrdinalIgnoreCase);
        return was.Select(group => group.Key)
            .Concat(now.Select(group => group.Key))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .SelectMany(key => Pairs(was[key].ToArray(), now[key].ToArray(), properties));
    }

    private static IEnumerable<(Fact? Before, Fact? After)> Pairs(Fact[] before, Fact[] after, IReadOnlyList<FactProperty> properties)
    {
        if (before.Length <= 1 && after.Length <= 1)
            return new (Fact?, Fact?)[] { (before.FirstOrDefault(), after.FirstOrDefault()) };
        var waiting = after.GroupBy(Values).ToDictionary(group => group.Key, group => new Queue<Fact>(group));
        var pairs = new List<(Fact? Before, Fact? After)>();
        var left = new List<Fact>();
        foreach (var fact in before)
        {
            if (waiting.TryGetValue(Values(fact), out var same) && same.Count > 0)
                pairs.Add((fact, same.Dequeue()));
            else
                left.Add(fact);
        }

        var others = waiting.Values.SelectMany(queue => queue).ToArray();
        for (var at = 0; at < Math.Max(left.Count, others.Length); at++)
            pairs.Add((at < left.Count ? left[at] : null, at < others.Length ? others[at] : null));
        return pairs;

        // What no text of a fact can hold stands between the values.
        string Values(Fact fact) =>
            string.Join("\u0000", properties.Select(property => property.Format(fact) ?? "\u0001")).ToUpperInvariant();
    }
}
