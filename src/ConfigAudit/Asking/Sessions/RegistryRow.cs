using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions;

/// <summary>What a key answered to a <see cref="RegistryQuery"/>: for each value that was asked for, what it holds or why that isn't
/// known.</summary>
internal sealed class RegistryRow
{
    private readonly IReadOnlyDictionary<string, RegistryAnswer<string>> _texts;
    private readonly IReadOnlyDictionary<string, RegistryAnswer<long?>> _numbers;
    private readonly IReadOnlyDictionary<string, RegistryAnswer<IReadOnlyList<string>>> _lists;

    public RegistryRow(
        RegistryKey key,
        IReadOnlyCollection<string>? names,
        Gap? gap,
        IReadOnlyDictionary<string, RegistryAnswer<string>> texts,
        IReadOnlyDictionary<string, RegistryAnswer<long?>> numbers,
        IReadOnlyDictionary<string, RegistryAnswer<IReadOnlyList<string>>> lists
    ) => (Source, Names, Gap, _texts, _numbers, _lists) = (key.Source, names, gap, texts, numbers, lists);

    /// <summary>The names of all values that the key has; null when they couldn't be listed.</summary>
    public IReadOnlyCollection<string>? Names { get; }

    /// <summary>How provenance names the key.</summary>
    public string Source { get; }

    /// <summary>Why the key's names couldn't be listed; that it isn't there is one of the reasons. Values may be known all the
    /// same.</summary>
    public Gap? Gap { get; }

    /// <summary>Whether it is certain that the key isn't there.</summary>
    public bool IsAbsent => Gap?.Kind == GapKind.NotPresent;

    /// <summary>The value of that name, which the query must have asked for.</summary>
    public RegistryAnswer<string> Text(string name) => _texts[name];

    /// <inheritdoc cref="Text"/>
    public RegistryAnswer<long?> Number(string name) => _numbers[name];

    /// <inheritdoc cref="Text"/>
    public RegistryAnswer<IReadOnlyList<string>> List(string name) => _lists[name];
}
