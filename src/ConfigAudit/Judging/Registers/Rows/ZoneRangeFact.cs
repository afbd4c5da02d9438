using System;
using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Registers.Reading;

namespace ConfigAudit.Judging.Registers.Rows;

/// <summary>A range of addresses, and the zone that it belongs to.</summary>
[Register("Zones", "領域台帳")]
public sealed record ZoneRangeFact : RegisterFact
{
    /// <summary>The zone.</summary>
    [RegisterColumn("領域", IsRequired = true, Example = "LGWAN接続系")]
    public Zone? Zone { get; init; }

    /// <summary>Addresses in CIDR notation (RFC 4632), with a mask, from one to another, or one address; several apart by a
    /// semicolon.</summary>
    [RegisterColumn("アドレス範囲", IsKey = true, Example = "192.168.20.0/24")]
    public string? Range { get; init; }

    /// <summary>What it is called.</summary>
    [RegisterColumn("名称", Example = "本庁2階")]
    public string? Name { get; init; }

    /// <summary>Those of the cell, each by itself.</summary>
    internal IReadOnlyList<AddressRange> Ranges => RangeList.Of(Range) ?? Array.Empty<AddressRange>();

    internal override IEnumerable<(string Column, LocalText Why)> Mistakes =>
        RangeList.Of(Range) is not { } ranges
            ? new[]
            {
                (
                    nameof(Range),
                    new LocalText(
                        $"「アドレス範囲」（Range）: '{Range}' はアドレスの範囲ではありません（例: 192.168.20.0/24、192.168.20.0-192.168.20.255、192.168.20.11。複数は ; で区切る）",
                        $"Range (アドレス範囲): '{Range}' is no range of addresses: 192.168.20.0/24, 192.168.20.0-192.168.20.255 or 192.168.20.11 is wanted, several apart by ;"
                    )
                ),
            }
        : HostAddresses.ZoneMistake(Range!, ranges) is { } wide
            ? new[] { (nameof(Range), new LocalText($"「アドレス範囲」（Range）: {wide.Ja}", $"Range (アドレス範囲): {wide.En}")) }
        : base.Mistakes;

    internal override string Label => Range ?? "?";
}
