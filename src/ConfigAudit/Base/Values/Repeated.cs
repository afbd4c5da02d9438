using System;
using System.Collections.Concurrent;
using System.Threading;

namespace ConfigAudit.Base.Values;

/// <summary>What was made of texts that come again and again, as the cells of one column do. It keeps a bounded number of short ones; the
/// others are read each time.</summary>
internal sealed class Repeated<V>
{
    private const int MaxTexts = 5000;
    private const int MaxLength = 100;

    private readonly ConcurrentDictionary<string, V> _known = new(StringComparer.Ordinal);
    private readonly Func<string, V> _read;
    private int _count;

    public Repeated(Func<string, V> read) => _read = read;

    public V Of(string text)
    {
        if (_known.TryGetValue(text, out var known))
            return known;
        var value = _read(text);
        if (text.Length <= MaxLength && _count < MaxTexts && _known.TryAdd(text, value))
            Interlocked.Increment(ref _count);
        return value;
    }
}
