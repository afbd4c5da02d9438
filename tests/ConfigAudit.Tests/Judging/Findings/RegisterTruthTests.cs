using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Judging.Registers;
using ConfigAudit.Judging.Registers.Rows;
using Xunit;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>
/// The checks of registers, of hosts held against registers, and of what a person has to say. Today is 24 November 2026 (R8.11.24). A
/// register stands here as
/// an administrator writes it: the name of its file, then its lines; an empty line ends it.
/// </summary>
public sealed class RegisterTruthTests
{
    private const string Attestations = """
        ORG-01 ORG-02 ORG-03 ORG-04 ORG-05 ORG-06 ORG-07 ORG-08 ORG-09 ORG-10 ORG-11 ORG-12 ORG-13 ORG-14 ORG-15 ORG-16 ORG-17 ORG-18 ORG-19
        ORG-30 ORG-31 ORG-32 ORG-33 ORG-34 ORG-35 ORG-36 ORG-37 ORG-38 ORG-39 ORG-40 ORG-41 ORG-42 ORG-43 ORG-44 ORG-45 ORG-46 ORG-47
        """;

    private const string NoRegister = "";

    private const string SyncRoots = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Explorer\\SyncRootManager";

    /// <summary>Of which a host has one item whatever is registered.</summary>
    private const string OnePlace = "HostPlace";

    private const string Uninstall = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    private const string Settings = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private const string Edge = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge";
    private const long On = 266240,
        Off = 262144;
    private const string Wow = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall";

    private static readonly DateTimeOffset Today = new(2026, 11, 24, 12, 0, 0, TimeSpan.FromHours(9));

    internal static readonly CollectionOptions Wanted = new() { LogonsSince = new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero) };

    /// <summary>All of these: the check, the story, and the outcome.</summary>
    public static TheoryData<string, string, Outcome> Rows()
    {
        var rows = new TheoryData<string, string, Outcome>();
        var tables = new IEnumerable<object[]>[]
        {
            Accounts(),
            Flows(),
            Services(),
            Assets(),
            Software(),
            Reviews(),
            Empty(),
            OnHosts(),
            Attested(),
        };
        foreach (var row in tables.SelectMany(table => table))
            rows.Add((string)row[0], (string)row[1], (Outcome)row[2]);
        return rows;
    }

    public static TheoryData<string, string, Outcome, string> Accounts() =>
        new()
        {
            {
                "ACC-01",
                "the shared ID has its reason, its owner and its approver",
                Outcome.Pass,
                """
                    アカウント台帳.csv
                    アカウント,区分,管理責任者,共用の理由,承認者
                    KYOYU01,共用,総務課 山田,窓口端末で交替勤務のため,情報セキュリティ管理者
                    CITY\yamada,個人,,,
                    """
            },
            {
                "ACC-01",
                "nobody approved the shared ID",
                Outcome.Fail,
                """
                    アカウント台帳.csv
                    アカウント,区分,管理責任者,共用の理由,承認者
                    KYOYU01,共用,総務課 山田,窓口端末で交替勤務のため,
                    """
            },
            {
                "ACC-01",
                "nobody wrote down why it is shared",
                Outcome.Fail,
                """
                    Accounts.csv
                    Account,Kind,Owner,Reason,Approver
                    KYOYU01,Shared,Yamada,,CISO
                    """
            },
            {
                "ACC-01",
                "a row that can't be read may be a shared ID's",
                Outcome.Unknown,
                """
                    Accounts.csv
                    Account,Kind,Owner,Reason,Approver
                    KYOYU01,Shared,Yamada,Counter,CISO
                    KYOYU02,Sharde,,,
                    """
            },
            { "ACC-01", "no register was given", Outcome.Unknown, NoRegister },
            {
                "ACC-02",
                "it is laid down who may use the shared ID",
                Outcome.Pass,
                """
                    アカウント台帳.csv
                    アカウント,区分,利用者
                    KYOYU01,共用,山田；鈴木
                    CITY\yamada,個人,
                    """
            },
            {
                "ACC-02",
                "it isn't laid down who may use the shared ID",
                Outcome.Fail,
                """
                    アカウント台帳.csv
                    アカウント,区分,利用者
                    KYOYU01,共有,
                    """
            },
            { "ACC-02", "no register was given", Outcome.Unknown, NoRegister },
            {
                "ACC-03",
                "the next review of each account is still to come",
                Outcome.Pass,
                """
                    アカウント台帳.csv
                    アカウント,区分,次回点検日
                    KYOYU01,共用,R9.3.31
                    CITY\yamada,個人,令和8年11月24日
                    """
            },
            {
                "ACC-03",
                "a review is overdue since yesterday",
                Outcome.Fail,
                """
                    アカウント台帳.csv
                    アカウント,区分,次回点検日
                    KYOYU01,共用,R9.3.31
                    CITY\yamada,個人,令和8年11月23日
                    """
            },
            {
                "ACC-03",
                "no day is written down",
                Outcome.Fail,
                """
                    Accounts.csv
                    Account,Kind,ReviewOn
                    CITY\yamada,Personal,
                    """
            },
            {
                "ACC-03",
                "the day of a review is none of the calendar",
                Outcome.Unknown,
                """
                    Accounts.csv
                    Account,Kind,ReviewOn
                    KYOYU01,Shared,2027-03-31
                    KYOYU02,Shared,2027-02-30
                    """
            },
            { "ACC-03", "no register was given", Outcome.Unknown, NoRegister },
            {
                "ACC-04",
                "one of those who may used the shared ID after the other",
                Outcome.Pass,
                """
                    アカウント台帳.csv
                    アカウント,区分,利用者,利用端末
                    KYOYU01,共用,山田;鈴木,MADO-01

                    共用ID利用記録.csv
                    アカウント,利用者,開始,終了,端末
                    KYOYU01,山田,R8.11.20 8:30,R8.11.20 12:00,MADO-01
                    KYOYU01,鈴木,R8.11.20 12:00,R8.11.20 17:15,MADO-01
                    """
            },
            {
                "ACC-04",
                "two people used it at once",
                Outcome.Fail,
                """
                    アカウント台帳.csv
                    アカウント,区分,利用者,利用端末
                    KYOYU01,共用,山田;鈴木,MADO-01

                    共用ID利用記録.csv
                    アカウント,利用者,開始,終了,端末
                    KYOYU01,山田,R8.11.20 8:30,,MADO-01
                    KYOYU01,鈴木,R8.11.20 12:00,R8.11.20 17:15,MADO-01
                    """
            },
            {
                "ACC-04",
                "somebody used it who may not",
                Outcome.Fail,
                """
                    Accounts.csv
                    Account,Kind,Persons
                    KYOYU01,Shared,Yamada;Suzuki

                    AccountUse.csv
                    Account,Person,From,To,Host
                    KYOYU01,Sato,2026-11-20 08:30,2026-11-20 12:00,MADO-01
                    """
            },
            {
                "ACC-04",
                "there is no log of use",
                Outcome.Unknown,
                """
                    Accounts.csv
                    Account,Kind,Persons
                    KYOYU01,Shared,Yamada;Suzuki
                    """
            },
            {
                "ACC-04",
                "the shared ID is registered, and nobody wrote anything into the log",
                Outcome.NotApplicable,
                """
                    Accounts.csv
                    Account,Kind,Persons
                    KYOYU01,Shared,Yamada;Suzuki

                    AccountUse.csv
                    Account,Person,From,To,Host
                    """
            },
            {
                "ACC-04",
                "two people wrote that they began at the same moment",
                Outcome.Fail,
                """
                    Accounts.csv
                    Account,Kind,Persons
                    KYOYU01,Shared,Yamada;Suzuki

                    AccountUse.csv
                    Account,Person,From,To,Host
                    KYOYU01,Yamada,2026-11-20 08:30,2026-11-20 12:00,MADO-01
                    KYOYU01,Suzuki,2026-11-20 08:30,2026-11-20 12:00,MADO-01
                    """
            },
            {
                "ACC-04",
                "two people used it at once, and wrote the host with its domain and without",
                Outcome.Fail,
                """
                    Accounts.csv
                    Account,Kind,Persons
                    KYOYU01,Shared,Yamada;Suzuki

                    AccountUse.csv
                    Account,Person,From,To,Host
                    KYOYU01,Yamada,2026-11-20 08:30,2026-11-20 12:00,MADO-01
                    KYOYU01,Suzuki,2026-11-20 09:30,2026-11-20 11:00,mado-01.city.example
                    """
            },
            {
                "ACC-04",
                "no account is shared",
                Outcome.NotApplicable,
                """
                    Accounts.csv
                    Account,Kind
                    CITY\yamada,Personal
                    """
            },
        };

    public static TheoryData<string, string, Outcome, string> Flows() =>
        new()
        {
            {
                "FLW-02",
                "a dash stands where the approver belongs",
                Outcome.Fail,
                """
                    特定通信台帳.csv
                    名称,領域,宛先,承認者,次回点検日
                    住基保守,マイナンバー利用事務系,10.20.0.5,－,R9.3.31
                    """
            },
            {
                "FLW-02",
                "the review is so far off that it is none",
                Outcome.Fail,
                """
                    特定通信台帳.csv
                    名称,領域,宛先,承認者,次回点検日
                    住基保守,マイナンバー利用事務系,10.20.0.5,CISO,9999/12/31
                    """
            },
            {
                "FLW-01",
                "it leads everywhere, so the row can't be used",
                Outcome.Unknown,
                """
                    特定通信台帳.csv
                    名称,領域,送信元,宛先,ポート,回線,承認者,次回点検日
                    住基,MyNumber,192.168.10.0/24,0.0.0.0/0,443,閉域網,CISO,R9.3.31
                    """
            },
            {
                "FLW-01",
                "nobody knows where it begins",
                Outcome.Unknown,
                """
                    特定通信台帳.csv
                    名称,領域,送信元,宛先,プロトコル,ポート,回線,承認者,次回点検日
                    住基,MyNumber,不明,10.20.0.5,HTTPS,443,閉域網,CISO,R9.3.31
                    """
            },
            {
                "FLW-01",
                "nobody knows where it begins, and the port isn't decided",
                Outcome.Fail,
                """
                    特定通信台帳.csv
                    名称,領域,送信元,宛先,ポート,回線,承認者,次回点検日
                    住基,MyNumber,不明,10.20.0.5,未定,閉域網,CISO,R9.3.31
                    """
            },
            {
                "FLW-01",
                "the port isn't decided",
                Outcome.Fail,
                """
                    特定通信台帳.csv
                    名称,領域,送信元,宛先,ポート
                    住基,MyNumber,192.168.10.0/24,10.20.0.5,未定
                    """
            },
            {
                "FLW-07",
                "a connection of the host leads there",
                Outcome.Pass,
                """
                    Flows.csv
                    Name,Zone,To
                    Maintenance,Lgwan,10.20.0.5
                    """
            },
            {
                "FLW-07",
                "no host shows it",
                Outcome.Attest,
                """
                    Flows.csv
                    Name,Zone,To
                    Maintenance,Lgwan,10.20.0.5
                    Old,Lgwan,10.30.0.5
                    """
            },
            { "FLW-07", "no register was given", Outcome.Unknown, NoRegister },
            {
                "FLW-01",
                "what leaves the My-Number zone is limited to addresses and a port",
                Outcome.Pass,
                """
                    特定通信台帳.csv
                    名称,領域,送信元,宛先,MACアドレス,ポート
                    住基保守,マイナンバー利用事務系,192.168.10.0/24,10.20.0.5,,443
                    端末保守,マイナンバー利用事務系,,10.20.0.5,00-11-22-33-44-55,443
                    更新,LGWAN接続系,,10.20.0.6,,
                    """
            },
            {
                "FLW-01",
                "it may begin anywhere in the My-Number zone",
                Outcome.Fail,
                """
                    特定通信台帳.csv
                    名称,領域,送信元,宛先,MACアドレス,ポート
                    住基保守,マイナンバー系,,10.20.0.5,,443
                    """
            },
            {
                "FLW-01",
                "no port is written down",
                Outcome.Fail,
                """
                    Flows.csv
                    Name,Zone,From,To,Port
                    Maintenance,MyNumber,192.168.10.0/24,10.20.0.5,
                    """
            },
            {
                "FLW-01",
                "a row lacks its zone",
                Outcome.Unknown,
                """
                    Flows.csv
                    Name,Zone,From,To,Port
                    Maintenance,,192.168.10.0/24,10.20.0.5,
                    """
            },
            { "FLW-01", "no register was given", Outcome.Unknown, NoRegister },
            {
                "FLW-02",
                "each flow is approved and to be looked at",
                Outcome.Pass,
                """
                    特定通信台帳.csv
                    名称,領域,宛先,承認者,次回点検日
                    住基保守,マイナンバー利用事務系,10.20.0.5,CISO,R9.3.31
                    """
            },
            {
                "FLW-02",
                "nobody approved a flow",
                Outcome.Fail,
                """
                    特定通信台帳.csv
                    名称,領域,宛先,承認者,次回点検日
                    オンライン認証,LGWAN接続系,activation.example,,R9.3.31
                    """
            },
            {
                "FLW-02",
                "a flow is overdue for review",
                Outcome.Fail,
                """
                    Flows.csv
                    Name,Zone,To,Approver,ReviewOn
                    Maintenance,MyNumber,10.20.0.5,CISO,2026-03-31
                    """
            },
            { "FLW-02", "no register was given", Outcome.Unknown, NoRegister },
            {
                "FLW-03",
                "closed networks and LGWAN carry what leaves the My-Number zone",
                Outcome.Pass,
                """
                    特定通信台帳.csv
                    名称,領域,宛先,回線
                    住基保守,マイナンバー利用事務系,10.20.0.5,閉域網
                    副本登録,マイナンバー利用事務系,10.20.0.6,ＬＧＷＡＮ
                    Web会議,インターネット接続系,meeting.example,インターネット
                    """
            },
            {
                "FLW-03",
                "maintenance comes over the internet",
                Outcome.Fail,
                """
                    特定通信台帳.csv
                    名称,領域,宛先,回線
                    住基保守,マイナンバー利用事務系,203.0.113.9,インターネット
                    """
            },
            {
                "FLW-03",
                "not even the security cloud will do",
                Outcome.Fail,
                """
                    Flows.csv
                    Name,Zone,To,Line
                    Maintenance,MyNumber,203.0.113.9,SecurityCloud
                    """
            },
            {
                "FLW-03",
                "nobody wrote down what carries it",
                Outcome.Unknown,
                """
                    Flows.csv
                    Name,Zone,To,Line
                    Maintenance,MyNumber,10.20.0.5,
                    """
            },
            { "FLW-03", "no register was given", Outcome.Unknown, NoRegister },
            {
                "FLW-04",
                "the LGWAN zone reaches the internet through the security cloud",
                Outcome.Pass,
                """
                    特定通信台帳.csv
                    名称,領域,宛先,回線
                    電子申請,LGWAN接続系,shinsei.example,自治体情報セキュリティクラウド
                    """
            },
            {
                "FLW-04",
                "the LGWAN zone reaches the internet by itself",
                Outcome.Fail,
                """
                    特定通信台帳.csv
                    名称,領域,宛先,回線
                    電子申請,LGWAN接続系,shinsei.example,インターネット
                    """
            },
            {
                "FLW-04",
                "nobody wrote down what carries it",
                Outcome.Unknown,
                """
                    Flows.csv
                    Name,Zone,To
                    Applications,Lgwan,shinsei.example
                    """
            },
            {
                "FLW-09",
                "what leaves the My-Number zone leads to private addresses, to names of closed networks, or over LGWAN",
                Outcome.Pass,
                """
                    特定通信台帳.csv
                    名称,領域,宛先,回線
                    住基保守,マイナンバー利用事務系,10.20.0.5;kiban.local,閉域網
                    申告受付,マイナンバー利用事務系,203.0.113.9,LGWAN
                    副本登録,マイナンバー利用事務系,pf.asp.lgwan.jp,庁内
                    Web会議,インターネット接続系,meeting.example,インターネット
                    """
            },
            {
                "FLW-09",
                "an office suite's activation is registered",
                Outcome.Attest,
                """
                    特定通信台帳.csv
                    名称,領域,宛先,回線
                    ライセンス認証,マイナンバー利用事務系,*.office.com,閉域網
                    """
            },
            {
                "FLW-09",
                "one of several destinations is a public address",
                Outcome.Attest,
                """
                    Flows.csv
                    Name,Zone,To,Line
                    Maintenance,MyNumber,10.20.0.5;203.0.113.0/24,Closed
                    """
            },
            {
                "FLW-09",
                "nobody wrote down what carries it to a public address",
                Outcome.Unknown,
                """
                    Flows.csv
                    Name,Zone,To,Line
                    Maintenance,MyNumber,203.0.113.9,
                    """
            },
            {
                "FLW-09",
                "there is no such flow",
                Outcome.NotApplicable,
                """
                    特定通信台帳.csv
                    名称,領域,宛先,回線
                    Web会議,インターネット接続系,meeting.example,インターネット
                    """
            },
            { "FLW-09", "no register was given", Outcome.Unknown, NoRegister },
            {
                "FLW-06",
                "the cloud that is reached directly is named and approved",
                Outcome.Pass,
                """
                    特定通信台帳.csv
                    名称,領域,宛先,ポート,回線,承認者
                    Web会議,LGWAN接続系,meeting.example,443,インターネット,CISO
                    住基保守,マイナンバー利用事務系,10.20.0.5,,閉域網,
                    """
            },
            {
                "FLW-06",
                "nobody approved that it is reached directly",
                Outcome.Fail,
                """
                    特定通信台帳.csv
                    名称,領域,宛先,ポート,回線,承認者
                    Web会議,LGWAN接続系,meeting.example,443,インターネット,
                    """
            },
            {
                "FLW-06",
                "a flow that nobody approved may be over the internet",
                Outcome.Unknown,
                """
                    Flows.csv
                    Name,Zone,To,Port,Line,Approver
                    Meetings,Lgwan,meeting.example,443,,
                    """
            },
            { "FLW-06", "no register was given", Outcome.Unknown, NoRegister },
        };

    public static TheoryData<string, string, Outcome, string> Services() =>
        new()
        {
            {
                "EXT-01",
                "somebody approved each service",
                Outcome.Pass,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,承認者
                    電子申請サービス,2,個別契約,CISO
                    """
            },
            {
                "EXT-01",
                "nobody approved a service",
                Outcome.Fail,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,承認者
                    電子申請サービス,2,個別契約,CISO
                    ファイル転送サービス,1,約款,
                    """
            },
            {
                "EXT-01",
                "a row lacks what its use rests on, and who approved it",
                Outcome.Fail,
                """
                    ExternalServices.csv
                    Service,DataClass,Terms,Approver
                    Applications,2,Individual,CISO
                    Transfer,1,,
                    """
            },
            { "EXT-01", "no register was given", Outcome.Unknown, NoRegister },
            {
                "EXT-02",
                "under standard terms there is confidentiality 1, or an exception",
                Outcome.Pass,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,例外承認
                    広報SNS,1,約款,
                    Web会議,2,約款型,CISO
                    電子申請サービス,3B,個別契約,
                    """
            },
            {
                "EXT-02",
                "under standard terms there is confidentiality 2",
                Outcome.Fail,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,例外承認
                    ファイル転送サービス,2,約款による,
                    """
            },
            { "EXT-02", "no register was given", Outcome.Unknown, NoRegister },
            {
                "EXT-03",
                "it is written who does what",
                Outcome.Pass,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,責任分界
                    電子申請サービス,2,個別契約,SLA第3条
                    """
            },
            {
                "EXT-03",
                "it isn't written who does what",
                Outcome.Fail,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,責任分界
                    電子申請サービス,2,個別契約,
                    """
            },
            { "EXT-03", "no register was given", Outcome.Unknown, NoRegister },
            {
                "EXT-04",
                "it is known where the data is and whose law applies",
                Outcome.Pass,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,データ所在地,準拠法
                    電子申請サービス,2,個別契約,日本,日本法、東京地裁
                    広報SNS,1,約款,,
                    """
            },
            {
                "EXT-04",
                "nobody wrote down whose law applies",
                Outcome.Fail,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,データ所在地,準拠法
                    電子申請サービス,2,個別契約,日本,
                    """
            },
            {
                "EXT-04",
                "the data is in the United States",
                Outcome.Fail,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,データ所在地,準拠法
                    ファイル共有,2,個別契約,米国,日本法
                    """
            },
            {
                "EXT-04",
                "the data is in Japan and elsewhere",
                Outcome.Fail,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,データ所在地,準拠法
                    ファイル共有,2,個別契約,日本及び米国,日本法
                    """
            },
            {
                "EXT-04",
                "the law of a state of the United States applies",
                Outcome.Fail,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,データ所在地,準拠法
                    ファイル共有,2,個別契約,アジアパシフィック（東京）,カリフォルニア州法
                    """
            },
            {
                "EXT-04",
                "what is written names no place that is known",
                Outcome.Unknown,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,データ所在地,準拠法
                    ファイル共有,2,個別契約,データセンター,日本法
                    """
            },
            { "EXT-04", "no register was given", Outcome.Unknown, NoRegister },
            {
                "EXT-05",
                "a certification or a look at the provider is enough",
                Outcome.Pass,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,認証,提供者の次回確認日
                    電子申請サービス,2,個別契約,ISMAP,
                    会議室予約,2,個別契約,,R9.3.31
                    広報SNS,1,約款,,
                    """
            },
            {
                "EXT-05",
                "no certification, and the look at the provider is overdue",
                Outcome.Fail,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,認証,提供者の次回確認日
                    会議室予約,2,個別契約,,R8.3.31
                    """
            },
            { "EXT-05", "no register was given", Outcome.Unknown, NoRegister },
            {
                "EXT-06",
                "the next look at the provider is still to come",
                Outcome.Pass,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,提供者の次回確認日
                    電子申請サービス,2,個別契約,R9.3.31
                    """
            },
            {
                "EXT-06",
                "nobody wrote down when to look at the provider",
                Outcome.Fail,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,提供者の次回確認日
                    電子申請サービス,2,個別契約,
                    """
            },
            { "EXT-06", "no register was given", Outcome.Unknown, NoRegister },
            {
                "EXT-07",
                "the next review of each service is still to come",
                Outcome.Pass,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,次回点検日
                    電子申請サービス,2,個別契約,R9.3.31
                    """
            },
            {
                "EXT-07",
                "a service is overdue for review",
                Outcome.Fail,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,次回点検日
                    電子申請サービス,2,個別契約,R8.3.31
                    """
            },
            { "EXT-07", "no register was given", Outcome.Unknown, NoRegister },
            {
                "EXT-08",
                "the contracts of contractors that use such services ask it of them",
                Outcome.Pass,
                """
                    委託契約台帳.csv
                    契約名,委託先,外部サービスの利用,外部サービスの要求事項
                    橋梁設計業務委託,株式会社例,有,仕様書5.2
                    庁舎清掃,株式会社例,無,
                    """
            },
            {
                "EXT-08",
                "a contract says nothing of them",
                Outcome.Fail,
                """
                    委託契約台帳.csv
                    契約名,委託先,外部サービスの利用,外部サービスの要求事項
                    橋梁設計業務委託,株式会社例,有,仕様書5.2
                    住民意識調査,株式会社例,有,
                    """
            },
            {
                "EXT-08",
                "nobody wrote down whether the contractor uses any",
                Outcome.Unknown,
                """
                    Contracts.csv
                    Contract,Contractor,UsesExternalServices,ServiceDemands
                    Survey,Example Ltd,,
                    """
            },
            {
                "EXT-08",
                "a dash stands where yes or no belongs",
                Outcome.Unknown,
                """
                    委託契約台帳.csv
                    契約名,外部サービスの利用
                    庁舎清掃,－
                    """
            },
            {
                "EXT-08",
                "no contractor uses any",
                Outcome.NotApplicable,
                """
                    委託契約台帳.csv
                    契約名,外部サービスの利用
                    庁舎清掃,無
                    """
            },
            {
                "EXT-08",
                "the services that the organisation itself uses are no contracts of contractors",
                Outcome.Unknown,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,再委託の確認
                    電子申請サービス,2,業務委託,仕様書5.2
                    """
            },
            { "EXT-08", "no register was given", Outcome.Unknown, NoRegister },
            {
                "EXT-09",
                "the next look at the settings is still to come",
                Outcome.Pass,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,設定の次回確認日
                    電子申請サービス,2,個別契約,R9.3.31
                    """
            },
            {
                "EXT-09",
                "the look at the settings is overdue",
                Outcome.Fail,
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,設定の次回確認日
                    電子申請サービス,2,個別契約,R8.3.31
                    """
            },
            { "EXT-09", "no register was given", Outcome.Unknown, NoRegister },
        };

    public static TheoryData<string, string, Outcome, string> Assets() =>
        new()
        {
            {
                "AST-01",
                "somebody answers for each asset",
                Outcome.Pass,
                """
                    資産台帳.csv
                    資産,管理者
                    PC-0001,総務課
                    SW-0001,情報政策課
                    """
            },
            {
                "AST-01",
                "nobody answers for a switch",
                Outcome.Fail,
                """
                    資産台帳.csv
                    資産,管理者
                    PC-0001,総務課
                    SW-0001,
                    """
            },
            {
                "AST-01",
                "an asset stands in the register twice, and one of the rows is left out",
                Outcome.Unknown,
                """
                    Assets.csv
                    Asset,Owner
                    PC-0001,Somu
                    PC-0001,
                    """
            },
            { "AST-01", "no register was given", Outcome.Unknown, NoRegister },
            {
                "AST-02",
                "each server that is seen from outside is registered, by its name or its address",
                Outcome.Pass,
                """
                    資産台帳.csv
                    資産,ホスト名,IPアドレス
                    MAIL-01,,mail.city.example;203.0.113.25
                    WEB-01,www.city.example,

                    外部公開資産.csv
                    アドレス,発見元
                    mail.city.example,ASM
                    203.0.113.25,ASM
                    www.city.example,ASM
                    """
            },
            {
                "AST-02",
                "a server is seen from outside that nobody knows of",
                Outcome.Fail,
                """
                    資産台帳.csv
                    資産,ホスト名,IPアドレス
                    WEB-01,www.city.example,

                    外部公開資産.csv
                    アドレス,発見元
                    www.city.example,ASM
                    old.city.example,ASM
                    """
            },
            {
                "AST-02",
                "there is no register of assets to hold it against",
                Outcome.Unknown,
                """
                    Discovered.csv
                    Address,SeenBy
                    www.city.example,ASM
                    """
            },
            {
                "AST-02",
                "nobody looked from outside",
                Outcome.Unknown,
                """
                    Assets.csv
                    Asset,HostName
                    WEB-01,www.city.example
                    """
            },
            {
                "AST-03",
                "the host of the register was audited; nobody audits a switch",
                Outcome.Pass,
                """
                    資産台帳.csv
                    資産,ホスト名
                    PC-0001,MADO-01
                    SW-0001,
                    """
            },
            {
                "AST-03",
                "a host of the register wasn't seen",
                Outcome.Attest,
                """
                    資産台帳.csv
                    資産,ホスト名
                    PC-0001,MADO-01
                    PC-0002,MADO-02
                    """
            },
            { "AST-03", "no register was given", Outcome.Unknown, NoRegister },
        };

    public static TheoryData<string, string, Outcome, string> Reviews() =>
        new()
        {
            {
                "AST-06",
                "the next review of each asset is still to come",
                Outcome.Pass,
                """
                    資産台帳.csv
                    資産,次回点検日
                    PC-0001,R9.3.31
                    """
            },
            {
                "AST-06",
                "a review is overdue",
                Outcome.Fail,
                """
                    資産台帳.csv
                    資産,次回点検日
                    PC-0001,R8.3.31
                    """
            },
            {
                "AST-06",
                "no day is set yet",
                Outcome.Fail,
                """
                    資産台帳.csv
                    資産,次回点検日
                    PC-0001,未定
                    """
            },
            { "AST-06", "no register was given", Outcome.Unknown, NoRegister },
            {
                "ACC-07",
                "each use was ended, and today's may go on",
                Outcome.Pass,
                """
                    共用ID利用記録.csv
                    アカウント,利用者,開始,終了,端末
                    KYOYU01,山田,R8.11.20 8:30,R8.11.20 24:00,MADO-01
                    KYOYU01,鈴木,R8.11.24 8:30,,MADO-01
                    """
            },
            {
                "ACC-07",
                "yesterday's use was never ended",
                Outcome.Fail,
                """
                    共用ID利用記録.csv
                    アカウント,利用者,開始,終了,端末
                    KYOYU01,山田,R8.11.23 8:30,－,MADO-01
                    """
            },
            {
                "ACC-07",
                "one entry stands for years",
                Outcome.Fail,
                """
                    AccountUse.csv
                    Account,Person,From,To,Host
                    KYOYU01,Yamada,2020-01-01 00:00,2030-01-01 00:00,MADO-01
                    """
            },
            { "ACC-07", "there is no log of use", Outcome.Unknown, NoRegister },
            {
                "ACC-08",
                "the account was in use on the host, however it is written",
                Outcome.Pass,
                """
                    Accounts.csv
                    Account,Kind
                    ＫＹＯＹＵ０１,Shared
                    """
            },
            {
                "ACC-08",
                "no host has it",
                Outcome.Attest,
                """
                    Accounts.csv
                    Account,Kind
                    KYOYU01,Shared
                    CITY\yamada,Personal
                    """
            },
            { "ACC-08", "no register was given", Outcome.Unknown, NoRegister },
            {
                "ACC-09",
                "each belongs to one person; several use the shared one, and nobody a program's",
                Outcome.Pass,
                """
                    Accounts.csv
                    Account,Kind,Persons
                    CITY\yamada,Personal,山田
                    CITY\adm-suzuki,Administrator,鈴木
                    KYOYU01,Shared,山田;鈴木
                    svc-backup,Service,
                    """
            },
            {
                "ACC-09",
                "several people use what is registered as one's",
                Outcome.Fail,
                """
                    Accounts.csv
                    Account,Kind,Persons
                    CITY\admin,Administrator,山田;鈴木
                    """
            },
            {
                "ACC-09",
                "nobody knows whose it is",
                Outcome.Fail,
                """
                    Accounts.csv
                    Account,Kind,Persons
                    CITY\yamada,Personal,不明
                    """
            },
            { "ACC-09", "no register was given", Outcome.Unknown, NoRegister },
        };

    /// <summary>What was made and not filled in passes nothing; and that there is nothing has to be written.</summary>
    public static TheoryData<string, string, Outcome, string> Empty()
    {
        var rows = new TheoryData<string, string, Outcome, string>();
        foreach (var check in ShippedChecks.Of(FactSubject.Organisation).Where(check => check.Method == AuditMethod.Register))
        {
            // A log in which nobody wrote is a log.
            var isOfLog = check.Facts.Any(fact => fact.ClrType == typeof(AccountUseFact));
            rows.Add(
                check.Id,
                "the registers were made and not filled in",
                isOfLog ? Outcome.NotApplicable : Outcome.Unknown,
                Templates(string.Empty)
            );
            rows.Add(check.Id, "it is written that there is nothing", Outcome.NotApplicable, Templates("なし"));
        }

        return rows;
    }

    public static TheoryData<string, string, Outcome, string> Software() =>
        new()
        {
            {
                "SWR-02",
                "what is registered is approved and to be looked at",
                Outcome.Pass,
                """
                    ソフトウェア台帳.csv
                    ソフトウェア名,承認者,次回点検日
                    Microsoft 365 Apps*,情報システム管理者,R9.3.31
                    """
            },
            {
                "SWR-02",
                "nobody approved what is registered",
                Outcome.Fail,
                """
                    ソフトウェア台帳.csv
                    ソフトウェア名,承認者,次回点検日
                    Microsoft 365 Apps*,,R9.3.31
                    """
            },
            {
                "SWR-02",
                "a review is overdue",
                Outcome.Fail,
                """
                    Software.csv
                    Name,Approver,ReviewOn
                    Python*,CISO,2026-03-31
                    """
            },
            { "SWR-02", "no register was given", Outcome.Unknown, NoRegister },
            {
                "SWR-03",
                "the host that was audited has what is registered",
                Outcome.Pass,
                """
                    ソフトウェア台帳.csv
                    ソフトウェア名
                    住民情報システム*
                    """
            },
            {
                "SWR-03",
                "no host has it",
                Outcome.Attest,
                """
                    ソフトウェア台帳.csv
                    ソフトウェア名
                    住民情報システム*
                    一太郎*
                    """
            },
            { "SWR-03", "no register was given", Outcome.Unknown, NoRegister },
        };

    /// <summary>The check, the story, the outcome, the zone that is declared, what the host answers, and the registers.</summary>
    public static TheoryData<string, string, Outcome, Zone?, string, string> OnHosts() =>
        new()
        {
            {
                "ACC-05",
                "the one account that is enabled is registered for this host",
                Outcome.Pass,
                Zone.Lgwan,
                Host(),
                """
                    アカウント台帳.csv
                    アカウント,区分,利用端末
                    KYOYU01,共用,MADO-01;MADO-02
                    """
            },
            {
                "ACC-05",
                "an account that nobody registered is enabled",
                Outcome.Fail,
                Zone.Lgwan,
                Host(),
                """
                    アカウント台帳.csv
                    アカウント,区分,利用端末
                    KYOYU02,共用,MADO-01
                    """
            },
            {
                "ACC-05",
                "the account is registered for another host",
                Outcome.Fail,
                Zone.Lgwan,
                Host(),
                """
                    Accounts.csv
                    Account,Kind,Hosts
                    KYOYU01,Shared,MADO-02
                    """
            },
            {
                "ACC-05",
                "the host doesn't say its name, so it may be the one that the account is registered for",
                Outcome.Unknown,
                Zone.Lgwan,
                Host(name: null),
                """
                    Accounts.csv
                    Account,Kind,Hosts
                    KYOYU01,Shared,MADO-01
                    """
            },
            {
                "ACC-05",
                "an enabled account doesn't tell its name, so nobody knows whether it is registered",
                Outcome.Unknown,
                Zone.Lgwan,
                Host()
                    .Replace(
                        "\"Win32_UserAccount\": [",
                        "\"Win32_UserAccount\": [ { \"Name\": null, \"SID\": \"S-1-5-21-1-2-3-1002\", \"LocalAccount\": true, \"Disabled\": false },"
                    ),
                """
                    Accounts.csv
                    Account,Kind,Hosts
                    KYOYU01,Shared,MADO-01
                    """
            },
            {
                "ACC-06",
                "a session doesn't tell whose it is, so it may be the shared ID's",
                Outcome.Unknown,
                Zone.Lgwan,
                Host()
                    .Replace(
                        "\"Win32_LogonSession\": [",
                        "\"Win32_LogonSession\": [ { \"LogonType\": 2, \"LogonId\": \"2\", \"StartTime\": \"20261124083500.000000+540\" },"
                    ),
                """
                    アカウント台帳.csv
                    アカウント,区分
                    KYOYU01,共用

                    共用ID利用記録.csv
                    アカウント,利用者,開始,終了,端末
                    KYOYU01,山田,2026-11-24T08:25+09:00,,MADO-01
                    """
            },
            { "ACC-05", "no register was given", Outcome.Unknown, Zone.Lgwan, Host(), NoRegister },
            {
                "ACC-05",
                "the accounts may not be read",
                Outcome.Unknown,
                Zone.Lgwan,
                Refused("root/cimv2:Win32_UserAccount"),
                """
                    Accounts.csv
                    Account,Kind
                    KYOYU01,Shared
                    """
            },
            {
                "ACC-06",
                "the log of use covers the session of the shared ID",
                Outcome.Pass,
                Zone.Lgwan,
                Host(),
                """
                    アカウント台帳.csv
                    アカウント,区分
                    KYOYU01,共用

                    共用ID利用記録.csv
                    アカウント,利用者,開始,終了,端末
                    KYOYU01,山田,2026-11-24T08:25+09:00,,MADO-01
                    """
            },
            {
                "ACC-05",
                "no account of the host's own is enabled",
                Outcome.NotApplicable,
                Zone.Lgwan,
                Host(isEnabled: false),
                """
                    Accounts.csv
                    Account,Kind
                    KYOYU01,Shared
                    """
            },
            {
                "ACC-05",
                "the register was made and not filled in",
                Outcome.Unknown,
                Zone.Lgwan,
                Host(),
                """
                    Accounts.csv
                    Account,Kind
                    """
            },
            {
                "ACC-06",
                "the log of use is empty",
                Outcome.Fail,
                Zone.Lgwan,
                Host(),
                """
                    Accounts.csv
                    Account,Kind
                    KYOYU01,Shared

                    AccountUse.csv
                    Account,Person,From,To,Host
                    """
            },
            {
                "ACC-06",
                "the shared ID is written as the host's own, and nothing covers it",
                Outcome.Fail,
                Zone.Lgwan,
                Host(),
                """
                    Accounts.csv
                    Account,Kind
                    .\KYOYU01,Shared

                    AccountUse.csv
                    Account,Person,From,To,Host
                    """
            },
            {
                "ACC-06",
                "the shared ID is written in full width, and nothing covers it",
                Outcome.Fail,
                Zone.Lgwan,
                Host(),
                """
                    Accounts.csv
                    Account,Kind
                    ＭＡＤＯ－０１\ｋｙｏｙｕ０１,Shared

                    AccountUse.csv
                    Account,Person,From,To,Host
                    """
            },
            {
                "ACC-06",
                "an entry was opened years ago and never ended",
                Outcome.Fail,
                Zone.Lgwan,
                Host(),
                """
                    Accounts.csv
                    Account,Kind
                    KYOYU01,Shared

                    AccountUse.csv
                    Account,Person,From,To,Host
                    KYOYU01,Yamada,2020-01-01 00:00,,MADO-01
                    """
            },
            {
                "ACC-06",
                "a row of the log can't be read, which may name somebody else",
                Outcome.Unknown,
                Zone.Lgwan,
                Host(),
                """
                    Accounts.csv
                    Account,Kind
                    KYOYU01,Shared

                    AccountUse.csv
                    Account,Person,From,To,Host
                    KYOYU01,Yamada,2026-11-24 08:25,,MADO-01
                    KYOYU01,Suzuki,2026-11-24 8時,,MADO-01
                    """
            },
            {
                "ACC-06",
                "the account in use isn't shared",
                Outcome.NotApplicable,
                Zone.Lgwan,
                Host(),
                """
                    アカウント台帳.csv
                    アカウント,区分
                    KYOYU01,個人

                    共用ID利用記録.csv
                    アカウント,利用者,開始,終了,端末
                    """
            },
            {
                "ACC-06",
                "the log of use ends an hour too early",
                Outcome.Fail,
                Zone.Lgwan,
                Host(),
                """
                    アカウント台帳.csv
                    アカウント,区分
                    KYOYU01,共用

                    共用ID利用記録.csv
                    アカウント,利用者,開始,終了,端末
                    KYOYU01,山田,2026-11-24T08:25+09:00,2026-11-24T11:00+09:00,MADO-01
                    """
            },
            {
                "ACC-06",
                "the log of use is another host's",
                Outcome.Fail,
                Zone.Lgwan,
                Host(),
                """
                    Accounts.csv
                    Account,Kind
                    KYOYU01,Shared

                    AccountUse.csv
                    Account,Person,From,To,Host
                    KYOYU01,Yamada,2026-11-24T08:25+09:00,,MADO-02
                    """
            },
            {
                "ACC-06",
                "the host doesn't say its name, so the log of use may be its own",
                Outcome.Unknown,
                Zone.Lgwan,
                Host(name: null),
                """
                    Accounts.csv
                    Account,Kind
                    KYOYU01,Shared

                    AccountUse.csv
                    Account,Person,From,To,Host
                    KYOYU01,Yamada,2026-11-24T08:25+09:00,,MADO-01
                    """
            },
            {
                "ACC-06",
                "there is no log of use",
                Outcome.Unknown,
                Zone.Lgwan,
                Host(),
                """
                    Accounts.csv
                    Account,Kind
                    KYOYU01,Shared
                    """
            },
            {
                "FLW-05",
                "the connection is an approved flow over a closed network",
                Outcome.Pass,
                Zone.MyNumber,
                Host(),
                """
                    特定通信台帳.csv
                    名称,領域,送信元,宛先,回線,承認者
                    住基保守,マイナンバー利用事務系,192.168.10.0/24,10.20.0.0/24,閉域網,CISO
                    """
            },
            {
                "FLW-05",
                "a dash stands where the approver belongs",
                Outcome.Fail,
                Zone.MyNumber,
                Host(),
                """
                    特定通信台帳.csv
                    名称,領域,送信元,宛先,回線,承認者
                    住基保守,マイナンバー利用事務系,192.168.10.0/24,10.20.0.0/24,閉域網,－
                    """
            },
            {
                "FLW-05",
                "the flow leads everywhere, and its approver isn't decided",
                Outcome.Fail,
                Zone.MyNumber,
                Host(),
                """
                    特定通信台帳.csv
                    名称,領域,送信元,宛先,回線,承認者
                    保守,マイナンバー利用事務系,,0.0.0.0/0,閉域網,未定
                    """
            },
            {
                "FLW-08",
                "the proxy is the security cloud's, as registered and approved",
                Outcome.Pass,
                Zone.Lgwan,
                Leaving("http=proxy.cloud.example:8080;https=proxy.cloud.example:8080"),
                Cloud
            },
            { "FLW-08", "the proxy isn't registered", Outcome.Fail, Zone.Lgwan, Leaving("proxy.isp.example:8080"), Cloud },
            {
                "FLW-08",
                "the proxy is registered as leading to the internet",
                Outcome.Fail,
                Zone.Lgwan,
                Leaving("proxy.cloud.example:8080"),
                """
                    Flows.csv
                    Name,Zone,To,Port,Line,Approver
                    Out,Lgwan,proxy.cloud.example,8080,Internet,CISO
                    """
            },
            {
                "FLW-08",
                "a script chooses, and what isn't seen",
                Outcome.Unknown,
                Zone.Lgwan,
                Leaving(null, "http://wpad.example/proxy.pac"),
                Cloud
            },
            {
                "FLW-08",
                "the default route is the only way out, and where it leads isn't seen",
                Outcome.Unknown,
                Zone.Lgwan,
                Leaving(null, gateway: "192.168.20.1"),
                Cloud
            },
            { "FLW-08", "there is no way out", Outcome.NotApplicable, Zone.Lgwan, Leaving(null), Cloud },
            { "FLW-08", "the zone is the internet's", Outcome.NotApplicable, Zone.Internet, Leaving("proxy.isp.example:8080"), Cloud },
            { "FLW-08", "the proxies may not be read", Outcome.Unknown, Zone.Lgwan, Host(), Cloud },
            {
                "SWR-04",
                "what protects the host is approved",
                Outcome.Pass,
                Zone.Lgwan,
                Protected("防御くん", On),
                """
                    Software.csv
                    Name,Kind,Approver
                    防御*,Security,CISO
                    """
            },
            {
                "SWR-04",
                "nobody approved what protects the host",
                Outcome.Fail,
                Zone.Lgwan,
                Protected("防御くん", On),
                """
                    Software.csv
                    Name,Kind,Approver
                    防御*,Security,申請中
                    """
            },
            {
                "SWR-04",
                "it is approved for another purpose",
                Outcome.Fail,
                Zone.Lgwan,
                Protected("防御くん", On),
                """
                    Software.csv
                    Name,Kind,Approver
                    防御*,General,CISO
                    """
            },
            {
                "SWR-04",
                "nothing that was seen protects the host",
                Outcome.NotApplicable,
                Zone.Lgwan,
                Protected("防御くん", Off),
                """
                    Software.csv
                    Name,Kind,Approver
                    防御*,Security,CISO
                    """
            },
            { "SWR-04", "no register was given", Outcome.Unknown, Zone.Lgwan, Protected("防御くん", On), NoRegister },
            {
                "SWR-05",
                "the register says that a product unknown to the catalogue watches behaviour",
                Outcome.Pass,
                Zone.Lgwan,
                Protected("防御くん", On),
                """
                    ソフトウェア台帳.csv
                    ソフトウェア名,種別,検知方式,承認者
                    防御*,セキュリティ対策,挙動検知,CISO
                    """
            },
            {
                "SWR-05",
                "the register says that it knows patterns alone",
                Outcome.Fail,
                Zone.Lgwan,
                Protected("防御くん", On),
                """
                    ソフトウェア台帳.csv
                    ソフトウェア名,種別,検知方式,承認者
                    防御*,セキュリティ対策,パターンファイル型,CISO
                    """
            },
            {
                "SWR-05",
                "nobody says how it detects",
                Outcome.Unknown,
                Zone.Lgwan,
                Protected("防御くん", On),
                """
                    ソフトウェア台帳.csv
                    ソフトウェア名,種別,承認者
                    防御*,セキュリティ対策,CISO
                    """
            },
            {
                "SWR-06",
                "support lasts as long as the plan",
                Outcome.Pass,
                Zone.Lgwan,
                Programs("Python 3.13.1 (64-bit)"),
                """
                    Software.csv
                    Name,Approver,PlannedUntil
                    Python*,CISO,2027-03-31
                    """
            },
            {
                "SWR-06",
                "support ends before the plan does",
                Outcome.Fail,
                Zone.Lgwan,
                Programs("Python 3.13.1 (64-bit)"),
                """
                    Software.csv
                    Name,Approver,PlannedUntil
                    Python*,CISO,R22.3.31
                    """
            },
            {
                "SWR-06",
                "nobody knows until when it is supported",
                Outcome.Unknown,
                Zone.Lgwan,
                Host(),
                """
                    Software.csv
                    Name,Approver,PlannedUntil
                    住民情報システム*,CISO,2027-03-31
                    """
            },
            {
                "SWR-06",
                "the vendor said how long, as the register says",
                Outcome.Pass,
                Zone.Lgwan,
                Host(),
                """
                    ソフトウェア台帳.csv
                    ソフトウェア名,承認者,利用予定期限,サポート終了日
                    住民情報システム*,CISO,R10.3.31,R12.3.31
                    """
            },
            {
                "SWR-06",
                "the vendor said that it ends before the plan does",
                Outcome.Fail,
                Zone.Lgwan,
                Host(),
                """
                    ソフトウェア台帳.csv
                    ソフトウェア名,承認者,利用予定期限,サポート終了日
                    住民情報システム*,CISO,R10.3.31,R9.3.31
                    """
            },
            {
                "SWR-06",
                "two rows plan for the same software, and support ends before the longer plan does",
                Outcome.Fail,
                Zone.Lgwan,
                Programs("Python 3.13.1 (64-bit)"),
                """
                    Software.csv
                    Name,Approver,PlannedUntil
                    Python*,CISO,2027-03-31
                    Python 3*,CISO,R22.3.31
                    """
            },
            {
                "SWR-06",
                "a second row contradicts the first",
                Outcome.Unknown,
                Zone.Lgwan,
                Programs("Python 3.13.1 (64-bit)"),
                """
                    Software.csv
                    Name,Approver,PlannedUntil
                    Python*,CISO,2027-03-31
                    Python*,CISO,R22.3.31
                    """
            },
            {
                "SWR-06",
                "a second row that nobody can use may plan for longer",
                Outcome.Unknown,
                Zone.Lgwan,
                Programs("Python 3.13.1 (64-bit)"),
                """
                    Software.csv
                    Name,Approver,PlannedUntil
                    Python*,CISO,2027-03-31
                    (空白),CISO,R22.3.31
                    """
            },
            {
                "SWR-06",
                "nothing is planned",
                Outcome.NotApplicable,
                Zone.Lgwan,
                Host(),
                """
                    Software.csv
                    Name,Approver,PlannedUntil
                    住民情報システム*,CISO,
                    """
            },
            {
                "FLW-05",
                "the connection isn't registered",
                Outcome.Fail,
                Zone.MyNumber,
                Host(),
                """
                    特定通信台帳.csv
                    名称,領域,送信元,宛先,回線,承認者
                    住基保守,マイナンバー利用事務系,192.168.10.0/24,10.99.0.5,閉域網,CISO
                    """
            },
            {
                "FLW-05",
                "the connection is registered for another zone",
                Outcome.Fail,
                Zone.MyNumber,
                Host(),
                """
                    特定通信台帳.csv
                    名称,領域,送信元,宛先,回線,承認者
                    LGWAN保守,LGWAN接続系,,10.20.0.5,閉域網,CISO
                    """
            },
            {
                "FLW-05",
                "it goes over the internet",
                Outcome.Fail,
                Zone.MyNumber,
                Host(),
                """
                    Flows.csv
                    Name,Zone,From,To,Line,Approver
                    Maintenance,MyNumber,192.168.10.11,10.20.0.5,Internet,CISO
                    """
            },
            {
                "FLW-05",
                "the host's addresses may not be read, so the flow may begin at it",
                Outcome.Unknown,
                Zone.MyNumber,
                Host(address: null),
                """
                    Flows.csv
                    Name,Zone,From,To,Line,Approver
                    Maintenance,MyNumber,192.168.10.0/24,10.20.0.5,Closed,CISO
                    """
            },
            {
                "FLW-05",
                "nobody wrote down what carries it",
                Outcome.Unknown,
                Zone.MyNumber,
                Host(),
                """
                    Flows.csv
                    Name,Zone,To,Approver
                    Maintenance,MyNumber,10.20.0.5,CISO
                    """
            },
            {
                "FLW-05",
                "nobody declared the zone",
                Outcome.Unknown,
                null,
                Host(),
                """
                    Flows.csv
                    Name,Zone,To,Line,Approver
                    Maintenance,MyNumber,10.20.0.5,Closed,CISO
                    """
            },
            { "FLW-05", "no register was given", Outcome.Unknown, Zone.MyNumber, Host(), NoRegister },
            { "FLW-05", "there is no connection of all users", Outcome.NotApplicable, Zone.MyNumber, Host(server: null), NoRegister },
            { "FLW-05", "the zone is the internet's", Outcome.NotApplicable, Zone.Internet, Host(), NoRegister },
            {
                "EXT-10",
                "the service that a folder is kept in step with is approved",
                Outcome.Pass,
                Zone.Internet,
                Syncing("OneDrive!S-1-5-21-1-2-3-1001!Business1"),
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,承認者
                    OneDrive for Business,2,個別契約,CISO
                    """
            },
            {
                "EXT-10",
                "nobody approved it",
                Outcome.Attest,
                Zone.Internet,
                Syncing("Dropbox!S-1-5-21-1-2-3-1001!Business1"),
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,承認者
                    OneDrive for Business,2,個別契約,CISO
                    Dropbox,1,約款,
                    """
            },
            {
                "EXT-10",
                "the account is somebody's own, and the organisation's is approved",
                Outcome.Attest,
                Zone.Internet,
                Syncing("OneDrive!S-1-5-21-1-2-3-1001!Personal"),
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,承認者
                    OneDrive for Business,2,個別契約,CISO
                    """
            },
            {
                "EXT-10",
                "the key doesn't tell the account, so it may be somebody's own",
                Outcome.Unknown,
                Zone.Internet,
                Syncing("OneDrive"),
                """
                    外部サービス台帳.csv
                    サービス名,機密性,契約形態,承認者
                    OneDrive for Business,2,個別契約,CISO
                    """
            },
            {
                "EXT-10",
                "no register was given",
                Outcome.Unknown,
                Zone.Internet,
                Syncing("OneDrive!S-1-5-21-1-2-3-1001!Business1"),
                NoRegister
            },
            {
                "EXT-10",
                "no client ever registered a folder",
                Outcome.NotApplicable,
                Zone.Internet,
                $$"""{ "recordedAt": "2026-11-24T03:00:00Z", "registry": {}, "absent": [ "registry:{{SyncRoots}}" ] }""",
                NoRegister
            },
            {
                "AST-04",
                "the register has the host by its name",
                Outcome.Pass,
                Zone.Lgwan,
                Host(),
                """
                    資産台帳.csv
                    資産,ホスト名
                    PC-0001,mado-01
                    """
            },
            {
                "AST-04",
                "the register has a machine of its name in a domain, and the host is a member of none",
                Outcome.Unknown,
                Zone.Lgwan,
                Host(),
                """
                    資産台帳.csv
                    資産,ホスト名
                    PC-0001,mado-01.city.example
                    """
            },
            {
                "AST-04",
                "the register has the host by its address",
                Outcome.Pass,
                Zone.Lgwan,
                Host(),
                """
                    資産台帳.csv
                    資産,IPアドレス
                    PC-0001,192.168.10.11
                    """
            },
            {
                "AST-04",
                "the register doesn't have the host",
                Outcome.Fail,
                Zone.Lgwan,
                Host(),
                """
                    資産台帳.csv
                    資産,ホスト名,IPアドレス
                    PC-0002,MADO-02,192.168.10.12
                    """
            },
            {
                "AST-04",
                "the host answered nothing, so it may be one of the register's",
                Outcome.Unknown,
                Zone.Lgwan,
                """{ "failures": { "*": "unreachable" } }""",
                """
                    資産台帳.csv
                    資産,ホスト名,IPアドレス
                    PC-0001,MADO-01,192.168.10.11
                    """
            },
            { "AST-04", "no register was given", Outcome.Unknown, Zone.Lgwan, Host(), NoRegister },
            {
                "AST-05",
                "the address lies in the range of the declared zone",
                Outcome.Pass,
                Zone.MyNumber,
                Host(),
                """
                    領域台帳.csv
                    領域,アドレス範囲
                    マイナンバー利用事務系,192.168.10.0/24
                    LGWAN接続系,192.168.20.0/24
                    """
            },
            {
                "AST-05",
                "the address lies in the range of another zone",
                Outcome.Fail,
                Zone.Lgwan,
                Host(),
                """
                    領域台帳.csv
                    領域,アドレス範囲
                    マイナンバー利用事務系,192.168.10.0/24
                    LGWAN接続系,192.168.20.0/24
                    """
            },
            {
                "AST-05",
                "the address lies in no range",
                Outcome.Fail,
                Zone.Lgwan,
                Host(),
                """
                    Zones.csv
                    Zone,Range
                    Lgwan,192.168.20.0/24
                    """
            },
            {
                "AST-05",
                "a second address lies in no range",
                Outcome.Fail,
                Zone.MyNumber,
                Host(address: "192.168.10.11\", \"192.168.225.20"),
                """
                    Zones.csv
                    Zone,Range
                    MyNumber,192.168.10.0/24
                    """
            },
            {
                "AST-05",
                "of a range within a range the innermost counts",
                Outcome.Pass,
                Zone.MyNumber,
                Host(),
                """
                    Zones.csv
                    Zone,Range
                    Internet,192.168.0.0/16
                    MyNumber,192.168.10.0/24
                    Lgwan,192.168.0.0/20
                    """
            },
            {
                "AST-05",
                "the register was made and not filled in",
                Outcome.Unknown,
                Zone.MyNumber,
                Host(),
                """
                    Zones.csv
                    Zone,Range
                    """
            },
            {
                "AST-05",
                "the addresses may not be read",
                Outcome.Unknown,
                Zone.Lgwan,
                Host(address: null),
                """
                    Zones.csv
                    Zone,Range
                    Lgwan,192.168.20.0/24
                    """
            },
            {
                "AST-05",
                "nobody declared the zone",
                Outcome.Unknown,
                null,
                Host(),
                """
                    Zones.csv
                    Zone,Range
                    Lgwan,192.168.10.0/24
                    """
            },
            { "AST-05", "no register was given", Outcome.Unknown, Zone.Lgwan, Host(), NoRegister },
            {
                "SWR-01",
                "what is installed is approved",
                Outcome.Pass,
                Zone.Lgwan,
                Host(),
                """
                    ソフトウェア台帳.csv
                    ソフトウェア名,承認者
                    住民情報システム*,情報システム管理者
                    """
            },
            {
                "SWR-01",
                "what is installed isn't registered",
                Outcome.Fail,
                Zone.Lgwan,
                Host(),
                """
                    ソフトウェア台帳.csv
                    ソフトウェア名,承認者
                    一太郎*,情報システム管理者
                    """
            },
            {
                "SWR-01",
                "what is installed is registered, and nobody approved it",
                Outcome.Fail,
                Zone.Lgwan,
                Host(),
                """
                    ソフトウェア台帳.csv
                    ソフトウェア名,承認者
                    住民情報システム*,
                    """
            },
            {
                "SWR-01",
                "the programs may not be read",
                Outcome.Unknown,
                Zone.Lgwan,
                Refused($"registry:{Uninstall}"),
                """
                    Software.csv
                    Name,Approver
                    住民情報システム*,CISO
                    """
            },
            {
                "SWR-01",
                "nothing is installed",
                Outcome.NotApplicable,
                Zone.Lgwan,
                Programs(),
                """
                    Software.csv
                    Name,Approver
                    住民情報システム*,CISO
                    """
            },
            {
                "SWR-01",
                "the register was made and not filled in",
                Outcome.Unknown,
                Zone.Lgwan,
                Host(),
                """
                    Software.csv
                    Name,Approver
                    """
            },
            { "SWR-01", "no register was given", Outcome.Unknown, Zone.Lgwan, Host(), NoRegister },
            {
                "SWR-01",
                "all that is installed is approved, and Windows' own packages need no approval",
                Outcome.Pass,
                Zone.Lgwan,
                SoftwareHost.With(Windows, Store("3.14")),
                """
                    Software.csv
                    Name,Publisher,Approver
                    Python 3.14*,,CISO
                    窓口*,見本システムズ,CISO
                    PythonSoftwareFoundation.Python.3.14,qbz5n2kfra8p0,CISO
                    """
            },
            {
                "SWR-01",
                "a package that isn't registered is there for all users",
                Outcome.Fail,
                Zone.Lgwan,
                SoftwareHost.With(Store("3.13")),
                """
                    Software.csv
                    Name,Publisher,Approver
                    Python 3.14*,,CISO
                    窓口*,見本システムズ,CISO
                    PythonSoftwareFoundation.Python.3.14,qbz5n2kfra8p0,CISO
                    """
            },
            {
                "SWR-01",
                "a user has a package that isn't registered",
                Outcome.Fail,
                Zone.Lgwan,
                SoftwareHost.With(SoftwareHost.Package(SoftwareHost.OwnPackages, "SpotifyAB.SpotifyMusic_1.2.0.0_x64__zpdnekdrzrea0")),
                """
                    Software.csv
                    Name,Publisher,Approver
                    Python 3.14*,,CISO
                    窓口*,見本システムズ,CISO
                    PythonSoftwareFoundation.Python.3.14,qbz5n2kfra8p0,CISO
                    """
            },
            {
                "SWR-01",
                "a user installed what isn't registered",
                Outcome.Fail,
                Zone.Lgwan,
                SoftwareHost.With(SoftwareHost.Program(SoftwareHost.Own, "Zoom Workplace (64-bit)")),
                """
                    Software.csv
                    Name,Publisher,Approver
                    Python 3.14*,,CISO
                    窓口*,見本システムズ,CISO
                    PythonSoftwareFoundation.Python.3.14,qbz5n2kfra8p0,CISO
                    """
            },
            {
                "SWR-01",
                "packages weren't read",
                Outcome.Unknown,
                Zone.Lgwan,
                SoftwareHost.Refusing($"registry:{SoftwareKeys.Packages}"),
                """
                    Software.csv
                    Name,Publisher,Approver
                    Python 3.14*,,CISO
                    窓口*,見本システムズ,CISO
                    PythonSoftwareFoundation.Python.3.14,qbz5n2kfra8p0,CISO
                    """
            },
            {
                "SWR-01",
                "the publisher that the register names couldn't be read",
                Outcome.Unknown,
                Zone.Lgwan,
                SoftwareHost.With(Madoguchi(""" "Publisher": { "type": "unread" }, """)),
                """
                    Software.csv
                    Name,Publisher,Approver
                    Python 3.14*,,CISO
                    窓口*,見本システムズ,CISO
                    PythonSoftwareFoundation.Python.3.14,qbz5n2kfra8p0,CISO
                    """
            },
            {
                "SWR-01",
                "the publisher is another one than the register names",
                Outcome.Fail,
                Zone.Lgwan,
                SoftwareHost.With(Madoguchi(""" "Publisher": { "data": "だれか" }, """)),
                """
                    Software.csv
                    Name,Publisher,Approver
                    Python 3.14*,,CISO
                    窓口*,見本システムズ,CISO
                    PythonSoftwareFoundation.Python.3.14,qbz5n2kfra8p0,CISO
                    """
            },
            {
                "SWR-01",
                "there is no publisher, and the register names one",
                Outcome.Fail,
                Zone.Lgwan,
                SoftwareHost.With(Madoguchi(string.Empty)),
                """
                    Software.csv
                    Name,Publisher,Approver
                    Python 3.14*,,CISO
                    窓口*,見本システムズ,CISO
                    PythonSoftwareFoundation.Python.3.14,qbz5n2kfra8p0,CISO
                    """
            },
            {
                "SWR-01",
                "two publishers have a program of that name, and one is approved",
                Outcome.Fail,
                Zone.Lgwan,
                SoftwareHost.With(
                    Madoguchi(""" "Publisher": { "data": "見本システムズ" }, """),
                    Madoguchi(""" "Publisher": { "data": "だれか" }, """).Replace(@"\\窓口", @"\\二")
                ),
                """
                    Software.csv
                    Name,Publisher,Approver
                    Python 3.14*,,CISO
                    窓口*,見本システムズ,CISO
                    PythonSoftwareFoundation.Python.3.14,qbz5n2kfra8p0,CISO
                    """
            },
            {
                "SWR-01",
                "whether it is a component couldn't be read",
                Outcome.Unknown,
                Zone.Lgwan,
                SoftwareHost.With(
                    SoftwareHost.Program(SoftwareHost.Native, "部品", more: """ "SystemComponent": { "type": "unread" }, """)
                ),
                """
                    Software.csv
                    Name,Publisher,Approver
                    Python 3.14*,,CISO
                    窓口*,見本システムズ,CISO
                    PythonSoftwareFoundation.Python.3.14,qbz5n2kfra8p0,CISO
                    """
            },
            {
                "SWR-01",
                "it is a component",
                Outcome.Pass,
                Zone.Lgwan,
                SoftwareHost.With(
                    SoftwareHost.Program(SoftwareHost.Native, "部品", more: """ "SystemComponent": { "type": "REG_DWORD", "data": 1 }, """)
                ),
                """
                    Software.csv
                    Name,Publisher,Approver
                    Python 3.14*,,CISO
                    窓口*,見本システムズ,CISO
                    PythonSoftwareFoundation.Python.3.14,qbz5n2kfra8p0,CISO
                    """
            },
            {
                "SWR-01",
                "a program's name couldn't be read",
                Outcome.Unknown,
                Zone.Lgwan,
                SoftwareHost.With($$""" "{{SoftwareHost.Native}}\\A": { "DisplayName": { "type": "unread" } } """),
                """
                    Software.csv
                    Name,Publisher,Approver
                    Python 3.14*,,CISO
                    窓口*,見本システムズ,CISO
                    PythonSoftwareFoundation.Python.3.14,qbz5n2kfra8p0,CISO
                    """
            },
        };

    /// <summary>Until somebody says, nobody knows.</summary>
    public static TheoryData<string, string, Outcome> Attested()
    {
        var rows = new TheoryData<string, string, Outcome>();
        foreach (var check in Attestations.Split(new[] { ' ', '\r', '\n' }, StringSplitOptions.RemoveEmptyEntries))
            rows.Add(check, "no person said anything", Outcome.Attest);
        return rows;
    }

    [Theory]
    [MemberData(nameof(Accounts))]
    [MemberData(nameof(Flows))]
    [MemberData(nameof(Services))]
    [MemberData(nameof(Assets))]
    [MemberData(nameof(Software))]
    [MemberData(nameof(Reviews))]
    [MemberData(nameof(Empty))]
    public void Registers_are_judged(string check, string story, Outcome outcome, string registers)
    {
        var set = Load(registers);
        var seen = new Sightings();
        var host = Machine.Answering(Host(), zone: Zone.Lgwan, wanted: Wanted);
        seen.Add(host, set.Against(host));
        var judged = Evaluator.Judge(ShippedChecks.Of(check), set.Snapshot(seen));

        Assert.True(judged == outcome, $"{check}, {story}: {judged} and not {outcome}");
    }

    [Theory]
    [InlineData("AST-03")]
    [InlineData("SWR-03")]
    public void Where_no_host_was_audited_nobody_knows_what_they_have(string check)
    {
        var set = Load(
            """
            Assets.csv
            Asset,HostName
            PC-0001,MADO-01

            Software.csv
            Name
            住民情報システム*
            """
        );

        Assert.Equal(Outcome.Unknown, Evaluator.Judge(ShippedChecks.Of(check), set.Snapshot(new Sightings())));
    }

    [Theory]
    [MemberData(nameof(OnHosts))]
    public void Hosts_are_held_against_registers(
        string check,
        string story,
        Outcome outcome,
        Zone? zone,
        string recording,
        string registers
    )
    {
        var judged = Evaluator.Judge(
            ShippedChecks.Of(check),
            Load(registers).Against(Machine.Answering(recording, zone: zone, wanted: Wanted))
        );

        Assert.True(judged == outcome, $"{check}, {story}: {judged} and not {outcome}");
    }

    [Theory]
    [MemberData(nameof(OnHosts))]
    public void Without_a_register_or_what_the_host_told_a_verdict_stays_or_nobody_knows(
        string check,
        string story,
        Outcome outcome,
        Zone? zone,
        string recording,
        string registers
    )
    {
        var (judged, set, host) = (ShippedChecks.Of(check), Load(registers), Machine.Answering(recording, zone: zone, wanted: Wanted));
        var less = host
            .Table.Sets.Select(gone => set.Against(host with { Table = new FactTable(host.Table.Sets.Where(each => each != gone)) }))
            .Concat(
                Registers(registers)
                    .Select(gone => Load(string.Join("\n\n", Registers(registers).Where(each => each != gone))).Against(host))
            )
            .Append(set.Against(host with { HostName = null }))
            .Append(set.Against(host with { IPAddresses = Array.Empty<string>() }));

        Assert.All(
            less.Select(each => Evaluator.Judge(judged, each)),
            each => Assert.True(each == outcome || each == Outcome.Unknown, $"{check}, {story}: {each} and not {outcome}")
        );
    }

    /// <summary>However the templates are made, in whichever zone the host stands.</summary>
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(true, true)]
    public void Templates_that_nobody_filled_in_pass_nothing(bool isJapanese, bool isJson)
    {
        using var folder = new TemporaryFolder();
        foreach (var type in RegisterType.All)
        {
            RegisterTemplate.Save(
                type,
                folder[(isJapanese ? type.Japanese : type.Name) + (isJson ? ".json" : ".csv")],
                isJapanese,
                hasExample: false
            );
        }

        var set = RegisterSet.Load(new[] { folder.Path }, bad => Assert.Fail(bad.Message), Today);
        var seen = new Sightings();
        foreach (Zone? zone in new Zone?[] { Zone.MyNumber, Zone.Lgwan, Zone.Internet, null })
        {
            var host = Machine.Answering(Host(), zone: zone, wanted: Wanted);
            var against = set.Against(host);
            seen.Add(host, against);
            Assert.All(
                ShippedChecks.Of(FactSubject.RegisteredHost),
                check => Assert.NotEqual((check.Id, Outcome.Pass), (check.Id, Evaluator.Judge(check, against)))
            );
        }

        Assert.All(
            ShippedChecks.Of(FactSubject.Organisation),
            check => Assert.NotEqual((check.Id, Outcome.Pass), (check.Id, Evaluator.Judge(check, set.Snapshot(seen))))
        );
    }

    /// <summary>None of nothing has its approver: a check of all items says what it is for, unless there is always one.</summary>
    [Fact]
    public void No_check_of_registers_holds_since_there_is_nothing() =>
        Assert.Empty(
            ShippedChecks
                .Of(FactSubject.Organisation)
                .Concat(ShippedChecks.Of(FactSubject.RegisteredHost))
                .Where(check =>
                    check.Method == AuditMethod.Register
                    && check.AppliesWhen is null
                    && check.Facts[0].Name != OnePlace
                    && Evaluator.Judge(check, new Snapshot { Table = NothingAtAll() }) == Outcome.Pass
                )
                .Select(check => check.Id)
        );

    [Fact]
    public void A_zone_that_the_baseline_assumes_is_that_of_hosts_without_one()
    {
        var (set, host) = (Load("Zones.csv\nZone,Range\nLgwan,192.168.10.0/24\n"), Machine.Answering(Host(), zone: null));

        Assert.Equal(Outcome.Unknown, Evaluator.Judge(ShippedChecks.Of("AST-05"), set.Against(host)));
        Assert.Equal(Outcome.Pass, Evaluator.Judge(ShippedChecks.Of("AST-05"), set.Against(host, Zone.Lgwan)));
        Assert.Equal(Outcome.Fail, Evaluator.Judge(ShippedChecks.Of("AST-05"), set.Against(host, Zone.MyNumber)));
        Assert.Equal(Zone.Lgwan, set.Against(host, Zone.Lgwan).Zone);
    }

    [Fact]
    public void A_cell_that_is_empty_is_named_as_the_reason()
    {
        var baseline = ShippedChecks.Baselines.Single(each => each.Id == "MIC-2022-03");
        var registers = Load(
            """
            Flows.csv
            Name,Zone,To,Line
            Maintenance,MyNumber,10.20.0.5,
            """
        );

        Assert.Equal(
            "AllowedFlow.Line: NotCollected: Flows.csv(2): the register has no value",
            Evaluator.Evaluate(baseline, registers.Snapshot(new Sightings())).Single(finding => finding.CheckId == "FLW-03").Reason
        );
    }

    [Theory]
    [MemberData(nameof(Attested))]
    public void What_no_machine_can_tell_waits_for_a_person(string check, string story, Outcome outcome)
    {
        var judged = Evaluator.Judge(
            ShippedChecks.Of(check),
            Load(NoRegister).Snapshot(new Sightings()) with
            {
                Model = NetworkModel.Beta,
            }
        );

        Assert.True(judged == outcome, $"{check}, {story}: {judged} and not {outcome}");
    }

    /// <summary>What note 11 asks for is a condition of models β and β´; nobody asks it of α.</summary>
    [Theory]
    [InlineData(null, Outcome.Unknown)]
    [InlineData(NetworkModel.Alpha, Outcome.NotApplicable)]
    [InlineData(NetworkModel.AlphaPrime, Outcome.NotApplicable)]
    [InlineData(NetworkModel.Beta, Outcome.Attest)]
    [InlineData(NetworkModel.BetaPrime, Outcome.Attest)]
    public void Who_is_told_of_what_is_detected_is_asked_of_models_on_the_internet(NetworkModel? model, Outcome outcome) =>
        Assert.Equal(
            outcome,
            Evaluator.Judge(ShippedChecks.Of("ORG-05"), Load(NoRegister).Snapshot(new Sightings()) with { Model = model })
        );

    /// <summary>Each register with its headers, and one row with a word in its first column, or none.</summary>
    private static string Templates(string word) =>
        string.Join(
            "\n\n",
            RegisterType.All.Select(type =>
                $"{type.Name}.csv\n{string.Join(",", type.Columns.Select(column => column.Name))}{(word.Length == 0 ? null : $"\n{word}")}"
            )
        );

    private static FactTable NothingAtAll() =>
        new(
            FactTypes
                .Shipped.All.Where(type => type.Subject is FactSubject.Organisation or FactSubject.RegisteredHost)
                .Select(type => type.NewSet(Array.Empty<Fact>(), Array.Empty<Gap>()))
        );

    private static string Syncing(string root) =>
        $$"""{ "recordedAt": "2026-11-24T03:00:00Z", "registry": { "{{SyncRoots}}": {}, "{{SyncRoots}}\\{{root}}": {} } }""";

    internal static RegisterSet Load(string registers)
    {
        using var folder = new TemporaryFolder();
        foreach (var register in Registers(registers))
        {
            var end = register.IndexOf('\n');
            folder.File(register.Substring(0, end), register.Substring(end + 1));
        }

        return RegisterSet.Load(new[] { folder.Path }, _ => { }, Today);
    }

    internal static string[] Registers(string text) =>
        text.Replace("\r\n", "\n").Split(new[] { "\n\n" }, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>
    /// A PC at a counter: the shared account has been in use since half past eight, a VPN connection of all users leads to the maintainer,
    /// and the town's program
    /// is installed. Its Security log tells of no other logon.
    /// </summary>
    internal static string Host(
        string? name = "MADO-01",
        string? address = "192.168.10.11",
        string? server = "10.20.0.5",
        bool isEnabled = true
    ) =>
        $$"""
            { "recordedAt": "2026-11-24T03:00:00Z",
              "instances": { "root/cimv2": {
                {{(
                name is null
                    ? null
                    : $$""" "Win32_ComputerSystem": [ { "Name": "{{name}}", "Domain": "WORKGROUP", "PartOfDomain": false } ], """
            )}}
                {{(
                address is null
                    ? null
                    : $$""" "Win32_NetworkAdapterConfiguration": [ { "Index": 1, "IPEnabled": true, "IPAddress": [ "{{address}}" ], "IPSubnet": [ "255.255.255.0" ] } ], """
            )}}
                "Win32_UserAccount": [
                  { "Name": "Administrator", "SID": "S-1-5-21-1-2-3-500", "LocalAccount": true, "Disabled": true },
                  { "Name": "Guest", "SID": "S-1-5-21-1-2-3-501", "LocalAccount": true, "Disabled": true },
                  { "Name": "KYOYU01", "SID": "S-1-5-21-1-2-3-1001", "LocalAccount": true, "Disabled": {{(
                isEnabled ? "false" : "true"
            )}} } ],
                "Win32_LogonSession": [ { "LogonType": 2, "LogonId": "1", "StartTime": "20261124083000.000000+540", "AuthenticationPackage": "NTLM" } ],
                "Win32_LoggedOnUser": [ {
                  "Antecedent": "\\\\.\\root\\cimv2:Win32_Account.Domain=\"MADO-01\",Name=\"KYOYU01\"",
                  "Dependent": "\\\\.\\root\\cimv2:Win32_LogonSession.LogonId=\"1\"" } ],
                "Win32_NTLogEvent": [ {
                  "Logfile": "Security", "EventCode": 4634, "TimeGenerated": "20261122090000.000000+000", "InsertionStrings": [ "S-1-5-21-1-2-3-1001", "KYOYU01", "MADO-01", "0x1", "2" ] } ] } },
              "methods": { "root/Microsoft/Windows/RemoteAccess/Client": { "PS_VpnConnection.Get": [
                { "in": { "AllUserConnection": true }, "out": { "ReturnValue": 0, "cmdletOutput": [ {{(
                server is null ? null : $$"""{ "Name": "保守", "ServerAddress": "{{server}}" }"""
            )}} ] } },
                { "in": { "AllUserConnection": false }, "out": { "ReturnValue": 0, "cmdletOutput": [] } } ] } },
              "registry": { {{SoftwareKeys.Rest}}, "{{Uninstall}}": {}, "{{Uninstall}}\\Town": { "DisplayName": { "data": "住民情報システム 端末" } } },
              "absent": [ "registry:{{Wow}}" ] }
            """;

    private static string Cloud =>
        """
            Flows.csv
            Name,Zone,To,Port,Line,Approver
            Out,Lgwan,proxy.cloud.example,8080,SecurityCloud,CISO
            """;

    /// <summary>A host of the LGWAN zone, by the ways out that are set on it.</summary>
    private static string Leaving(string? proxy, string? script = null, string? gateway = null) =>
        $$"""
            { "recordedAt": "2026-11-24T03:00:00Z",
              "instances": {
                "root/cimv2": {
                  "Win32_ComputerSystem": [ { "Name": "MADO-01" } ], "Win32_NetworkAdapter": [],
                  "Win32_NetworkAdapterConfiguration": [ { "Index": 1, "IPEnabled": true, "IPAddress": [ "192.168.20.11" ], "IPSubnet": [ "255.255.255.0" ]{{(
                gateway is null ? null : $$""", "DefaultIPGateway": [ "{{gateway}}" ]"""
            )}} } ] },
                "root/StandardCimv2": { "MSFT_NetRoute": [ { "DestinationPrefix": "{{(
                gateway is null ? "192.168.20.0/24" : "0.0.0.0/0"
            )}}", "NextHop": "{{gateway ?? "0.0.0.0"}}", "Store": "1" } ] } },
              "registry": { "HKEY_USERS": {}, "{{Edge}}": {}, "{{Settings}}": {
                "ProxyEnable": { "type": "REG_DWORD", "data": {{(proxy is null ? 0 : 1)}} }{{(
                proxy is null ? null : $$""", "ProxyServer": { "type": "REG_SZ", "data": "{{proxy}}" }"""
            )}}{{(script is null ? null : $$""", "AutoConfigURL": { "type": "REG_SZ", "data": "{{script}}" }""")}} } } }
            """;

    /// <summary>A client with one product that the catalogue of security products doesn't know, and whose registered program
    /// runs.</summary>
    private static string Protected(string product, long state) =>
        $$"""
            { "recordedAt": "2026-11-24T03:00:00Z",
              "instances": {
                "root/cimv2": { "Win32_ComputerSystem": [ { "Name": "MADO-01" } ], "Win32_OperatingSystem": [ { "ProductType": 1 } ],
                  "Win32_Service": [ { "Name": "BougyoSvc", "State": "Running", "PathName": "C:\\Program Files\\Bougyo\\bougyo.exe" } ], "Win32_SystemDriver": [], "Win32_Process": [] },
                "root/SecurityCenter2": { "AntiVirusProduct": [ { "displayName": "{{product}}", "productState": {{state}}, "pathToSignedReportingExe": "C:\\Program Files\\Bougyo\\bougyo.exe" } ] } },
              "absent": [ "root/Microsoft/Windows/Defender" ] }
            """;

    private static string Windows =>
        SoftwareHost.Package(SoftwareKeys.Packages, "Microsoft.WindowsCalculator_2021.2307.4.0_neutral_~_8wekyb3d8bbwe");

    private static string Store(string version) =>
        SoftwareHost.Package(SoftwareKeys.Packages, $"PythonSoftwareFoundation.Python.{version}_{version}.240.0_x64__qbz5n2kfra8p0");

    private static string Madoguchi(string values) => SoftwareHost.Program(SoftwareHost.Native, "窓口アプリ", more: values);

    private static string Programs(params string[] names) =>
        $$"""
            { "recordedAt": "2026-11-24T03:00:00Z", "instances": { "root/cimv2": { "Win32_ComputerSystem": [ { "Name": "MADO-01" } ] } },
              "registry": { {{SoftwareKeys.Rest}}, "{{Uninstall}}": {}, "{{Uninstall}}\\AddressBook": {}{{string.Concat(
                names.Select((name, at) => $$""", "{{Uninstall}}\\P{{at}}": { "DisplayName": { "data": "{{name}}" } }""")
            )}} },
              "absent": [ "registry:{{Wow}}" ] }
            """;

    private static string Refused(string scope) =>
        $$"""
            { "recordedAt": "2026-11-24T03:00:00Z", "instances": { "root/cimv2": { "Win32_ComputerSystem": [ { "Name": "MADO-01" } ] } }, "failures": { "{{scope}}": "denied" } }
            """;
}
