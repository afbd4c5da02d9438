using ConfigAudit.Registers.Reading;
using ConfigAudit.Targets;
using ConfigAudit.Values;

namespace ConfigAudit.Registers.Rows;

/// <summary>A range of addresses, and the zone that it belongs to.</summary>
[Register("Zones", "領域台帳")]
public sealed record ZoneRangeFact : RegisterFact
{
    /// <summary>The zone.</summary>
    [RegisterColumn("領域", IsRequired = true, Example = "LGWAN接続系")]
    public Zone? Zone { get; init; }

    /// <summary>Addresses in CIDR notation (RFC 4632), or one address.</summary>
    [RegisterColumn("アドレス範囲", IsKey = true, Example = "192.168.20.0/24")]
    public string? Range { get; init; }

    /// <summary>What it is called.</summary>
    [RegisterColumn("名称", Example = "本庁2階")]
    public string? Name { get; init; }

    internal override LocalText? Mistake =>
        AddressRange.TryParse(Range, out _) ? null
            : new LocalText($"「アドレス範囲」（Range）: '{Range}' はアドレスの範囲ではありません（例: 192.168.20.0/24、192.168.20.11）",
                $"Range (アドレス範囲): '{Range}' is no range of addresses: 192.168.20.0/24 or 192.168.20.11 is wanted");

    internal override string Label => Range ?? "?";
}
