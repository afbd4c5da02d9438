using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Conditions;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Assertions;

/// <summary>What items were found to be, against what was expected of them: of a condition with several parts, those that aren't
/// met.</summary>
internal static class Shortfall<T>
    where T : Fact, new()
{
    /// <summary>How many items a sentence names. The finding's Actual has more.</summary>
    private const int Named = 3;

    public static LocalText Of(Condition<T> expected, IReadOnlyList<T> items)
    {
        var unmet = items.SelectMany(expected.Unmet).Distinct().ToArray();
        var wanted = unmet.Select(part => part.Words.Words).Distinct().ToArray();
        var (ja, en) = (string.Join("、", wanted.Select(part => part.Ja)), string.Join(", ", wanted.Select(part => part.En)));
        var found = string.Join("; ", items.Take(Named).Select(item => Found(item, expected.Unmet(item), ", ", AsItIs)));
        var told = string.Join("; ", items.Take(Named).Select(item => Found(item, expected.Unmet(item), "、", InJapanese)));
        var notes = items
            .Take(Named)
            .SelectMany(item => expected.Unmet(item).Select(part => part.Note(item)))
            .OfType<LocalText>()
            .Distinct();
        var more = items.Count - Named;
        return notes
            .Prepend(
                more > 0
                    ? new LocalText($"期待：{ja}、実際：{told}、ほか{more}件", $"expected: {en}; found {found}; and {more} more")
                    : new LocalText($"期待：{ja}、実際：{told}", $"expected: {en}; found {found}")
            )
            .Aggregate((said, note) => new LocalText($"{said.Ja}、{note.Ja}", $"{said.En}; {note.En}"));
    }

    /// <summary>Whether there is one of its kind, which has no name of its own: what it is was said before.</summary>
    private static bool IsNameless(T item) => FactWords.Of(FactType<T>.Instance).IsOne && item.Label == new T().Label;

    private static string AsItIs(FactProperty property, string value) => $"{property.Name}={value}";

    private static string InJapanese(FactProperty property, string value) =>
        FactWords.Of(FactType<T>.Instance).Property(property).FoundInJapanese(property, value);

    private static string Found(T item, IEnumerable<Condition<T>> unmet, string between, Func<FactProperty, string, string> told)
    {
        var properties = unmet
            .SelectMany(part => part.Properties)
            .Distinct()
            .SelectMany(WithReasons)
            .Where(property => property.Format(item) != item.Label)
            .ToArray();
        var label = HostileText.Excerpt(item.Label);
        var values = string.Join(between, properties.Select(property => told(property, HostileText.Excerpt(property.Format(item) ?? "?"))));
        return properties.Length == 0 ? label
            : IsNameless(item) ? values
            : $"{label} ({values})";

        IEnumerable<FactProperty> WithReasons(FactProperty property) =>
            property.Reasons is { } name
            && FactType<T>.Instance.Property(name) is { } reasons
            && !string.IsNullOrEmpty(reasons.Format(item))
                ? new[] { property, reasons }
                : new[] { property };
    }
}
