using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Asking.Sessions;

/// <summary>The values wanted of one key: what a collector asks, and declares.</summary>
internal sealed record RegistryQuery(RegistryKey Key)
{
    /// <summary>REG_SZ and REG_EXPAND_SZ.</summary>
    public IReadOnlyList<string> Texts { get; init; } = Array.Empty<string>();

    /// <summary>REG_DWORD.</summary>
    public IReadOnlyList<string> Numbers { get; init; } = Array.Empty<string>();

    /// <summary>REG_MULTI_SZ.</summary>
    public IReadOnlyList<string> Lists { get; init; } = Array.Empty<string>();

    /// <summary>The query as it is declared.</summary>
    public SourceInfo Info => new(Key.Source, Texts.Concat(Numbers).Concat(Lists).ToArray());
}
