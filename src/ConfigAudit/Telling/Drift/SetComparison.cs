using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Telling.Drift;

/// <summary>
/// Compares the facts of one kind about one host with what they were. An item that isn't there is gone only where no gap may hide it, and
/// is new only where no
/// gap may have hidden it.
/// </summary>
internal sealed class SetComparison
{
    private readonly FactChange _about;
    private readonly FactSet _before;
    private readonly FactSet _after;
    private readonly FactProperty[] _properties;

    /// <param name="about">What every change says of the host.</param>
    /// <param name="before">The set as it was.</param>
    /// <param name="after">The set as it is, of the same kind.</param>
    public SetComparison(FactChange about, FactSet before, FactSet after)
    {
        (_about, _before, _after) = (about with { Fact = after.Type.Name }, before, after);
        _properties = after.Type.Properties.Where(property => !property.IsNoise).ToArray();
    }

    public IEnumerable<FactChange> Changes()
    {
        if (IsUnread(_before) && IsUnread(_after))
            yield break;
        var lost = NewGaps(_before, _after);
        var gained = NewGaps(_after, _before);
        if (lost.Length > 0)
            yield return OfSet(FactChangeKind.BecameUnknown, lost);
        if (gained.Length > 0)
            yield return OfSet(FactChangeKind.BecameKnown, gained);
        // Where nothing was read, that is told once and not for each item.
        if ((IsUnread(_after) && lost.Any(gap => gap.Unseen is null)) || (IsUnread(_before) && gained.Any(gap => gap.Unseen is null)))
            yield break;
        foreach (var (before, after) in ItemPairs.Of(_before.Facts, _after.Facts, _properties))
        {
            if (before is not null && after is not null)
            {
                foreach (var change in OfProperties(before, after))
                    yield return change;
            }
            else
            {
                yield return after is null ? Missing(before!) : Appeared(after);
            }
        }
    }

    private static bool IsUnread(FactSet set) => set.Facts.Count == 0 && set.SetGaps.Any(gap => gap.Unseen is null);

    /// <summary>
    /// Gaps that a set has and another hadn't. One that is there for another reason than before, denied and no longer too slow, is no new
    /// one.
    /// </summary>
    private static Gap[] NewGaps(FactSet than, FactSet set)
    {
        var known = than.SetGaps.ToLookup(Identity);
        return set
            .SetGaps.GroupBy(Identity)
            .Where(group => group.Count() > known[group.Key].Count())
            .SelectMany(group => group.Where(gap => known[group.Key].All(old => old.Kind != gap.Kind)).DefaultIfEmpty(group.Last()))
            .ToArray();

        string Identity(Gap gap) =>
            gap.Source
            + string.Concat(set.Type.Properties.Select(property => "\u0000" + (gap.Unseen is null ? null : property.Format(gap.Unseen))));
    }

    private FactChange OfSet(FactChangeKind change, IEnumerable<Gap> gaps) =>
        _about with
        {
            Change = change,
            Reference = Count(_before),
            Difference = Count(_after),
            Reason = string.Join("; ", gaps.Select(gap => gap.ToString()).Distinct()),
        };

    private static string Count(FactSet set) =>
        IsUnread(set) ? string.Empty
        : set.Facts.Count == 1 ? "1 item"
        : $"{set.Facts.Count} items";

    private FactChange Missing(Fact item)
    {
        var change = _about with { Item = item.Label, Reference = Describe(item) };
        return Hiding(_after, item) is { } gap
            ? change with
            {
                Change = FactChangeKind.BecameUnknown,
                Reason = gap.ToString(),
            }
            : change with
            {
                Change = FactChangeKind.Removed,
            };
    }

    private FactChange Appeared(Fact item)
    {
        var change = _about with { Item = item.Label, Difference = Describe(item) };
        return Hiding(_before, item) is { } gap
            ? change with
            {
                Change = FactChangeKind.BecameKnown,
                Reason = gap.ToString(),
            }
            : change with
            {
                Change = FactChangeKind.Added,
            };
    }

    /// <summary>A gap in the set that the item may be behind; null where there is none.</summary>
    private static Gap? Hiding(FactSet set, Fact item) =>
        set.SetGaps.FirstOrDefault(gap =>
            gap.Unseen is null
            || string.Equals(gap.Unseen.Key, item.Key, StringComparison.OrdinalIgnoreCase)
            || set.Type.Properties.All(property =>
                property.Name == nameof(Fact.Source)
                || property.Format(gap.Unseen) is null
                || property.Format(item) is null
                || property.AreSame(gap.Unseen, item)
            )
        );

    private IEnumerable<FactChange> OfProperties(Fact before, Fact after)
    {
        foreach (var property in _properties)
        {
            var (was, now) = (property.Format(before), property.Format(after));
            if ((was is null && now is null) || property.AreSame(before, after))
                continue;
            yield return _about with
            {
                Change =
                    was is null ? FactChangeKind.BecameKnown
                    : now is null ? FactChangeKind.BecameUnknown
                    : FactChangeKind.Changed,
                Item = after.Label,
                Property = property.Name,
                Reference = was ?? string.Empty,
                Difference = now ?? string.Empty,
                Reason =
                    was is null ? Why(_before, property)
                    : now is null ? Why(_after, property)
                    : string.Empty,
            };
        }
    }

    private static string Why(FactSet set, FactProperty property) =>
        set.Gaps.FirstOrDefault(gap => gap.Property == property.Name)?.Words().ToString()
        ?? new LocalText("ホストが値を返さない", "the host reports no value").ToString();

    private string Describe(Fact item) =>
        string.Join(
            ", ",
            _properties
                .Where(property => property.Format(item) is { Length: > 0 } value && value != item.Label)
                .Select(property => $"{property.Name}={property.Format(item)}")
        );
}
