using System;
using System.IO;
using System.Management.Automation;
using ConfigAudit.Asking;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Keeping.Handovers;
using ConfigAudit.Keeping.Runs;
using ConfigAudit.Telling.Schedules;

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

    public static ErrorRecord Of(HandoverException bad) =>
        new(
            new InvalidOperationException(Say($"{Bare(bad)}。{Advice(bad.Refusal).Ja}", $"{Bare(bad)}. {Advice(bad.Refusal).En}"), bad),
            "ConfigAuditHandover" + bad.Refusal,
            ErrorCategory.SecurityError,
            bad.Path
        );

    public static ErrorRecord NotSigned(string folder, int missing) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{folder}: {missing}件のスナップショットを書き込めなかったため、引き渡しに署名していません。空き容量を確保し、新しいフォルダに引き渡してください。",
                    $"{folder}: the hand-over isn't signed, since {missing} snapshots could not be written. Make room, and hand over into a new folder."
                )
            ),
            "ConfigAuditNotSigned",
            ErrorCategory.WriteError,
            folder
        );

    public static ErrorRecord HandedOver(string folder) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{folder} には署名済みの引き渡しがあり、何も追加できません。別のフォルダを指定してください。",
                    $"{folder} holds a signed hand-over, which nothing can be added to. Name another folder."
                )
            ),
            "ConfigAuditHandedOver",
            ErrorCategory.ResourceExists,
            folder
        );

    public static ErrorRecord Of(ScheduleException bad, string task) =>
        new(
            bad,
            "ConfigAuditSchedule" + bad.Problem,
            bad.Problem switch
            {
                ScheduleProblem.Unsafe => ErrorCategory.SecurityError,
                ScheduleProblem.NotRegistered => ErrorCategory.ResourceUnavailable,
                _ => ErrorCategory.InvalidArgument,
            },
            task
        );

    public static ErrorRecord NotWritten(Exception bad, string path) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{path} に書き込めませんでした: {Bare(bad)}。元のファイルは変わっていません。",
                    $"{path} could not be written: {Bare(bad)}. What stood there before is unchanged."
                ),
                bad
            ),
            "ConfigAuditNotWritten",
            ErrorCategory.WriteError,
            path
        );

    public static ErrorRecord NotRead(Exception bad, string path) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{path} を読み取れませんでした: {Bare(bad)}。ほかの処理は続行します。",
                    $"{path} could not be read: {Bare(bad)}. The others go on."
                ),
                bad
            ),
            "ConfigAuditNotRead",
            ErrorCategory.ReadError,
            path
        );

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

    public static ErrorRecord NotTold(Exception bad, string channel, int failures) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{Bare(bad)}。新しい不適合{failures}件をこの方法では通知できませんでした。次回の実行で通知します。",
                    $"{Bare(bad)}. {failures} new failures stay untold this way: the next run tells them."
                ),
                bad
            ),
            "ConfigAuditNotTold",
            ErrorCategory.ConnectionError,
            channel
        );

    public static ErrorRecord StateSetAside(InputException bad, string? aside) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{Bare(bad)}。これまでに通知した内容が分からないため、すべてを改めて通知します。",
                    $"{Bare(bad)}. Nothing of what was told before is known, so everything is told again. "
                )
                    + (
                        aside is null
                            ? Say(
                                "ファイルはそのまま残っています。移動するか、別の -StatePath を指定してください。",
                                "The file stays where it is: move it away, or give another -StatePath."
                            )
                            : Say(
                                $"ファイルは {aside} に移しました。確認のうえ削除してください。代わりに新しいファイルを作ります。",
                                $"The file is now {aside}: look at it, and delete it; a new one takes its place."
                            )
                    ),
                bad
            ),
            "ConfigAuditNoticeState",
            ErrorCategory.InvalidData,
            bad.Path
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

    public static ErrorRecord AlreadyThere(string path) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{path} は既に存在します。置き換えるには -NoClobber を外してください。",
                    $"{path} exists already. Leave out -NoClobber to replace it."
                )
            ),
            "ConfigAuditAlreadyThere",
            ErrorCategory.ResourceExists,
            path
        );

    public static ErrorRecord NotReplaced(string path) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{path} は既に存在し、記入済みかもしれません。別の名前にするか、-Force で置き換えてください。",
                    $"{path} exists already, and somebody may have filled it in. Give another name, or -Force to replace it."
                )
            ),
            "ConfigAuditAlreadyThere",
            ErrorCategory.ResourceExists,
            path
        );

    public static ErrorRecord TaskThere(string script) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{script} は既に存在します。同じ名前のタスクがあります。別の名前にするか、-Force で置き換えてください。",
                    $"{script} exists already: there is a task of that name. Give another name, or -Force to replace it."
                )
            ),
            "ConfigAuditAlreadyThere",
            ErrorCategory.ResourceExists,
            script
        );

    public static ErrorRecord WrittenTwice(string path, object snapshot) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{path} はこの実行で既に書き込まれています。同じホスト・同じ時点のスナップショットが2件あるため、こちらは書き込みません。",
                    $"{path} was written in this run already: two are of the same host and moment. This one is left out."
                )
            ),
            "ConfigAuditWrittenTwice",
            ErrorCategory.ResourceExists,
            snapshot
        );

    public static ErrorRecord UnknownFormat(string path) =>
        new(
            new ArgumentException(
                Say(
                    $"{path}: ファイル名から報告書の形式が分かりません。.html、.xlsx、.csv、.json、.xml（JUnit）、.sarif のいずれかで終わる名前にするか、-Format で指定してください。",
                    $"{path}: the format of the report can't be told from its name. Use a name that ends in .html, .xlsx, .csv, .json, .xml (JUnit) or .sarif, or say it with -Format."
                )
            ),
            "ConfigAuditUnknownFormat",
            ErrorCategory.InvalidArgument,
            path
        );

    /// <param name="path">What means nothing.</param>
    /// <param name="maker">The cmdlet that makes such files; null where none does.</param>
    public static ErrorRecord NotThere(string path, string? maker) =>
        new(
            new ArgumentException(
                Say(
                    $"{path} がありません。名前を確認してください。" + (maker is null ? string.Empty : $"{maker} で作成できます。"),
                    $"{path} isn't there: look at its name." + (maker is null ? string.Empty : $" {maker} makes one.")
                )
            ),
            "ConfigAuditNotThere",
            ErrorCategory.ObjectNotFound,
            path
        );

    public static ErrorRecord NoMatch(string path) =>
        new(
            new ItemNotFoundException(
                WildcardPattern.ContainsWildcardCharacters(path)
                    ? Say(
                        $"{path} に当てはまるファイルやフォルダがありません。名前を確認してください。[ ]、*、? を含む名前そのものを指すときは -LiteralPath を使うか、前に ` を付けてください。",
                        $"Nothing is there that {path} means. Look at its name; where [ ], * or ? are part of it, use -LiteralPath, or put a ` before each."
                    )
                    : Say($"{path} がありません。名前を確認してください。", $"{path} isn't there. Look at its name.")
            ),
            "ConfigAuditNothingFound",
            ErrorCategory.ObjectNotFound,
            path
        );

    public static ErrorRecord WrongExtension(string path, string format) =>
        new(
            new ArgumentException(
                Say(
                    $"{path}: {format} はブックです。.xlsx で終わる名前にしてください。",
                    $"{path}: {format} is a workbook. Use a name that ends in .xlsx."
                )
            ),
            "ConfigAuditUnknownFormat",
            ErrorCategory.InvalidArgument,
            path
        );

    public static ErrorRecord NothingFound(string path) =>
        new(
            new InvalidOperationException(Say($"{path} に .json のファイルがありません。", $"{path} holds no .json file.")),
            "ConfigAuditNothingFound",
            ErrorCategory.ObjectNotFound,
            path
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

    public static ErrorRecord UnknownMailPort(string host, int port) =>
        new(
            new ArgumentException(
                Say(
                    $"{host}: ポート {port} のプロトコルが分かりません。-Protocol で指定し、接続直後にTLSが始まる場合は -ImplicitTls も指定してください。",
                    $"{host}: which protocol port {port} speaks isn't known. Say it with -Protocol, and -ImplicitTls where TLS begins at once."
                )
            ),
            "ConfigAuditUnknownMailPort",
            ErrorCategory.InvalidArgument,
            host
        );

    /// <summary>The same where a domain is named, to which no protocol can be said.</summary>
    public static ErrorRecord UnknownMailPortOfDomain(string domain, int port) =>
        new(
            new ArgumentException(
                Say(
                    $"{domain}: ポート {port} のプロトコルが分かりません。Domain、Port、Protocol（例: Smtp）の各列を持つ行をパイプラインで渡してください。",
                    $"{domain}: which protocol port {port} speaks isn't known. Pipe in a row that says it, with the columns Domain, Port and Protocol (such as Smtp)."
                )
            ),
            "ConfigAuditUnknownMailPort",
            ErrorCategory.InvalidArgument,
            domain
        );

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

    /// <summary>Of a hand-over that is taken whole or not at all.</summary>
    /// <param name="bad">Why it isn't.</param>
    /// <param name="hosts">How many snapshots it holds, none of which was taken.</param>
    public static ErrorRecord OfWhole(HandoverException bad, int hosts) =>
        new(
            new InvalidOperationException(
                Say(
                    $"{Bare(bad)}。この引き渡しは一部でも疑わしければ全体を取り込まないため、{hosts} 台のホストのいずれも取り込んでいません。{Advice(bad.Refusal).Ja.Replace("何も取り込んでいません。", string.Empty).Replace("取り込んでいません。", string.Empty)}",
                    $"{Bare(bad)}. A signed hand-over is taken whole or not at all: nothing of it was taken, none of its {hosts} hosts. {Advice(bad.Refusal).En.Replace("Nothing of it was taken. ", string.Empty).Replace("It was not taken. ", string.Empty)}"
                ),
                bad
            ),
            "ConfigAuditHandover" + bad.Refusal,
            ErrorCategory.SecurityError,
            bad.Path
        );

    private static LocalText Advice(Refusal refusal) =>
        refusal switch
        {
            Refusal.NoManifest or Refusal.NoSignature => new LocalText(
                "何も取り込んでいません。Export-ConfigAuditSnapshot -Sign が書き込んだフォルダを指定するか、再度引き渡しを受けてください。",
                "Nothing of it was taken. Name the folder that Export-ConfigAuditSnapshot -Sign wrote, or ask for the hand-over again."
            ),
            Refusal.BadManifest or Refusal.BadSignature => new LocalText(
                "何も取り込んでいません。再度引き渡しを受け、どこで変更されたかを調べてください。",
                "Nothing of it was taken. Ask for the hand-over again, and find out how it was changed."
            ),
            Refusal.Expired => new LocalText(
                "何も取り込んでいません。有効な証明書で署名し直し、署名したコンピュータの時計を確認してください。",
                "Nothing of it was taken. Have it signed again with a certificate that is valid, and look at the clock of the computer that signed."
            ),
            Refusal.WrongPurpose => new LocalText(
                "何も取り込んでいません。署名用の証明書で署名し直してください（about_ConfigAudit_AirGap を参照）。",
                "Nothing of it was taken. Have it signed again with a certificate for signing: see about_ConfigAudit_AirGap."
            ),
            Refusal.Untrusted => new LocalText(
                "何も取り込んでいません。正しい署名者であれば、別の手段で拇印を確かめ、-Trusted で証明書を指定してください。",
                "Nothing of it was taken. If this is the right signer, make sure of the fingerprint by another way, and name the certificate with -Trusted."
            ),
            Refusal.TooOld => new LocalText(
                "何も取り込んでいません。新しい引き渡しを受けてください。",
                "Nothing of it was taken. Ask for a new one."
            ),
            Refusal.NotYet => new LocalText(
                "何も取り込んでいません。2台のコンピュータの時計を比べてください。",
                "Nothing of it was taken. Compare the clocks of the two computers."
            ),
            Refusal.Replayed => new LocalText(
                "何も取り込んでいません。最新の引き渡しを受けてください。受け入れ済みのものを見直すときは -SeenPath を外してください。",
                "Nothing of it was taken. Ask for the newest; to look again at one that was accepted, leave out -SeenPath."
            ),
            _ => new LocalText(
                "取り込んでいません。再度引き渡しを受け、途中で誰が扱ったかを調べてください。",
                "It was not taken. Ask for the hand-over again, and find out who had it on the way."
            ),
        };

    /// <summary>What an exception says, for a sentence that goes on: the system's own end with a full stop.</summary>
    internal static string Bare(Exception bad) => bad.Message.TrimEnd(' ', '.', '。');
}
