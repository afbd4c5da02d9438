using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using ConfigAudit.Base.Running;

namespace ConfigAudit.Facts;

/// <summary>The kinds of fact that are known, by the name that baselines and snapshots use. New ones are found by being there.</summary>
internal sealed class FactTypes
{
    private readonly Dictionary<string, FactType> _types;

    public FactTypes(Assembly assembly) =>
        _types = TypeScan.Concrete<Fact>(assembly).Select(FactType.Of).ToDictionary(type => type.Name, StringComparer.Ordinal);

    /// <summary>Those of the engine.</summary>
    public static FactTypes Shipped { get; } = new(typeof(Fact).Assembly);

    public IReadOnlyCollection<FactType> All => _types.Values;

    public FactType? Find(string name) => _types.TryGetValue(name, out var type) ? type : null;
}
