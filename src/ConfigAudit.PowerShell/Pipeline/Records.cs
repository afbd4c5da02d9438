using System;
using System.IO;
using System.Management.Automation;
using ConfigAudit.Asking;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Where every error record of the module is born: what happened, to which target, and what to do next.</summary>
internal static partial class Records
{
    public static ErrorRecord Of(AuditProblem problem)
    {
        var (name, gap) = (problem.Target.ComputerName, problem.Gap);
        var about = gap.Source == name ? name : $"{name}: {gap.Source}";
        // What a recording lacks is in no other folder.
        var advice =
            OfDns(gap)
            ?? Advice(
                gap.Kind == GapKind.NotRecorded && (problem.Target.RecordingPath is not { } recording || File.Exists(recording))
                    ? GapKind.Unusable
                    : gap.Kind
            );
        return new ErrorRecord(
            new InvalidOperationException(
                Say(
                    $"{about}: {MemberNames<GapKind>.Of(gap.Kind).Ja}（{gap.Told.Ja.TrimEnd('.', '。')}）。{advice.Ja}",
                    $"{about}: {gap.Message.TrimEnd('.')}. {advice.En}"
                )
            ),
            "ConfigAudit" + gap.Kind,
            Category(gap.Kind),
            problem.Target
        );
    }

    /// <summary>What is said at a run's end when the module made mistakes on what targets answered.</summary>
    public static string OwnMistakes(int count) =>
        Say(
            $"このモジュール自身の誤りが{count}件ありました。該当する項目は「不明」であり、他のホストには影響しません。エラーの内容をモジュールのバージョンとともに報告してください。",
            $"This module made {count} mistake(s) of its own on what targets answered. What it could not read or judge is Unknown; no other target is affected. Please report the errors with the module's version."
        );

    public static ErrorRecord Of(InputException bad) => new(bad, "ConfigAuditInput", ErrorCategory.InvalidData, bad.Path);

    public static ErrorRecord Of(BaselineException bad, string baseline) =>
        new(bad, "ConfigAuditBaseline", ErrorCategory.InvalidData, baseline);

    /// <summary>In the user's language. What a file or the system itself said stays as it was said.</summary>
    public static string Say(string ja, string en) => new LocalText(ja, en).ToString();

    private static ErrorCategory Category(GapKind kind) =>
        kind switch
        {
            GapKind.Denied => ErrorCategory.PermissionDenied,
            GapKind.Timeout => ErrorCategory.OperationTimeout,
            GapKind.Busy => ErrorCategory.ResourceBusy,
            GapKind.Unreachable => ErrorCategory.ConnectionError,
            GapKind.NotSupported => ErrorCategory.NotImplemented,
            _ => ErrorCategory.ReadError,
        };

    /// <summary>Where DNS was asked, the host itself can't help. Null for what isn't DNS.</summary>
    private static LocalText? OfDns(Gap gap) =>
        !gap.Source.StartsWith("dns:", StringComparison.Ordinal) ? null
        : gap.Kind == GapKind.Timeout
            ? new LocalText(
                "DNSサーバが応答するか、ここから到達できるかを確認してください（別のDNSサーバは -DnsServer で指定します）。",
                "See that the DNS server answers, and can be reached from here; -DnsServer names another."
            )
        : gap.Kind == GapKind.Unreachable
            ? new LocalText(
                "ホスト名を確認し、DNSのMXレコード又はA・AAAAレコードを訂正してください。",
                "Look at the name, and correct the MX record or the A or AAAA record in DNS."
            )
        : null;

    private static LocalText Advice(GapKind kind) =>
        kind switch
        {
            GapKind.Denied => new LocalText("そのホストの管理者として実行してください。", "Ask as an administrator of that host."),
            GapKind.Timeout => new LocalText(
                "再度実行するか、ホストの負荷を確認してください。",
                "Ask again, or look whether the host is overloaded."
            ),
            GapKind.Busy => new LocalText(
                "時間をおいて再度実行するか、同時に問い合わせる数（-ThrottleLimit）を減らしてください。",
                "Ask again later, or fewer at once (-ThrottleLimit)."
            ),
            GapKind.NotRecorded => new LocalText(
                "記録のあるフォルダを -RecordingPath で、又はファイルをホスト一覧のRecording列で指定してください。",
                "Name the folder that holds it with -RecordingPath, or the file in the inventory's Recording column."
            ),
            GapKind.Unreachable => new LocalText(
                "電源、ここからの到達性、ホストの証明書を確認してください。",
                "See that it is on, can be reached from here and proves who it is."
            ),
            _ => new LocalText("これに依存するチェック項目は不明になります。", "What depends on it stays Unknown."),
        };

    /// <summary>What an exception says, for a sentence that goes on: the system's own end with a full stop.</summary>
    internal static string Bare(Exception bad) => bad.Message.TrimEnd(' ', '.', '。');
}
