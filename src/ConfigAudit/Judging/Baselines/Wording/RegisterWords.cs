using System.Collections.Generic;

namespace ConfigAudit.Judging.Baselines.Wording;

/// <summary>What people wrote into registers, and hosts held against it, in words. A column is called as its header is.</summary>
internal static class RegisterWords
{
    public static IReadOnlyList<FactWords> All { get; } =
        new[]
        {
            Row("AccountUse", "共用ID利用記録", "entry of the log of shared IDs")
                .Is("IsAllowed", "台帳で許可された利用である", "is allowed by the register")
                .Is("IsBounded", "終了が24時間以内に記録されている", "ends within a day")
                .Is("Overlaps", "他の者の利用と重なっている", "overlaps another person's"),
            Row("AllowedFlow", "特定通信台帳の通信", "allowed flow")
                .Has("Approver", "承認者", "approver")
                .Has("From", "送信元", "source")
                .Is("IsSeen", "ホストで確認されている", "is seen on a host")
                .Is("LeadsToInternet", "インターネット上の宛先である", "leads to the internet")
                .Has("Line", "回線", "line")
                .Has("MacAddress", "MACアドレス", "MAC address")
                .Has("Port", "ポート", "port")
                .Has("Review", "次回点検日の状態", "review")
                .Has("To", "宛先", "destination")
                .Has("Zone", "領域", "zone"),
            Row("ApprovedSoftware", "ソフトウェア台帳のソフトウェア", "program in the register")
                .Has("Approver", "承認者", "approver")
                .Is("IsSeen", "ホストで確認されている", "is seen on a host")
                .Has("Review", "次回点検日の状態", "review"),
            Row("DiscoveredAsset", "外部公開資産", "asset that is seen from outside")
                .Is("IsRegistered", "資産台帳に登録されている", "is in the register of assets"),
            Row("ExternalService", "外部サービス台帳のサービス", "external service")
                .Has("Approver", "承認者", "approver")
                .Has("Certifications", "認証", "list of certifications")
                .Has("DataClass", "機密性", "confidentiality")
                .Has("Exception", "例外承認", "decision on an exception")
                .Is("IsKeptInJapan", "データ所在地が国内だけである", "keeps its data in Japan alone")
                .Is("IsUnderJapaneseLaw", "準拠法が日本法だけである", "is under the law of Japan alone")
                .Has("Law", "準拠法", "law")
                .Has("Location", "データ所在地", "location")
                .Has("ProviderReview", "提供者の次回確認日の状態", "provider's review")
                .Has("Responsibilities", "責任分界", "division of responsibilities")
                .Has("Review", "次回点検日の状態", "review")
                .Has("SettingsReview", "設定の次回確認日の状態", "settings' review")
                .Has("Terms", "契約形態", "kind of terms"),
            Row("OutsourcingContract", "委託契約台帳の契約", "outsourcing contract")
                .Has("ServiceDemands", "外部サービスの要求事項", "note of what is demanded of external services")
                .Is("UsesExternalServices", "外部サービスを利用する契約である", "uses external services"),
            Row("RegisteredAccount", "アカウント台帳のアカウント", "registered account")
                .Has("Approver", "承認者", "approver")
                .Is("HasOnePerson", "利用者が1人である", "has exactly one person")
                .Is("IsSeen", "ホストで確認されている", "is seen on a host")
                .Has("Kind", "区分", "kind")
                .Has("Owner", "管理責任者", "owner")
                .Has("Persons", "利用者", "list of persons")
                .Has("Reason", "共用の理由", "reason for sharing")
                .Has("Review", "次回点検日の状態", "review"),
            Row("RegisteredAsset", "資産台帳の資産", "registered asset")
                .Has("HostName", "ホスト名", "host name")
                .Is("IsSeen", "監査したホストで確認されている", "is seen among the audited hosts")
                .Has("Owner", "管理者", "owner")
                .Has("Review", "次回点検日の状態", "review"),
            new FactWords("HostAccount", "有効なローカルアカウント", "local account that is enabled")
                .Is("IsHostAllowed", "このホストでの利用が台帳で許可されている", "is allowed on this host by the register")
                .Is("IsRegistered", "アカウント台帳に登録されている", "is in the register of accounts"),
            new FactWords("HostEgress", "領域の外への経路", "way out of the zone")
                .Is("IsAllowed", "特定通信台帳で許可されている", "is allowed by the register of flows")
                .Has("Line", "回線", "line"),
            new FactWords("HostFlow", "ホストのVPN接続", "VPN connection of the host")
                .Is("AllUsers", "すべてのユーザー向けの接続である", "belongs to all users")
                .Is("IsAllowed", "特定通信台帳で許可されている", "is allowed by the register of flows")
                .Has("Line", "回線", "line"),
            new FactWords("HostPlace", "このホスト", "host", isOne: true)
                .Has("AddressesElsewhere", "宣言された領域の外のIPアドレス", "addresses elsewhere")
                .Is("IsInDeclaredZone", "すべてのIPアドレスが宣言された領域の範囲内である", "has all its addresses in its declared zone")
                .Is("IsRegistered", "資産台帳に登録されている", "is in the register of assets"),
            new FactWords("HostProtection", "ホストの不正プログラム対策製品", "security product of the host")
                .Is("IsApproved", "ソフトウェア台帳で承認されている", "is approved in the register of software")
                .Has("State", "動作状態", "state")
                .Is("WatchesBehavior", "挙動を監視している", "watches behaviour"),
            new FactWords("HostSoftware", "ホストのソフトウェア", "program on the host")
                .Is("CoversPlan", "利用予定期限までサポートが続いている", "is supported for as long as its use is planned")
                .Is("IsApproved", "ソフトウェア台帳で承認されている", "is approved in the register of software")
                .Is("IsPlanned", "台帳に利用予定期限が記載されている", "has a day until which it is to be used")
                .Has("Scope", "対象ユーザー", "scope"),
            new FactWords("HostSync", "ホストの同期フォルダ", "sync folder of the host").Is(
                "IsApproved",
                "外部サービス台帳で承認されている",
                "is approved in the register of external services"
            ),
            new FactWords("SharedUse", "共用IDのセッション", "session under a shared ID").Is(
                "IsLogged",
                "利用記録に記載されている",
                "is covered by the log of use"
            ),
        };

    private static FactWords Row(string fact, string ja, string en) => new(fact, ja, en, isWritten: true);
}
