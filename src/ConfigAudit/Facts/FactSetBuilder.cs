using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Facts;

/// <summary>Gathers the facts of one type, and keeps account of what could not be read.</summary>
internal sealed class FactSetBuilder<T>
    where T : Fact, new()
{
    private readonly List<T> _items = new();
    private readonly List<Gap> _gaps = new();
    private readonly List<Gap> _explanations = new();
    private readonly List<string> _sources = new();

    public IReadOnlyList<T> Items => _items;

    public void Add(T item)
    {
        _explanations.AddRange(FactType<T>.Instance.Normalize(item));
        _items.Add(item);
    }

    /// <summary>Items may be missing for this reason. <paramref name="unseen"/> holds what is known of them all the same.</summary>
    public void MayLack(Gap? gap, T? unseen = null)
    {
        if (gap is not null)
            _gaps.Add(gap with { Property = null, Unseen = unseen });
    }

    /// <summary>
    /// What answered, where that isn't all that its collector asked: also what answered that there is nothing. A set which names none rests
    /// on every place that its collector
    /// had an answer from.
    /// </summary>
    public void RestsOn(params string[] sources) => _sources.AddRange(sources);

    /// <summary>What others rest on, of which this is made.</summary>
    public void RestsOn(params FactSet[] sets) => _sources.AddRange(sets.SelectMany(set => set.Sources));

    /// <summary>Where one of these properties is null, this is why.</summary>
    public void Unread(Gap? gap, params string[] properties)
    {
        if (gap is not null)
            _explanations.AddRange(properties.Select(property => gap with { Property = property }));
    }

    /// <summary>Where this property of this item is null, the gap is why: of others nothing is said.</summary>
    public void Unread(T item, Gap? gap) =>
        Unread(
            gap is null ? null : gap with { Item = item.Label },
            gap?.Property is { } property ? new[] { property } : System.Array.Empty<string>()
        );

    public FactSet<T> Build()
    {
        var type = FactType<T>.Instance;
        var labelled = _explanations.Exists(gap => gap.Item is not null) ? _items.ToLookup(item => item.Label) : null;
        var needed = _explanations.Where(gap =>
            (gap.Item is null ? _items : labelled![gap.Item]).Any(item => type.Property(gap.Property!)!.Format(item) is null)
        );
        return new FactSet<T>(_items.ToArray(), _gaps.Concat(needed).Distinct().ToArray(), _sources.Distinct().ToArray());
    }
}
