using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Registers.Reading;

namespace ConfigAudit.Judging.Registers.Rows;

/// <summary>A communication that the organisation allows between zones, or out of one (特定通信).</summary>
[Register("Flows", "特定通信台帳")]
public sealed record AllowedFlowFact : RegisterFact
{
    /// <summary>What it is called.</summary>
    [RegisterColumn("名称", IsKey = true, Example = "住基保守")]
    public string? Name { get; init; }

    /// <summary>The zone that it begins in.</summary>
    [RegisterColumn("領域", IsRequired = true, Example = "マイナンバー利用事務系")]
    public Zone? Zone { get; init; }

    /// <summary>Address, range or host that it begins at, or several; empty for any of its zone.</summary>
    [RegisterColumn("送信元", EmptyIsAny = true, Example = "192.168.10.0/24")]
    public string? From { get; init; }

    /// <summary>Address, range or host name that it leads to, or several.</summary>
    [RegisterColumn("宛先", Decides = nameof(LeadsToInternet), IsRequired = true, Example = "10.20.0.5")]
    public string? To { get; init; }

    /// <summary>Of the host that may use it, or several: of devices, and no group's.</summary>
    [RegisterColumn("MACアドレス", Example = "00-11-22-33-44-55")]
    public string? MacAddress { get; init; }

    /// <summary>Application protocol.</summary>
    [RegisterColumn("プロトコル", Example = "HTTPS")]
    public string? Protocol { get; init; }

    /// <summary>Port, or several.</summary>
    [RegisterColumn("ポート", Example = "443")]
    public string? Port { get; init; }

    /// <summary>What it goes over.</summary>
    [RegisterColumn("回線", Example = "閉域網")]
    public FlowLine? Line { get; init; }

    /// <summary>What for.</summary>
    [RegisterColumn("目的", Example = "リモート保守")]
    public string? Purpose { get; init; }

    /// <summary>Who approved it; empty for nobody.</summary>
    [RegisterColumn("承認者", Content = CellContent.Party, Example = "CISO")]
    public string? Approver { get; init; }

    /// <summary>When it is to be looked at next.</summary>
    [RegisterColumn("次回点検日", Decides = nameof(Review), Example = "R9.3.31")]
    public DateTime? ReviewOn { get; init; }

    /// <summary>Whether the next review is still to come.</summary>
    public ReviewState? Review { get; init; }

    /// <summary>Whether a VPN connection or a proxy of a host that was audited along with the registers leads there; hosts tell of no
    /// others.</summary>
    public bool? IsSeen { get; init; }

    /// <summary>
    /// Whether <see cref="To"/> holds a public address, or a name of a public domain other than LGWAN's: not single labels, .local, .lan,
    /// .internal, .home.arpa or
    /// .lgwan.jp. A closed network may have such names, too.
    /// </summary>
    public bool? LeadsToInternet { get; init; }

    internal override IEnumerable<(string Column, LocalText Why)> Mistakes =>
        new (string Column, LocalText? Why)[]
        {
            (nameof(From), FlowEnd.Mistake(new LocalText("「送信元」（From）", "From (送信元)"), From)),
            (nameof(To), FlowEnd.Mistake(new LocalText("「宛先」（To）", "To (宛先)"), To)),
            (nameof(Port), FlowPorts.Mistake(new LocalText("「ポート」（Port）", "Port (ポート)"), Port)),
            (
                nameof(MacAddress),
                FlowEnd.Parts(MacAddress).Select(HardwareAddress.Mistake).FirstOrDefault(wrong => wrong is not null) is { } wrong
                    ? new LocalText($"「MACアドレス」（MacAddress）: {wrong.Ja}", $"MacAddress (MACアドレス): {wrong.En}")
                    : null
            ),
        }
            .Where(each => each.Why is not null)
            .Select(each => (each.Column, each.Why!));

    internal override string Label => Name ?? "?";

    private protected override RegisterFact Reviewed(DateTime today) =>
        this with
        {
            Review = State(ReviewOn, today),
            LeadsToInternet = FlowEnd.IsPublic(To),
        };
}
