using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Baselines.Assertions;

/// <summary>Items as a finding shows them: each by what people call it, with the values that were looked at.</summary>
internal static class ItemText<T>
    where T : Fact
{
    /// <summary>How many a finding shows at most.</summary>
    public const int Shown = 5;

    /// <summary>The first few, and how many more there are.</summary>
    public static string Beginning(IReadOnlyList<T> items, IReadOnlyList<FactProperty> properties)
    {
        var shown = items.Take(Shown).Select(item => Of(item, properties, HostileText.Excerpt));
        return string.Join("; ", items.Count > Shown ? shown.Append($"and {items.Count - Shown} more") : shown);
    }

    /// <summary>Whether <see cref="Beginning"/> is less than all.</summary>
    public static bool IsCut(IReadOnlyList<T> items, IReadOnlyList<FactProperty> properties) =>
        items.Count > Shown || items.Any(item => Of(item, properties, HostileText.Excerpt) != Of(item, properties, text => text));

    /// <summary>Each item, in an order that doesn't hang on the one in which the host told them.</summary>
    public static string Whole(IEnumerable<T> items, IReadOnlyList<FactProperty> properties) =>
        string.Join("\n", InOrder(items.Select(item => Of(item, properties, text => text))));

    public static IEnumerable<string> InOrder(IEnumerable<string> texts) => texts.OrderBy(text => text, StringComparer.Ordinal);

    private static string Of(T item, IReadOnlyList<FactProperty> properties, Func<string, string> shown)
    {
        var values = string.Join(
            ", ",
            properties
                .Where(property => property.Format(item) != item.Label)
                .Select(property => $"{property.Name}={shown(property.Format(item) ?? "?")}")
        );
        return values.Length == 0 ? shown(item.Label) : $"{shown(item.Label)} ({values})";
    }
}
