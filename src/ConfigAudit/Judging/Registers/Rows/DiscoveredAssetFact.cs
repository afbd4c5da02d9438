using System;
using ConfigAudit.Judging.Registers.Reading;

namespace ConfigAudit.Judging.Registers.Rows;

/// <summary>Something of the organisation's that is seen from outside: by DNS, certificate logs, or a service that looks for it.</summary>
[Register("Discovered", "外部公開資産")]
public sealed record DiscoveredAssetFact : RegisterFact
{
    /// <summary>An address or a name in DNS.</summary>
    [RegisterColumn("アドレス", IsKey = true, Example = "mail.city.example.lg.jp")]
    public string? Address { get; init; }

    /// <summary>By which tool or service.</summary>
    [RegisterColumn("発見元", Example = "ASM")]
    public string? SeenBy { get; init; }

    /// <summary>When.</summary>
    [RegisterColumn("発見日", Example = "R8.11.1")]
    public DateTime? SeenOn { get; init; }

    /// <summary>Whether the register of assets has it; null where there is no such register.</summary>
    public bool? IsRegistered { get; init; }

    internal override string Label => Address ?? "?";
}
