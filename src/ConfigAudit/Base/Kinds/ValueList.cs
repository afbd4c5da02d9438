using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Base.Kinds;

/// <summary>A list that a fact or another result holds. As a text it is its items, so that a CSV made by PowerShell shows them and not the
/// name of a type.</summary>
internal sealed class ValueList<V> : IReadOnlyList<V>
{
    private readonly V[] _items;
    private readonly Func<V, string> _format;
    private readonly string _separator;

    public ValueList(IEnumerable<V> items, Func<V, string> format, string separator = ", ") =>
        (_items, _format, _separator) = (items.ToArray(), format, separator);

    public int Count => _items.Length;

    public V this[int index] => _items[index];

    public IEnumerator<V> GetEnumerator() => ((IEnumerable<V>)_items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _items.GetEnumerator();

    public override string ToString() => string.Join(_separator, _items.Select(_format));
}
