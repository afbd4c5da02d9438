using System;
using ConfigAudit.Judging.Registers.Reading;

namespace ConfigAudit.Judging.Registers.Rows;

/// <summary>A contract by which somebody else does the organisation's work (業務委託).</summary>
[Register("Contracts", "委託契約台帳")]
public sealed record OutsourcingContractFact : RegisterFact
{
    /// <summary>What it is called.</summary>
    [RegisterColumn("契約名", IsKey = true, Example = "橋梁設計業務委託")]
    public string? Contract { get; init; }

    /// <summary>With whom it was made.</summary>
    [RegisterColumn("委託先", Content = CellContent.Party, Example = "株式会社例")]
    public string? Contractor { get; init; }

    /// <summary>Whether the contractor uses external services for this work: to share files, for a survey, to keep what it makes.</summary>
    [RegisterColumn("外部サービスの利用", IsRequired = true, Example = "有")]
    public bool? UsesExternalServices { get; init; }

    /// <summary>Where it is written that they have to be as section 8.2 asks; empty for nowhere.</summary>
    [RegisterColumn("外部サービスの要求事項", Content = CellContent.Place, Example = "仕様書5.2")]
    public string? ServiceDemands { get; init; }

    /// <summary>When it is to be looked at next.</summary>
    [RegisterColumn("次回点検日", Decides = nameof(Review), Example = "R9.3.31")]
    public DateTime? ReviewOn { get; init; }

    /// <summary>Whether the next review is still to come.</summary>
    public ReviewState? Review { get; init; }

    internal override string Label => Contract ?? "?";

    private protected override RegisterFact Reviewed(DateTime today) => this with { Review = State(ReviewOn, today) };
}
