using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Baselines.Assertions;

/// <summary>How each item of a set counted, and each gap that may hide one: what words are made of once the verdict is there.</summary>
internal sealed class Tally<T>
    where T : Fact, new()
{
    private readonly List<(T Item, Truth Counted)> _items = new();
    private readonly List<Gap> _open = new();
    private readonly Gap[] _setGaps;

    public Tally(FactSet<T> set) => (Set, _setGaps) = (set, set.SetGaps.ToArray());

    public FactSet<T> Set { get; }

    /// <summary>The gaps that may hide items which count.</summary>
    public IReadOnlyList<Gap> Open => _open;

    public void Add(T item, Truth counted) => _items.Add((item, counted));

    /// <summary>The <paramref name="index"/>th gap in the set may hide an item that counts.</summary>
    public void Leave(int index) => _open.Add(_setGaps[index]);

    public T[] Counted(Truth truth) => _items.Where(each => each.Counted == truth).Select(each => each.Item).ToArray();
}
