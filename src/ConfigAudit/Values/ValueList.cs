using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Values;

/// <summary>A list that a fact holds. As a text it is its items, so that a CSV made by PowerShell shows them and not the name of a type.</summary>
internal sealed class ValueList<V> : IReadOnlyList<V>
    where V : notnull
{
    private readonly V[] _items;
    private readonly ValueKind<V> _kind;

    public ValueList(IEnumerable<V> items, ValueKind<V> kind) => (_items, _kind) = (items.ToArray(), kind);

    public int Count => _items.Length;

    public V this[int index] => _items[index];

    public IEnumerator<V> GetEnumerator() => ((IEnumerable<V>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    public override string ToString() => string.Join(", ", _items.Select(_kind.Format));
}
