using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Conditions;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Assertions;

/// <summary>
/// An assertion over the facts of one kind: how many items count lies within bounds. "Some do" is at least one that does, "every one does"
/// at most none that doesn't.
/// What was not read only widens the range of what the number may be: items that may exist unseen count too, each gap in the set standing
/// for any number of them, holding
/// what is known of them. Such an item can leave an assertion open, but it can never decide it.
/// </summary>
internal abstract class SetAssertion<T> : Assertion
    where T : Fact, new()
{
    private readonly long _least;
    private readonly long _most;
    private readonly FactProperty[] _properties;

    protected SetAssertion(long least, long most, params Condition<T>?[] conditions)
    {
        (_least, _most) = (least, most);
        _properties = conditions.SelectMany(condition => condition?.Properties ?? Enumerable.Empty<FactProperty>()).Distinct().ToArray();
    }

    public sealed override IEnumerable<FactType> Facts => new[] { FactType<T>.Instance };

    public sealed override IEnumerable<FactProperty> Properties => _properties;

    protected static string Kind => FactType<T>.Instance.Name;

    /// <summary>The same, as people call it.</summary>
    protected static FactWords Called => FactWords.Of(FactType<T>.Instance);

    public sealed override Truth Judge(FactTable facts, ICollection<Grounds>? grounds = null)
    {
        var set = facts.Set<T>();
        var tally = grounds is null ? null : new Tally<T>(set);
        var truth = Weigh(set, tally);
        grounds?.Add(truth == Truth.Unknown ? Unread(tally!) : Seen(truth, tally!));
        return truth;
    }

    /// <summary>Whether an item, or one that may exist, is of those that are counted.</summary>
    protected abstract Truth Count(T item);

    /// <summary>The items that decided, of those that were looked at.</summary>
    protected abstract IReadOnlyList<T> Deciding(Truth truth, Tally<T> tally);

    /// <summary>Where nothing that was seen leaves it open, what of it is worth telling beside what wasn't read.</summary>
    protected virtual IReadOnlyList<T> KnownToFail(Tally<T> tally) => Array.Empty<T>();

    /// <summary>What was found, in a sentence.</summary>
    protected abstract LocalText Told(Truth truth, IReadOnlyList<T> deciding, int total);

    private Truth Weigh(FactSet<T> set, Tally<T>? tally)
    {
        long certain = 0,
            possible = 0;
        foreach (var item in set.Items)
        {
            var counted = Count(item);
            tally?.Add(item, counted);
            if (counted == Truth.False)
                continue;
            possible++;
            if (counted == Truth.Unknown)
                continue;
            certain++;
            if (tally is null && (certain > _most || (certain == _least && _most == long.MaxValue)))
                break;
        }

        if (certain > _most)
            return Truth.False;
        for (var index = 0; index < set.Unseen.Length; index++)
        {
            if (Count(set.Unseen[index]) == Truth.False)
                continue;
            // Nobody knows how many items a gap hides.
            possible = long.MaxValue;
            tally?.Leave(index);
        }

        return certain >= _least && possible <= _most ? Truth.True
            : possible < _least ? Truth.False
            : Truth.Unknown;
    }

    private Grounds Seen(Truth truth, Tally<T> tally)
    {
        var items = Deciding(truth, tally);
        // One item that counts is enough for "some", and one too many against "none"; else it matters that there are no others.
        var restsOnAll = truth == Truth.True ? _most < long.MaxValue : tally.Counted(Truth.True).Length <= _most;
        return new Grounds(
            truth,
            Told(truth, items, tally.Set.Items.Length),
            ItemText<T>.Beginning(items, _properties),
            Places(tally.Set, restsOnAll ? tally.Set.Items : items)
        )
        {
            Items = items,
            Whole = ItemText<T>.IsCut(items, _properties) ? () => ItemText<T>.Whole(items, _properties) : null,
        };
    }

    /// <summary>Grounds that rest on what was not read: of the items seen, and of those that may exist unseen.</summary>
    private Grounds Unread(Tally<T> tally)
    {
        var items = tally.Counted(Truth.Unknown);
        var gaps = tally.Open.Concat(items.SelectMany(item => Gaps(tally.Set, item))).Distinct().ToArray();
        var reasons = gaps.Take(ItemText<T>.Shown)
            .Select(gap => gap.Property is null ? gap.Words() : gap.Words($"{Kind}.{gap.Property}: "));
        var beside = items.Length == 0 ? KnownToFail(tally) : Array.Empty<T>();
        if (beside.Count > 0)
            reasons = reasons.Append(Told(Truth.False, beside, tally.Set.Items.Length));
        var shown = beside.Count > 0 ? beside : items;
        return new Grounds(
            Truth.Unknown,
            LocalText.Join(reasons),
            ItemText<T>.Beginning(shown, _properties),
            gaps.Select(gap => gap.Source).Distinct().ToArray()
        )
        {
            Items = items,
            Gaps = gaps,
            Whole = () =>
                string.Join(
                    "\n",
                    new[] { ItemText<T>.Whole(shown, _properties) }.Concat(
                        ItemText<T>.InOrder(gaps.Select(gap => $"{gap.Kind} {gap.Source} {gap.Property}"))
                    )
                ),
        };
    }

    /// <summary>
    /// Where what was looked at of these items was read: the properties' own places, as far as they answered, and the items' where a
    /// property has none. Where that names
    /// nothing, all that was asked and answered; a snapshot of an older version doesn't tell that.
    /// </summary>
    private string[] Places(FactSet<T> set, IReadOnlyList<T> items)
    {
        var declared =
            items.Count == 0
                ? Array.Empty<string>()
                : _properties.SelectMany(property => property.Places).Distinct().Where(set.Sources.Contains).ToArray();
        var isDeclared = declared.Length > 0 && Array.TrueForAll(_properties, property => property.Places.Count > 0);
        var places = (isDeclared ? declared : items.SelectMany(item => item.Places).Concat(declared)).Distinct().ToArray();
        return places.Length > 0 ? places
            : set.Sources.Count > 0 ? set.Sources.ToArray()
            : new[] { $"snapshot:{Kind}" };
    }

    /// <summary>Why the judged properties of an item are not known.</summary>
    private IEnumerable<Gap> Gaps(FactSet<T> set, T item)
    {
        var unknown = _properties.Where(property => property.Format(item) is null).ToArray();
        if (unknown.Length == 0 && Array.Find(_properties, property => item.Beyond(property.Name) > TimeSpan.Zero) is { } counted)
        {
            return new[]
            {
                new Gap(
                    GapKind.Unusable,
                    item.Source ?? Kind,
                    new LocalText(
                        $"{counted.Format(item)} は切り捨てた値で、最大 {item.Beyond(counted.Name):c} 大きいことがあり、その間に基準値がある",
                        $"{counted.Format(item)} is counted in whole units: it may be up to {item.Beyond(counted.Name):c} more, and the limit lies between"
                    )
                )
                {
                    Property = counted.Name,
                },
            };
        }

        var doubts = _properties.Select(property => item.Doubt(property.Name)).OfType<Gap>().ToArray();
        if (unknown.Length == 0 && doubts.Length > 0)
            return doubts;

        if (unknown.Length == 0)
        {
            return new[]
            {
                new Gap(
                    GapKind.Unusable,
                    item.Source ?? Kind,
                    new LocalText(
                        $"{item.Label} で、チェック項目の正規表現の処理に時間がかかりすぎた",
                        $"a regular expression of the check took too long on {item.Label}"
                    )
                ),
            };
        }

        // An item's own reason goes before one that holds of any, and another item's is none.
        return unknown.Select(property =>
            set.Gaps.FirstOrDefault(gap => gap.Property == property.Name && gap.Item == item.Label)
            ?? set.Gaps.FirstOrDefault(gap => gap.Property == property.Name && gap.Item is null)
            ?? Untold(item) with
            {
                Property = property.Name,
            }
        );
    }

    private static Gap Untold(T item) =>
        item.Subject == FactSubject.Organisation
            ? new Gap(GapKind.NotCollected, item.Source ?? Kind, new LocalText("台帳に値がない", "the register has no value"))
            : new Gap(GapKind.NotSupported, item.Source ?? Kind, new LocalText("ホストが値を返さない", "the host reports no value"));
}
