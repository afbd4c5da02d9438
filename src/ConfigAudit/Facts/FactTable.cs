using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Facts;

/// <summary>The facts of one host, by kind.</summary>
internal sealed class FactTable
{
    private readonly Dictionary<FactType, FactSet> _sets = new();

    public FactTable(IEnumerable<FactSet> sets)
    {
        foreach (var set in sets)
            _sets[set.Type] = set;
    }

    public IEnumerable<FactSet> Sets => _sets.Values;

    /// <summary>What they are about.</summary>
    public FactSubject Subject => _sets.Count == 0 ? FactSubject.Host : _sets.Keys.First().Subject;

    /// <summary>The facts of that kind. Of a kind that nobody collected, nothing is known: not even that there are none.</summary>
    public FactSet<T> Set<T>()
        where T : Fact, new() => _sets.TryGetValue(FactType<T>.Instance, out var set) ? (FactSet<T>)set : Missing<T>.Set;

    /// <inheritdoc cref="Set{T}"/>
    public FactSet Set(FactType type) => _sets.TryGetValue(type, out var set) ? set : type.NewSet(Array.Empty<Fact>(), NotCollected(type));

    private static Gap[] NotCollected(FactType type) =>
        new[]
        {
            new Gap(
                GapKind.NotCollected,
                type.Name,
                new LocalText("スナップショットの作成時に収集していない", "the snapshot was made without asking for it")
            ),
        };

    private static class Missing<T>
        where T : Fact, new()
    {
        public static readonly FactSet<T> Set = new(Array.Empty<T>(), NotCollected(FactType<T>.Instance));
    }
}
