using System;
using System.Collections.Generic;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Registers.Reading;

namespace ConfigAudit.Judging.Registers.Rows;

/// <summary>A host, a device or an address that the organisation owns.</summary>
[Register("Assets", "資産台帳")]
public sealed record RegisteredAssetFact : RegisterFact
{
    /// <summary>Its number or name.</summary>
    [RegisterColumn("資産", IsKey = true, Example = "PC-0001")]
    public string? Asset { get; init; }

    /// <summary>The name that it has in the network; empty for none.</summary>
    [RegisterColumn("ホスト名", Decides = nameof(IsSeen), Example = "LG-PC-001")]
    public string? HostName { get; init; }

    /// <summary>Its addresses, or its names in DNS.</summary>
    [RegisterColumn("IPアドレス", Example = "192.168.20.11")]
    public IReadOnlyList<string>? Addresses { get; init; }

    /// <summary>Who answers for it; empty for nobody.</summary>
    [RegisterColumn("管理者", Content = CellContent.Party, Example = "総務課")]
    public string? Owner { get; init; }

    /// <summary>The zone that it stands in.</summary>
    [RegisterColumn("領域", Example = "LGWAN接続系")]
    public Zone? Zone { get; init; }

    /// <summary>When it is to be looked at next.</summary>
    [RegisterColumn("次回点検日", Decides = nameof(Review), Example = "R9.3.31")]
    public DateTime? ReviewOn { get; init; }

    /// <summary>Whether the next review is still to come.</summary>
    public ReviewState? Review { get; init; }

    /// <summary>Whether a host that was audited along with the registers is it; null where it has no host name, as nobody audits a
    /// switch.</summary>
    public bool? IsSeen { get; init; }

    /// <summary>The names in the cell of its name: a row may be of several machines, and say a domain or what each is for.</summary>
    internal IReadOnlyList<string> HostNames => AssetNames.Of(HostName ?? string.Empty);

    /// <summary>What says that the machine is gone (廃棄済), in its number or its name; null for nothing.</summary>
    internal string? Gone => AssetNames.Gone(Asset!) ?? AssetNames.Gone(HostName ?? string.Empty);

    internal override string Label => Asset ?? "?";

    private protected override RegisterFact Reviewed(DateTime today) => this with { Review = State(ReviewOn, today) };
}
