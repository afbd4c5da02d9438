using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Facts;

/// <summary>The facts of one type about one host, with the gaps among them.</summary>
internal abstract class FactSet
{
    protected FactSet(IReadOnlyList<Gap> gaps) => Gaps = gaps;

    public IReadOnlyList<Gap> Gaps { get; }

    public abstract FactType Type { get; }

    public abstract IReadOnlyList<Fact> Facts { get; }

    /// <summary>Gaps that leave room for items which nobody saw. A set without any is complete.</summary>
    public IEnumerable<Gap> SetGaps => Gaps.Where(gap => gap.Property is null);
}

/// <inheritdoc/>
internal sealed class FactSet<T> : FactSet
    where T : Fact, new()
{
    private static readonly T NothingKnown = new();

    public FactSet(T[] items, IReadOnlyList<Gap> gaps)
        : base(gaps)
    {
        Items = items;
        Unseen = gaps.Count == 0
            ? Array.Empty<T>()
            : SetGaps.Select(gap => gap.Unseen as T ?? NothingKnown).ToArray();
    }

    /// <summary>The items seen.</summary>
    public T[] Items { get; }

    /// <summary>One for each gap in the set: the items that may exist, holding what is known of them.</summary>
    public T[] Unseen { get; }

    public override FactType Type => FactType<T>.Instance;

    public override IReadOnlyList<Fact> Facts => Items;
}
