using System;
using ConfigAudit.Collectors.Antivirus;
using ConfigAudit.Registers.Reading;
using ConfigAudit.Values;

namespace ConfigAudit.Registers.Rows;

/// <summary>Software that the organisation allows, security products among it.</summary>
[Register("Software", "ソフトウェア台帳")]
public sealed record ApprovedSoftwareFact : RegisterFact
{
    /// <summary>Days from 2099 on are written to be left alone: 2099-12-31, 9999-12-31.</summary>
    private const int NeverYear = 2099;

    /// <summary>As it names itself in the list of installed programs; * stands for any text.</summary>
    [RegisterColumn("ソフトウェア名", IsKey = true, Example = "Microsoft 365 Apps*")]
    public string? Name { get; init; }

    /// <summary>Who publishes it; empty for any.</summary>
    [RegisterColumn("発行元", EmptyIsAny = true, Example = "Microsoft Corporation")]
    public string? Publisher { get; init; }

    /// <summary>What it is for.</summary>
    [RegisterColumn("種別", Example = "一般")]
    public SoftwareKind? Kind { get; init; }

    /// <summary>How a security product detects; asked for where the catalogue of security products doesn't know it.</summary>
    [RegisterColumn("検知方式")]
    public DetectionKind? Detection { get; init; }

    /// <summary>Who approved it; empty for nobody.</summary>
    [RegisterColumn("承認者", Content = CellContent.Party, Example = "情報システム管理者")]
    public string? Approver { get; init; }

    /// <summary>Until when it is planned to be used.</summary>
    [RegisterColumn("利用予定期限", Example = "R10.3.31")]
    public DateTime? PlannedUntil { get; init; }

    /// <summary>Until when its vendor supports it, as the vendor said; asked for where the lifecycle catalogue doesn't know.</summary>
    [RegisterColumn("サポート終了日")]
    public DateTime? SupportUntil { get; init; }

    /// <summary>When it is to be looked at next.</summary>
    [RegisterColumn("次回点検日", Example = "R9.3.31")]
    public DateTime? ReviewOn { get; init; }

    /// <summary>Whether the next review is still to come.</summary>
    public ReviewState? Review { get; init; }

    /// <summary>Whether a host that was audited along with the registers has it.</summary>
    public bool? IsSeen { get; init; }

    internal override LocalText? Mistake =>
        SupportUntil?.Year >= NeverYear ? new LocalText("「サポート終了日」（SupportUntil）: これほど長いサポートを約束する開発元はありません。開発元が示した日を書くか、空にしてください",
            "SupportUntil (サポート終了日): no vendor promises support for so long: write the day that it named, or leave it empty")
        : Name!.Trim('*', ' ').Length == 0 && Publisher!.Trim('*', ' ').Length == 0
            ? new LocalText($"「ソフトウェア名」（Name）: 発行元のない '{Name}' はすべてを認めることになります。対象を書いてください",
                $"Name (ソフトウェア名): '{Name}' without a publisher allows everything: name what is meant")
        : null;

    internal override string Label => Name ?? "?";

    internal override RegisterFact Reviewed(DateTime today) => this with { Review = State(ReviewOn, today) };
}
