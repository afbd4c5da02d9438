using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Keeping.Runs;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>What is said of days, waivers and attestations that can't be meant.</summary>
internal static partial class Records
{
    public static string UseIsOver(DateTime until) =>
        Say(
            $"-PlannedUseUntil の {Day(until)} はすでに過ぎています。使用を予定している最後の日として、今日以降の日付を指定してください",
            $"-PlannedUseUntil {Day(until)} has passed: give the last day of use that is planned, today or later"
        );

    public static string SinceIsToCome(DateTime since) =>
        Say(
            $"-LogonsSince の {Day(since)} は未来の日時です。ログオンの履歴を読み始める過去の日時を指定してください",
            $"-LogonsSince {Day(since)} is still to come: give the moment in the past from which logons are to be read"
        );

    public static string UnknownCheck(string check, string? like) =>
        Say(
            $"'{check}' というチェック項目は、同梱のどのベースラインにもありません。"
                + (like is null ? null : $"{like} ではありませんか。")
                + "独自のベースラインにあるものでなければ、どの判定結果にも効きません。",
            $"None of the baselines that ship has a check '{check}'"
                + (like is null ? ". " : $"; {like} is meant, perhaps. ")
                + "Unless a baseline of your own has it, no finding is touched by this."
        );

    public static string NeedNoWaiver(int count) =>
        Say(
            $"{count}件の判定結果は適合又は対象外で、例外承認を必要としないため、除きました。",
            $"{count} findings pass or don't apply. They need no waiver, and are left out."
        );

    public static string WaiversReplaced(string path, int count) =>
        Say(
            $"{path}: {count}件の例外承認を、同じ対象・同じ期間の新しいものに置き換えました。",
            $"{path}: {count} waivers gave way to new ones of the same findings and days."
        );

    public static string WaiversBeside(string path, int count) =>
        Say(
            $"{path}: {count}件の例外承認には、対象が同じで期間の重なる別の例外承認があり、両方が残っています。不要なものはファイルから削除してください。",
            $"{path}: {count} waivers stand beside others of the same findings, whose days overlap. Remove from the file what isn't meant any more."
        );

    public static string LaterFirst(KeptRun before, KeptRun after) =>
        Say(
            $"比較元（{before.Path}、開始 {Moment(before)}）は、比較先（{after.Path}、開始 {Moment(after)}）より後に始まっています。順序が逆であれば、改善と悪化が入れ替わって示されます。",
            $"The reference ({before.Path}, begun {Moment(before)}) began later than the difference ({after.Path}, begun {Moment(after)}). If they are the wrong way round, what was fixed is told as new, and what is new as fixed."
        );

    public static string LeftInRun(IReadOnlyList<string> names)
    {
        var some = string.Join(", ", names.Take(3));
        return Say(
            $"再開した実行には、今回のホスト一覧にないホストが{names.Count}台あります（{some}{(names.Count > 3 ? " など" : null)}）。実行には残りますが、今回の結果には含まれません。一覧が短くなっていないか確認してください。",
            $"The run that was gone on with holds {names.Count} hosts that weren't named this time ({some}{(names.Count > 3 ? " and others" : null)}). They stay in the run, and aren't among these results: see that the list isn't too short."
        );
    }

    private static string Moment(KeptRun run) => run.Manifest.StartedAt.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DateTime moment) =>
        moment.ToString(moment.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
