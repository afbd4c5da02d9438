using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Registers.Reading;

namespace ConfigAudit.Judging.Registers.Rows;

/// <summary>Software that the organisation allows, security products among it.</summary>
[Register("Software", "ソフトウェア台帳")]
public sealed record ApprovedSoftwareFact : RegisterFact
{
    /// <summary>Days from 2099 on are written to be left alone: 2099-12-31, 9999-12-31.</summary>
    private const int NeverYear = 2099;

    /// <summary>Letters in a row without which a name with a * is no limit: A* allows a tenth of all there is.</summary>
    private const int Fewest = 3,
        FewestJapanese = 2;

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
    [RegisterColumn("次回点検日", Decides = nameof(Review), Example = "R9.3.31")]
    public DateTime? ReviewOn { get; init; }

    /// <summary>Whether the next review is still to come.</summary>
    public ReviewState? Review { get; init; }

    /// <summary>Whether a host that was audited along with the registers has it.</summary>
    public bool? IsSeen { get; init; }

    internal override IEnumerable<(string Column, LocalText Why)> Mistakes =>
        new (string Column, LocalText? Why)[]
        {
            (
                nameof(SupportUntil),
                SupportUntil?.Year >= NeverYear
                    ? new LocalText(
                        "「サポート終了日」（SupportUntil）: これほど長いサポートを約束する開発元はありません。開発元が示した日を書くか、空にしてください",
                        "SupportUntil (サポート終了日): no vendor promises support for so long: write the day that it named, or leave it empty"
                    )
                    : null
            ),
            (
                nameof(Name),
                Name is not null && IsAny(Name) && (Publisher is null || IsAny(Publisher))
                    ? new LocalText(
                        $"「ソフトウェア名」（Name）: 発行元のない '{Name}' は広すぎて限定になりません。対象の名前を、* のほかに続けて {Fewest} 文字以上（漢字・仮名は {FewestJapanese} 文字以上）書いてください",
                        $"Name (ソフトウェア名): '{Name}' without a publisher is so wide that it is no limit: name what is meant, with {Fewest} characters in a row beside the * ({FewestJapanese} of kanji or kana)"
                    )
                    : null
            ),
        }
            .Where(each => each.Why is not null)
            .Select(each => (each.Column, each.Why!));

    /// <summary>Whether it is everything, or nothing but a letter or two with any text around.</summary>
    private static bool IsAny(string pattern)
    {
        var parts = HostileText.Compatible(pattern).Split('*').Select(part => part.Where(char.IsLetterOrDigit).ToArray()).ToArray();
        return parts.All(part => part.Length == 0)
            || (parts.Length > 1 && !parts.Any(part => part.Length >= Fewest || part.Count(letter => letter >= 0x3040) >= FewestJapanese));
    }

    internal override string Label => Name ?? "?";

    private protected override RegisterFact Reviewed(DateTime today) => this with { Review = State(ReviewOn, today) };
}
