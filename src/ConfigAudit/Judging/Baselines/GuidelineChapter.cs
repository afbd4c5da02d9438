using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Baselines;

/// <summary>
/// The chapters of the guideline's measures, which its model clauses (part 2) and its commentary (part 3) share. Sections move between
/// editions; chapters have
/// stayed since 令和2年12月. What stands in part 1, or in part 4 on clouds (since 令和5年3月), has sections without a chapter.
/// </summary>
internal sealed record GuidelineChapter(int Number, LocalText Title)
{
    private static readonly LocalText[] Titles =
    {
        new("総則（第1編）", "General rules (part 1)"),
        new("組織体制", "Organisation"),
        new("情報資産の分類と管理", "Classification and management of information assets"),
        new("情報システム全体の強靭性の向上", "Resilience of the information system as a whole"),
        new("物理的セキュリティ", "Physical security"),
        new("人的セキュリティ", "Human security"),
        new("技術的セキュリティ", "Technical security"),
        new("運用", "Operation"),
        new("業務委託と外部サービスの利用", "Outsourcing and the use of external services"),
        new("評価・見直し", "Evaluation and review"),
    };

    private static readonly GuidelineChapter Clouds = new(
        Titles.Length,
        new LocalText("クラウドサービスの特則（第4編）", "Special rules on clouds (part 4)")
    );

    private static readonly GuidelineChapter None = new(Titles.Length + 1, new LocalText("ガイドライン以外", "Beyond the guideline"));

    /// <summary>As the guideline prints it, with its number where it has one.</summary>
    public LocalText Name => Number > 0 && Number < Titles.Length ? new LocalText($"{Number} {Title.Ja}", $"{Number} {Title.En}") : Title;

    /// <summary>The chapter that a section stands in: 6 for "6.4(1)⑤".</summary>
    public static GuidelineChapter Of(GuidelineReference? place)
    {
        if (place is null || place.Section.Length == 0)
            return None;
        var digits = 0;
        while (digits < place.Section.Length && place.Section[digits] is >= '0' and <= '9')
            digits++;
        if (digits == 0 && place.Part == 4)
            return Clouds;
        var number = digits == 0 ? 0 : int.Parse(place.Section.Substring(0, digits), System.Globalization.CultureInfo.InvariantCulture);
        return number < Titles.Length ? new GuidelineChapter(number, Titles[number]) : None;
    }
}
