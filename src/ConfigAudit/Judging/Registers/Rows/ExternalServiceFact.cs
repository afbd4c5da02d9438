using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Kinds;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Registers.Reading;

namespace ConfigAudit.Judging.Registers.Rows;

/// <summary>A cloud service, or another service of somebody else's, that the organisation uses.</summary>
[Register("ExternalServices", "外部サービス台帳")]
public sealed record ExternalServiceFact : RegisterFact
{
    /// <summary>What it is called.</summary>
    [RegisterColumn("サービス名", IsKey = true, Example = "電子申請サービス")]
    public string? Service { get; init; }

    /// <summary>Who provides it.</summary>
    [RegisterColumn("提供者", Example = "株式会社例")]
    public string? Provider { get; init; }

    /// <summary>The highest confidentiality of what it holds: 1, 2, 3, or 3A, 3B, 3C; also written as 機密性2, 自治体機密性3A, Ⅱ or 公開情報.</summary>
    [RegisterColumn("機密性", Content = CellContent.Confidentiality, IsRequired = true, Example = "2")]
    public string? DataClass { get; init; }

    /// <summary>What its use rests on.</summary>
    [RegisterColumn("契約形態", IsRequired = true, Example = "個別契約")]
    public ServiceTerms? Terms { get; init; }

    /// <summary>Who decided that information of confidentiality 2 and above may be held under standard terms; empty for nobody.</summary>
    [RegisterColumn("例外承認", Content = CellContent.Party)]
    public string? Exception { get; init; }

    /// <summary>Where its data is kept.</summary>
    [RegisterColumn("データ所在地", Decides = nameof(IsKeptInJapan), Example = "日本")]
    public string? Location { get; init; }

    /// <summary>Whose law and courts apply.</summary>
    [RegisterColumn("準拠法", Decides = nameof(IsUnderJapaneseLaw), Example = "日本法、東京地裁")]
    public string? Law { get; init; }

    /// <summary>Any of ISMAP, ISO/IEC 27017, SOC 2 and others: alternatives.</summary>
    [RegisterColumn("認証", Content = CellContent.Certification, Example = "ISMAP")]
    public IReadOnlyList<string>? Certifications { get; init; }

    /// <summary>Where it is written who does what; empty for nowhere.</summary>
    [RegisterColumn("責任分界", Content = CellContent.Place, Example = "SLA第3条")]
    public string? Responsibilities { get; init; }

    /// <summary>Where its provider is bound in what it has others do; empty for nowhere. Contractors of the organisation itself stand in
    /// the register of contracts.</summary>
    [RegisterColumn("再委託の確認", Content = CellContent.Place, Example = "仕様書5.2")]
    public string? Subcontractors { get; init; }

    /// <summary>Who allowed its use; empty for nobody.</summary>
    [RegisterColumn("承認者", Content = CellContent.Party, Example = "CISO")]
    public string? Approver { get; init; }

    /// <summary>When.</summary>
    [RegisterColumn("承認日", Decides = nameof(Approver), Content = CellContent.Decision, Example = "R4.4.1")]
    public DateTime? ApprovedOn { get; init; }

    /// <summary>When the provider's security organisation, or a report of its audit, is to be looked at next.</summary>
    [RegisterColumn("提供者の次回確認日", Decides = nameof(ProviderReview), Example = "R9.3.31")]
    public DateTime? ProviderReviewOn { get; init; }

    /// <summary>When its settings are to be looked through for mistakes next.</summary>
    [RegisterColumn("設定の次回確認日", Decides = nameof(SettingsReview), Example = "R9.3.31")]
    public DateTime? SettingsReviewOn { get; init; }

    /// <summary>When its use is to be looked at next.</summary>
    [RegisterColumn("次回点検日", Decides = nameof(Review), Example = "R9.3.31")]
    public DateTime? ReviewOn { get; init; }

    /// <summary>Whether the next review is still to come.</summary>
    public ReviewState? Review { get; init; }

    /// <summary>Whether the next look at the provider is still to come.</summary>
    public ReviewState? ProviderReview { get; init; }

    /// <summary>Whether the next look at the settings is still to come.</summary>
    public ReviewState? SettingsReview { get; init; }

    /// <summary>Whether <see cref="Location"/> names places in Japan alone: false where another country is written. Null where
    /// nothing is written, or no place that is known.</summary>
    public bool? IsKeptInJapan { get; init; }

    /// <summary>Whether <see cref="Law"/> is that of Japan alone: false where another is written. Null where nothing is written, or none that
    /// is known; a court's place names no law.</summary>
    public bool? IsUnderJapaneseLaw { get; init; }

    internal override bool IsDecided => Approver?.Length > 0;

    internal override string Label => Service ?? "?";

    internal override IEnumerable<Gap> Unclear =>
        new[]
        {
            IsUnread(nameof(Location)) ? null : Unplaced(IsKeptInJapan, nameof(IsKeptInJapan), "Location (データ所在地)", Location),
            IsUnread(nameof(Law)) ? null : Unplaced(IsUnderJapaneseLaw, nameof(IsUnderJapaneseLaw), "Law (準拠法)", Law),
        }.OfType<Gap>();

    private protected override RegisterFact Reviewed(DateTime today) =>
        this with
        {
            Approver = By(Approver, ApprovedOn, today),
            Review = State(ReviewOn, today),
            ProviderReview = State(ProviderReviewOn, today),
            SettingsReview = State(SettingsReviewOn, today),
            Certifications = Certifications is null
                ? null
                : new ValueList<string>(
                    Certifications.Where(each => !Certification.HasLapsed(each, today) && !Certification.IsYetToCome(each, today)),
                    each => each
                ),
            IsKeptInJapan = JapanesePlace.Is(Location),
            IsUnderJapaneseLaw = JapanesePlace.IsLaw(Law),
        };

    private Gap? Unplaced(bool? isJapan, string property, string column, string? written) =>
        isJapan is not null ? null
        : written is not { Length: > 0 }
            ? new Gap(
                GapKind.NotCollected,
                Source ?? "ExternalServices",
                new LocalText($"{column}: 記入されていない", $"{column}: nothing is written")
            )
            {
                Property = property,
            }
        : new Gap(
            GapKind.Unusable,
            Source ?? "ExternalServices",
            new LocalText(
                $"{column}: 「{written}」では国が分からない。国名、都道府県名又はリージョン名を記入してください",
                $"{column}: '{written}' doesn't say which country: write its name, the prefecture or the region"
            )
        )
        {
            Property = property,
        };
}
