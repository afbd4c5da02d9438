using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts;

/// <summary>The facts of one type about one host, with the gaps among them.</summary>
internal abstract class FactSet
{
    protected FactSet(IReadOnlyList<Gap> gaps, IReadOnlyList<string> sources) => (Gaps, Sources) = (gaps, sources);

    public IReadOnlyList<Gap> Gaps { get; }

    /// <summary>What was asked and answered, as far as that is known: by it a set in which nothing was found still shows what it rests
    /// on.</summary>
    public IReadOnlyList<string> Sources { get; }

    public abstract FactType Type { get; }

    public abstract IReadOnlyList<Fact> Facts { get; }

    /// <summary>Gaps that leave room for items which nobody saw. A set without any is complete.</summary>
    public IEnumerable<Gap> SetGaps => Gaps.Where(gap => gap.Property is null);

    /// <summary>The same, which says what it must lack: what every host has, and isn't in it.</summary>
    /// <param name="snapshot">That it is part of.</param>
    public FactSet Whole(Snapshot snapshot)
    {
        var lacking = Type.Expected.Where(each => !each.Unless(snapshot) && !each.MayBeIn(this)).ToArray();
        if (lacking.Length == 0)
            return this;
        // Where there is nothing at all, anything may be missing, and not what is expected alone.
        var gaps =
            Facts.Count == 0
                ? new[]
                {
                    Lack(
                        new LocalText(
                            string.Join("、", lacking.Select(each => each.What.Ja)),
                            string.Join(", ", lacking.Select(each => each.What.En))
                        ),
                        null
                    ),
                }
                : lacking.Select(each => Lack(each.What, each.Known));
        return Type.NewSet(Facts, Gaps.Concat(gaps).ToArray(), Sources);

        Gap Lack(LocalText what, Fact? unseen) =>
            new(
                GapKind.Unusable,
                Type.Name,
                new LocalText(
                    $"どのWindowsにもある{what.Ja}がスナップショットになく、全部ではない",
                    $"every Windows host has {what.En}, and the snapshot holds none: it can't be whole"
                )
            )
            {
                Unseen = unseen,
            };
    }

    /// <summary>The same, resting on these places unless it names its own, and on none that told nothing but why it can't.</summary>
    /// <param name="places">What answered of all that its collector asks.</param>
    /// <param name="answered">Whether a place did.</param>
    public FactSet From(IReadOnlyList<string> places, Func<string, bool> answered)
    {
        var own = Type.Properties.SelectMany(property => property.Places).Where(answered);
        var sources = (Sources.Count > 0 ? Sources.Where(answered) : places).Union(own).ToArray();
        return Type.NewSet(Facts.Select(fact => fact.Told(answered)).ToArray(), Gaps, sources);
    }
}

/// <inheritdoc/>
internal sealed class FactSet<T> : FactSet
    where T : Fact, new()
{
    private static readonly T NothingKnown = new();

    public FactSet(T[] items, IReadOnlyList<Gap> gaps, IReadOnlyList<string>? sources = null)
        : base(gaps, sources ?? Array.Empty<string>())
    {
        Items = items;
        Unseen = gaps.Count == 0 ? Array.Empty<T>() : SetGaps.Select(gap => gap.Unseen as T ?? NothingKnown).ToArray();
    }

    /// <summary>The items seen.</summary>
    public T[] Items { get; }

    /// <summary>One for each gap in the set: the items that may exist, holding what is known of them.</summary>
    public T[] Unseen { get; }

    public override FactType Type => FactType<T>.Instance;

    public override IReadOnlyList<Fact> Facts => Items;
}
