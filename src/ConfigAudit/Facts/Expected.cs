using System;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts;

/// <summary>
/// An item that every Windows host has. A set without it doesn't say that the host has none: it says that whoever wrote the set didn't tell
/// all. Otherwise an
/// empty set would pass whatever is demanded of all its items.
/// </summary>
/// <param name="What">As the reason names it: "a volume that it runs from".</param>
/// <param name="Known">What is known of it before anybody looks; its null properties are not.</param>
internal sealed record Expected(LocalText What, Fact Known)
{
    /// <summary>Which hosts are without it.</summary>
    public Func<Snapshot, bool> Unless { get; init; } = _ => false;

    /// <summary>Whether the set holds it, or says itself that it may: that items are missing, or why the property of one isn't known that
    /// would tell.</summary>
    public bool MayBeIn(FactSet set)
    {
        var known = set.Type.Properties.Where(property => property.Format(Known) is not null).ToArray();
        var explained = known.Where(property => set.Gaps.Any(gap => gap.Property == property.Name)).ToArray();
        return set.SetGaps.Any(gap => gap.Unseen is not { } unseen || known.All(property => Fits(property, unseen, true)))
            || set.Facts.Any(fact => known.All(property => Fits(property, fact, explained.Contains(property))));
    }

    private bool Fits(FactProperty property, Fact fact, bool mayBeNull) =>
        property.Format(fact) is null ? mayBeNull : property.AreSame(fact, Known);
}
