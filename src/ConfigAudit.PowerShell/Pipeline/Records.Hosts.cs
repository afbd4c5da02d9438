using System;
using System.Globalization;
using System.Management.Automation;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Keeping.Runs;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>What is said of the hosts that a user names: rows that name nobody, names that stand for two, and machines that have
/// two.</summary>
internal static partial class Records
{
    /// <summary>What is said of a name that stands for two places, or twice for one with other settings.</summary>
    public static ErrorRecord NamedTwice(Target target, NamedTarget named) =>
        new(
            new ArgumentException(
                named.Asked is { } asked
                    ? Say(
                        $"{named.TwinNumber}件目の '{named.Twin}'（{Place(named.Twin!)}）と{named.Number}件目の '{target}'（{Place(target)}）は、名前が同じで場所が違います: {named.Words}。2台として問い合わせ、{named.Number}件目は '{asked}' の名前で数えます。別のホストであれば別の名前を付け、同じホストであれば一方を消してください。",
                        $"'{named.Twin}' (no. {named.TwinNumber}, {Place(named.Twin!)}) and '{target}' (no. {named.Number}, {Place(target)}) are one name for two places: {named.Words}. Both are asked, and no. {named.Number} counts as '{asked}'. Give two hosts two names; of one, take one row out."
                    )
                    : Say(
                        $"{named.TwinNumber}件目の '{named.Twin}'（{Place(named.Twin!)}）と{named.Number}件目の '{target}'（{Place(target)}）は同じホストで、設定が違います: {named.Words}。1回だけ、{named.TwinNumber}件目の設定で問い合わせ、1台と数えます。一方を消してください。",
                        $"'{named.Twin}' (no. {named.TwinNumber}, {Place(named.Twin!)}) and '{target}' (no. {named.Number}, {Place(target)}) are one host, with other settings: {named.Words}. It is asked once, as no. {named.TwinNumber} says, and counts once: take one row out."
                    )
            ),
            "ConfigAuditNamedTwice",
            ErrorCategory.InvalidData,
            target
        );

    /// <summary>What is said of a host that is named again, with nothing that contradicts.</summary>
    public static string NamedAgain(Target target) =>
        Say($"{target} は2回指定されています。1回だけ問い合わせます。", $"{target} is named twice. It is asked once, and counts once.");

    /// <summary>What is said of a machine that answered under two of its own names.</summary>
    public static string SameMachine(Snapshot snapshot, HostIdentity known) =>
        Say(
            $"{snapshot} は {known.Called} と同じホストです。{known.Called} の名前で1回だけ数えます。",
            $"{snapshot} is the same machine as {known.Called}: it counts once, under that name."
        );

    /// <summary>What is said of two names at one address, of which the machine there knows one at most.</summary>
    public static ErrorRecord OneAddress(Snapshot snapshot, HostIdentity known) =>
        new(
            new InvalidOperationException(
                known.AskedAt is null
                    ? OneReading(snapshot, known)
                    : Say(
                        $"{snapshot} と {known.Called} は同じアドレス（{known.AskedAt}）で、{known.Dns ?? known.NetBios} と名乗る1台が応答しました。{known.Called} の名前で1回だけ数えます。{snapshot} が別のホストであれば、そのアドレスが誤っています。",
                        $"{snapshot} and {known.Called} are one address ({known.AskedAt}), where a machine that calls itself {known.Dns ?? known.NetBios} answers. It counts once, under the name {known.Called}. If {snapshot} is another machine, its address is wrong."
                    )
            ),
            "ConfigAuditOneAddress",
            ErrorCategory.InvalidData,
            new Target(snapshot.ComputerName)
        );

    /// <summary>What is said of one recording, or a copy of it, under two names.</summary>
    private static string OneReading(Snapshot snapshot, HostIdentity known) =>
        Say(
            $"{snapshot} と {known.Called} は同じ記録（{known.Dns ?? known.NetBios} と名乗る1台、{Reading(known)}）です。{known.Called} の名前で1回だけ数え、{snapshot} は読み取っていません。{snapshot} が別のホストであれば、その行のRecording列に {snapshot} の記録を指定してください。",
            $"{snapshot} and {known.Called} are one recording, of a machine that calls itself {known.Dns ?? known.NetBios} ({Reading(known)}). It counts once, under the name {known.Called}, and {snapshot} was not read. If {snapshot} is another machine, name its own recording in its row, under Recording."
        );

    private static string Reading(HostIdentity known) =>
        known.Recording ?? known.ReadAt?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? known.Called;

    /// <summary>What is said of files of a run that hold one machine.</summary>
    public static string Overtaken(KeptRun run)
    {
        var (older, newer) = (System.IO.Path.GetFileName(run.Overtaken[0].Older), System.IO.Path.GetFileName(run.Overtaken[0].Newer));
        return Say(
            $"{run.Path}: {run.Overtaken.Count}件のファイルは、後から同じホストを別の名前又はアドレスで保存したものがあるため数えません（{older} の代わりに {newer} など）。",
            $"{run.Path}: {run.Overtaken.Count} of its files don't count, since the run holds the same machine again, under another name or address ({newer} instead of {older}, and the like)."
        );
    }

    /// <summary>What is said of snapshots that can't be used, of hosts that nobody knows.</summary>
    public static string HostsLost(int files) =>
        Say(
            $"使用できないファイルが{files}件あり、どのホストのものか分かりません。これらのホストは件数に入っていません。ファイルを取り直してください。",
            $"{files} files can't be used, and nobody knows whose they are: the count lacks their hosts. Take the files again."
        );

    public static ErrorRecord NobodyNamed() =>
        new(
            new ArgumentException(
                Say(
                    "ホストの名前がありません（空の一覧、又は空行と # の行だけ）。何も問い合わせていません。",
                    "No host is named: the list is empty, or holds blank lines and remarks alone. Nothing was asked."
                )
            ),
            "ConfigAuditNoHost",
            ErrorCategory.InvalidData,
            null
        );

    public static ErrorRecord FindingForHost(Target row) =>
        new(
            new ArgumentException(
                Say(
                    "判定結果が渡されましたが、ここで受け取るのはホストです。判定結果には問い合わせ方（アドレス、記録など）が残っていません。ホスト一覧を Import-ConfigAuditTarget で渡し、判定結果は Measure-ConfigAudit や Export-ConfigAuditReport に渡してください。",
                    "These are findings, and hosts are wanted here: a finding doesn't tell how its host is asked. Pass on the list of hosts, by Import-ConfigAuditTarget; findings are for Measure-ConfigAudit, Export-ConfigAuditReport and the like."
                )
            ),
            "ConfigAuditFindingForHost",
            ErrorCategory.InvalidArgument,
            row
        );

    public static ErrorRecord MailFactForHost(Target row, string maker) =>
        new(
            new ArgumentException(
                Say(
                    $"メールの事実が渡されましたが、Windowsホストとしては問い合わせません。判定するには {maker} -AsSnapshot の出力を Invoke-ConfigAudit に渡してください。",
                    $"These are facts of mail, and nothing that is asked as a Windows host. To judge it, pass what {maker} -AsSnapshot emits on to Invoke-ConfigAudit."
                )
            ),
            "ConfigAuditMailFactForHost",
            ErrorCategory.InvalidArgument,
            row
        );

    public static ErrorRecord ListForHost(string path) =>
        new(
            new ArgumentException(
                Say(
                    $"{path} はホスト名ではなくファイルです。ホスト一覧であれば Import-ConfigAuditTarget {path} の出力をパイプラインで渡し、ホストの記録であれば -RecordingPath で指定してください。",
                    $"{path} is a file, and no host's name. If it is a list of hosts, pipe in what Import-ConfigAuditTarget {path} emits; if it is a recording, name it with -RecordingPath."
                )
            ),
            "ConfigAuditListForHost",
            ErrorCategory.InvalidArgument,
            path
        );

    public static ErrorRecord NoHost(Target row, int number) =>
        new(
            new ArgumentException(
                Say(
                    $"パイプラインの{number}件目にホストの名前がなく、問い合わせていません: {row.Mistake}。ComputerName 列に名前を入れてください。",
                    $"Object {number} of the pipeline names no host, and nothing was asked: {row.Mistake}. Write the name under ComputerName."
                )
            ),
            "ConfigAuditNoHost",
            ErrorCategory.InvalidData,
            row
        );

    public static ErrorRecord BadRow(Target row) =>
        new(
            new ArgumentException(
                Say(
                    $"{row.ComputerName}: {row.Mistake}。問い合わせず、すべて不明として件数に残します。この行を直してください。",
                    $"{row.ComputerName}: {row.Mistake}. It isn't asked, and stays in the count, with everything Unknown: mend the row."
                )
            ),
            "ConfigAuditBadRow",
            ErrorCategory.InvalidData,
            row
        );

    /// <summary>The same where facts come out, of which such a row has none.</summary>
    public static ErrorRecord BadRowOfFacts(Target row) =>
        new(
            new ArgumentException(
                Say(
                    $"{row.ComputerName}: {row.Mistake}。問い合わせておらず、何も出力しません（-AsSnapshot を付けると、すべて不明として件数に残ります）。この行を直してください。",
                    $"{row.ComputerName}: {row.Mistake}. It isn't asked, and nothing comes out for it (with -AsSnapshot it stays in the count, with everything Unknown): mend the row."
                )
            ),
            "ConfigAuditBadRow",
            ErrorCategory.InvalidData,
            row
        );

    public static ErrorRecord TwoZones(string host, string zones) =>
        new(
            new ArgumentException(
                Say(
                    $"{host}: 行によって領域が違います（{zones}）。どれが正しいか分からないため、領域なしとして判定します。行を直してください。",
                    $"{host}: its rows name several zones ({zones}). Nobody knows which is right, so it is judged without one: mend the rows."
                )
            ),
            "ConfigAuditNamedTwice",
            ErrorCategory.InvalidData,
            host
        );

    /// <summary>Where a target is asked, in words.</summary>
    private static string Place(Target target) =>
        (target.Address ?? target.RecordingPath ?? target.ComputerName)
        + (target.Port is { } port ? $":{port.ToString(CultureInfo.InvariantCulture)}" : string.Empty);

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
}
