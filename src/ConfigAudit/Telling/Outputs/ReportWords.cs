using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Judging.Registers;

namespace ConfigAudit.Telling.Outputs;

/// <summary>The words of reports for people.</summary>
internal static class ReportWords
{
    public static readonly LocalText Title = new("情報セキュリティ設定監査 報告書", "Configuration audit report");
    public static readonly LocalText Checklist = new("監査チェックリスト", "Audit checklist");
    public static readonly LocalText Organisation = new("組織（台帳・確認記録）", "Organisation (registers, attestations)");
    public static readonly LocalText TheOrganisation = new("（組織）", RegisterSet.Organisation);
    public static readonly LocalText NoZone = new("領域の宣言なし", "No zone declared");
    public static readonly LocalText Summary = new("概要", "Summary");
    public static readonly LocalText FindingsName = new("判定結果", "Findings");
    public static readonly LocalText ByHost = new("ホスト別", "By host");
    public static readonly LocalText ByCheck = new("チェック項目別", "By check");
    public static readonly LocalText ByZone = new("領域別", "By zone");
    public static readonly LocalText ByChapter = new("ガイドラインの章別", "By chapter of the guideline");
    public static readonly LocalText Trend = new("推移", "Trend");
    public static readonly LocalText Run = new("実行日", "Run");
    public static readonly LocalText Unfinished = new("（中断）", " (unfinished)");
    public static readonly LocalText CoverageShare = new("読み取れたホスト", "Hosts read");
    public static readonly LocalText Plan = new("是正計画", "Action plan");
    public static readonly LocalText Registers = new("台帳の不備", "Registers");
    public static readonly LocalText MadeAt = new("作成日時", "Made at");
    public static readonly LocalText Catalogs = new("カタログの日付", "Catalogues");
    public static readonly LocalText CollectedBetween = new("取得期間", "Collected");
    public static readonly LocalText Baseline = new("ベースライン", "Baseline");
    public static readonly LocalText MadeBy = new("作成", "Made by");
    public static readonly LocalText Coverage = new("読み取りの状況", "Coverage");
    public static readonly LocalText Hosts = new("ホスト数", "Hosts");
    public static readonly LocalText ReadWhole = new("すべて読み取れた", "Read in whole");
    public static readonly LocalText ReadInPart = new("一部を読み取れなかった", "Read in part");
    public static readonly LocalText NotRead = new("まったく読み取れなかった", "Not read at all");
    public static readonly LocalText FailuresBySeverity = new("不適合の重大度", "Failures by severity");
    public static readonly LocalText Waived = new("うち例外承認が有効なもの", "Of these with a waiver in force");
    public static readonly LocalText Group = new("区分", "Group");
    public static readonly LocalText Owner = new("担当者", "Owner");
    public static readonly LocalText Due = new("期限", "Due");
    public static readonly LocalText Measure = new("対応内容", "Measure");
    public static readonly LocalText Done = new("完了日", "Done on");
    public static readonly LocalText Chapter = new("章", "Chapter");
    public static readonly LocalText Section = new("条項", "Section");
    public static readonly LocalText Page = new("ページ", "Page");
    public static readonly LocalText Method = new("確認の方法", "Method");
    public static readonly LocalText Result = new("判定のまとめ", "Result");
    public static readonly LocalText Evidence = new("証跡", "Evidence");
    public static readonly LocalText Remark = new("監査人の所見", "Auditor's remark");
    public static readonly LocalText SomeFail = new("不適合あり", "Some fail");
    public static readonly LocalText SomeUnknown = new("不明あり", "Some unknown");
    public static readonly LocalText SomeAttest = new("要確認あり", "Some to attest");
    public static readonly LocalText AllPass = new("適合", "All pass");
    public static readonly LocalText NoneConcerned = new("対象なし", "None concerned");
    public static readonly LocalText AndMore = new("ほか{0}件", "and {0} more");

    /// <summary>Whom a finding is of, for people.</summary>
    public static string HostName(Finding finding, Language language) =>
        Tally.IsOrganisation(finding) ? TheOrganisation.In(language) : finding.ComputerName;

    /// <summary>The gravest that came, beside which all counts stand.</summary>
    public static LocalText ResultOf(Counts counts) =>
        counts[Outcome.Fail] > 0 ? SomeFail
        : counts[Outcome.Unknown] > 0 ? SomeUnknown
        : counts[Outcome.Attest] > 0 ? SomeAttest
        : counts[Outcome.Pass] > 0 ? AllPass
        : NoneConcerned;
}
