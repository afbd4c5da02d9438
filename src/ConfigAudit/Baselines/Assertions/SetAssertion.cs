using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Baselines.Conditions;
using ConfigAudit.Facts;
using ConfigAudit.Values;

namespace ConfigAudit.Baselines.Assertions;

/// <summary>
/// An assertion over the facts of one kind. Items that may exist unseen count too: each gap in the set stands for one, holding what is known of
/// it. Such an item can leave an assertion open, but it can never decide it.
/// </summary>
internal abstract class SetAssertion<T> : Assertion
    where T : Fact, new()
{
    private const int Shown = 5;

    private readonly FactProperty[] _properties;

    protected SetAssertion(params Condition<T>?[] conditions) =>
        _properties = conditions.SelectMany(condition => condition?.Properties ?? Enumerable.Empty<FactProperty>()).Distinct().ToArray();

    public override IEnumerable<FactType> Facts => new[] { FactType<T>.Instance };

    public override IEnumerable<FactProperty> Properties => _properties;

    protected static string Kind => FactType<T>.Instance.Name;

    /// <summary>How an item, or one that may exist, counts.</summary>
    protected abstract Truth Count(T item);

    /// <summary>
    /// The truth over all items, of which one that counts as <paramref name="deciding"/> settles it. Every item not known, and every one that may exist
    /// unseen, leaves it open unless it certainly counts the other way.
    /// </summary>
    protected Truth Fold(FactTable facts, Truth deciding)
    {
        var set = facts.Set<T>();
        var truth = deciding.Not();
        foreach (var item in set.Items)
        {
            var counted = Count(item);
            if (counted == deciding)
                return deciding;
            if (counted == Truth.Unknown)
                truth = Truth.Unknown;
        }

        foreach (var unseen in set.Unseen)
        {
            if (Count(unseen) != deciding.Not())
                return Truth.Unknown;
        }

        return truth;
    }

    /// <summary>The truth of items that decide the assertion by themselves, as it comes out of <see cref="Count"/>.</summary>
    protected IReadOnlyList<T> Items(FactTable facts, Truth truth) => facts.Set<T>().Items.Where(item => Count(item) == truth).ToArray();

    /// <summary>Grounds that rest on items seen.</summary>
    protected Grounds Seen(Truth truth, LocalText reason, IReadOnlyList<T> items) =>
        new(truth, reason, Show(items), items.Select(item => item.Source).OfType<string>().Distinct().ToArray()) { Whole = items.Count > Shown ? Later(items) : null };

    /// <summary>Grounds that rest on what was not read: of the items seen, and of those that may exist unseen.</summary>
    protected Grounds NotRead(FactTable facts, Func<Truth, bool> isOpen)
    {
        var set = facts.Set<T>();
        var items = set.Items.Where(item => Count(item) == Truth.Unknown).ToArray();
        var gaps = set.SetGaps.Zip(set.Unseen, (gap, unseen) => (gap, unseen))
            .Where(pair => isOpen(Count(pair.unseen)))
            .Select(pair => pair.gap)
            .Concat(items.SelectMany(item => Gaps(set, item)))
            .Distinct()
            .ToArray();
        return new Grounds(
            Truth.Unknown,
            LocalText.Join(gaps.Take(Shown).Select(gap => gap.Property is null ? gap.Words() : gap.Words($"{Kind}.{gap.Property}: "))),
            Show(items),
            gaps.Select(gap => gap.Source).Distinct().ToArray())
        {
            Whole = () => string.Join("\n", new[] { Whole(items) }.Concat(InOrder(gaps.Select(gap => $"{gap.Kind} {gap.Source} {gap.Property}")))),
        };
    }

    /// <summary>Why the judged properties of an item are not known.</summary>
    private IEnumerable<Gap> Gaps(FactSet<T> set, T item)
    {
        var unknown = _properties.Where(property => property.Format(item) is null).ToArray();
        if (unknown.Length == 0)
            return new[] { new Gap(GapKind.Unusable, item.Source ?? Kind, $"a regular expression of the check took too long on {item.Label}") };
        return unknown.Select(property => set.Gaps.FirstOrDefault(gap => gap.Property == property.Name)
            ?? Untold(item) with { Property = property.Name });
    }

    private static Gap Untold(T item) => item.Subject == FactSubject.Organisation
        ? new Gap(GapKind.NotCollected, item.Source ?? Kind, "the register has no value")
        : new Gap(GapKind.NotSupported, item.Source ?? Kind, "the host reports no value");

    private string Show(IReadOnlyList<T> items)
    {
        var shown = items.Take(Shown).Select(Show);
        return string.Join("; ", items.Count > Shown ? shown.Append($"and {items.Count - Shown} more") : shown);
    }

    private Func<string> Later(IReadOnlyList<T> items) => () => Whole(items);

    /// <summary>Each item, in an order that doesn't hang on the one in which the host told them.</summary>
    private string Whole(IEnumerable<T> items) => string.Join("\n", InOrder(items.Select(Show)));

    private static IEnumerable<string> InOrder(IEnumerable<string> texts) => texts.OrderBy(text => text, StringComparer.Ordinal);

    private string Show(T item)
    {
        var values = string.Join(", ", _properties.Where(property => property.Format(item) != item.Label)
            .Select(property => $"{property.Name}={property.Format(item) ?? "?"}"));
        return values.Length == 0 ? item.Label : $"{item.Label} ({values})";
    }
}
