using System;
using System.Collections;
using System.Collections.Generic;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>The entries of a catalogue, and the day of its data: what came later isn't in it.</summary>
/// <param name="Edition">Null for entries that were made in memory.</param>
/// <param name="Entries">In the order in which they are tried.</param>
internal sealed record EntryList<T>(DateTime? Edition, IReadOnlyList<T> Entries) : IReadOnlyList<T>
{
    public int Count => Entries.Count;

    public T this[int index] => Entries[index];

    public IEnumerator<T> GetEnumerator() => Entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
