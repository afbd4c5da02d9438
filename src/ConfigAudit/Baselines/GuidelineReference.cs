using System.Collections.Generic;

namespace ConfigAudit.Baselines;

/// <summary>The place in a guideline that a check rests on. Section numbers move between editions, so the edition is part of it.</summary>
/// <param name="Edition">The edition, as year and month: "2022-03" for 令和4年3月.</param>
/// <param name="Section">"6.4(1)⑤".</param>
/// <param name="Page">"ii-38"; null where it isn't known.</param>
public sealed record GuidelineReference(string Edition, string Section, string? Page)
{
    /// <summary>The numbers of the public comments that speak of it.</summary>
    public IReadOnlyList<long> Comments { get; init; } = System.Array.Empty<long>();

    /// <summary>False where the wording rests on secondary sources.</summary>
    public bool IsVerified { get; init; } = true;

    /// <summary>The part of the guideline, by the page: 1 general, 2 model clauses (例文), 3 commentary (解説); null where the page isn't known.</summary>
    public int? Part => Page is null ? null : Page.StartsWith("iii-", System.StringComparison.Ordinal) ? 3 : Page.StartsWith("ii-", System.StringComparison.Ordinal) ? 2 : Page.StartsWith("i-", System.StringComparison.Ordinal) ? 1 : null;

    /// <inheritdoc/>
    public override string ToString() => $"{Edition} {Section}{(Page is null ? null : $" ({Page})")}{(IsVerified ? null : " [unverified]")}";
}
