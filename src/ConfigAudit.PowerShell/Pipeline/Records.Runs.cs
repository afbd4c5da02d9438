using System;
using System.Management.Automation;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Keeping.Runs;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>What is said of runs, and of their findings.</summary>
internal static partial class Records
{
    public static ErrorRecord NoRun(string path) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{path} に実行の記録がありません。Invoke-ConfigAudit -RunPath で保存したフォルダの親を指定してください。",
                    $"{path} holds no run. Name a folder whose folders were kept by Invoke-ConfigAudit -RunPath."
                )
            ),
            "ConfigAuditNothingFound",
            ErrorCategory.ObjectNotFound,
            path
        );

    public static ErrorRecord BaselineNotGiven(KeptRun run) =>
        new(
            new ArgumentException(
                run.Manifest.Baseline is { } id
                    ? Say(
                        $"{run.Path}: この実行は、モジュールに同梱されていない {id} で判定されています。-Baseline でファイルを指定してください。",
                        $"{run.Path}: this run was judged by {id}, which doesn't ship with the module. Name the file with -Baseline."
                    )
                    : Say(
                        $"{run.Path}: この実行は判定されていません。-Baseline で基準を指定してください。",
                        $"{run.Path}: this run wasn't judged. Say by what with -Baseline."
                    )
            ),
            "ConfigAuditBaselineNotGiven",
            ErrorCategory.InvalidArgument,
            run.Path
        );

    public static ErrorRecord RunNotKept(Exception bad) =>
        new(
            new InvalidOperationException(
                Say(
                    $"実行を保存できませんでした: {Bare(bad)}。それまでに書き込んだものは完全です。空き容量を確保し、-Resume で再開してください。",
                    $"The run could not be kept: {Bare(bad)}. What was written before is whole: make room, and go on with -Resume."
                ),
                bad
            ),
            "ConfigAuditRunNotKept",
            ErrorCategory.WriteError,
            null
        );

    public static ErrorRecord FolderOfFindings(string path) =>
        new(
            new ArgumentException(
                Say(
                    $"{path} はフォルダです。同じ判定結果が複数の形式で入っていることがあるため、ファイルを指定してください。",
                    $"{path} is a folder, in which the same findings may stand in several formats: name the files."
                )
            ),
            "ConfigAuditFolderOfFindings",
            ErrorCategory.InvalidArgument,
            path
        );

    /// <summary>What is said of findings that came several times.</summary>
    public static string FindingsTwice(FindingSet findings) =>
        Say(
            $"{findings.Twice}件の判定結果は、ホストとチェック項目が他と同じです（{findings.Example!.ComputerName} {findings.Example.CheckId} など）。1件だけ数えます: 時点が違えば新しい方、同じ時点なら悪い方です。"
                + (
                    findings.Contradicting > 0
                        ? $"うち{findings.Contradicting}件は同じ時点で結果が食い違っています。どちらかのファイルが書き換えられていないか確認してください。"
                        : string.Empty
                ),
            $"{findings.Twice} findings are of a host and check that stands there already ({findings.Example.ComputerName} {findings.Example.CheckId} and the like). One counts: the later, and of one moment the worse."
                + (
                    findings.Contradicting > 0
                        ? $" {findings.Contradicting} of them tell of one moment and another outcome: find out which file was changed."
                        : string.Empty
                )
        );

    public static ErrorRecord Refused(RefusedInput refused) =>
        new(new ArgumentException(refused.Why), "ConfigAuditNotWhole", ErrorCategory.InvalidData, refused.Given);

    public static ErrorRecord MoreRefused(int count) =>
        new(
            new ArgumentException(
                Say(
                    $"ほかに{count}件が、同様に使えないため数えられていません。",
                    $"And {count} more objects can't be used either, and don't count."
                )
            ),
            "ConfigAuditNotWhole",
            ErrorCategory.InvalidData,
            null
        );

    public static ErrorRecord NotWholeEvidence(Finding finding) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{finding.ComputerName} {finding.CheckId}: ファイルから読み込んだ判定結果には、見つかったものの全部は入っていません。-BindToEvidence には Invoke-ConfigAudit が出力した判定結果を渡してください。",
                    $"{finding.ComputerName} {finding.CheckId}: a finding that was read back doesn't hold all that was found. For -BindToEvidence, pass on what Invoke-ConfigAudit emits."
                )
            ),
            "ConfigAuditNotWholeEvidence",
            ErrorCategory.InvalidArgument,
            finding
        );
}
