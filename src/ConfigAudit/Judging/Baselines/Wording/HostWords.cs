using System.Collections.Generic;

namespace ConfigAudit.Judging.Baselines.Wording;

/// <summary>What is learnt of a host, in words.</summary>
internal static class HostWords
{
    public static IReadOnlyList<FactWords> All { get; } =
        new[]
        {
            new FactWords("Account", "ローカルアカウント", "local account")
                .Is("Enabled", "有効である", "is enabled")
                .Is("IsAdministrator", "Administratorsのメンバーである", "is a member of Administrators")
                .Is("IsSharedCandidate", "共用IDの疑いがある", "is a possible shared ID")
                .Is("PasswordRequired", "パスワードが必須である", "requires a password")
                .Has("Rid", "RID", "RID"),
            new FactWords("Antivirus", "不正プログラム対策製品", "security product")
                .Is("BehaviorMonitoring", "挙動の監視が有効である", "watches behaviour")
                .Is("CanBeStopped", "サービスを停止できる", "can be stopped")
                .Has("DefinitionAge", "パターンファイルの経過時間", "definitions' age")
                .Is("DefinitionsCurrent", "パターンファイルを最新と判定している", "calls its definitions current")
                .Is("HasDefinitions", "パターンファイルがある", "has definitions")
                .Is("IsEpp", "不正プログラムを阻止する機能がある", "stops malware (EPP)")
                .Is("IsListed", "本ツールで識別できる", "is known to this tool")
                .Is("IsListedEdr", "EDRである", "is an EDR product")
                .Is("IsReporting", "セキュリティセンターに動作を報告している", "reports to the Security Center that it is on")
                .Is("StartsAutomatically", "サービスが自動で開始する", "starts automatically")
                .Has("State", "動作状態", "state")
                .Is("TellsCurrent", "セキュリティセンターに最新であると報告している", "reports to the Security Center that it is current")
                .Is("UsesDefinitions", "パターンファイルを用いる方式である", "uses definitions"),
            new FactWords("AuditPolicy", "監査ポリシーの分類", "category of the audit policy")
                .Has("Category", "分類名", "category")
                .Is("Success", "成功の監査が有効である", "is audited for success"),
            new FactWords("DefenderSettings", "Microsoft Defenderの設定", "host's Microsoft Defender", isOne: true)
                .Is("IsActive", "Microsoft Defenderが使用中である", "is the antivirus in use")
                .Is("SettingsAreCentral", "一元管理する者だけが変更できる", "is managed centrally alone"),
            new FactWords("DefinitionPolicy", "パターンファイルの取得の設定", "policy on definitions", isOne: true).Is(
                "MayFetchFromInternet",
                "インターネットからの取得を許している",
                "lets them be fetched from the internet"
            ),
            new FactWords("Device", "この機器", "device", isOne: true)
                .Is("SecureBoot", "セキュアブートが有効である", "starts by Secure Boot")
                .Is("TpmEnabled", "TPMが有効である", "has a TPM that is enabled")
                .Has("TpmVersion", "TPMのバージョン", "TPM's version"),
            new FactWords("EventLog", "イベントログ", "event log")
                .Has("MaxSize", "最大サイズ", "maximum size", Unit.Bytes)
                .Has("Name", "名称", "name"),
            new FactWords("FirewallProfile", "Windowsファイアウォールのプロファイル", "profile of Windows Firewall")
                .Has("DefaultInbound", "受信の既定の動作", "default for inbound connections")
                .Is("IsSetOn", "有効に設定されている", "is set on")
                .Is("ServiceWorks", "サービスが動作している", "has a service that runs"),
            new FactWords("FirewallRule", "受信を許可するファイアウォールの規則", "firewall rule that allows inbound connections")
                .Is("FromAnywhere", "接続元を限定せずに許可している", "admits connections from anywhere")
                .Is("InForce", "効力がある", "is in force")
                .Is("IsBlocked", "ブロックする規則によって打ち消されている", "is taken back by rules that block")
                .Is("OpensServices", "遠隔操作・ファイル共有のポートを開放している", "opens SMB, RDP, WinRM or RPC")
                .Is("RequiresIpsec", "IPsecによる認証を必須としている", "requires IPsec"),
            new FactWords("Host", "このホスト", "host", isOne: true).Has("ClockSkew", "時刻のずれ", "clock's error"),
            new FactWords("IpsecCrypto", "IPsecの暗号設定", "crypto set of IPsec")
                .Has("Ciphers", "暗号方式", "ciphers")
                .Has("Groups", "鍵交換のグループ", "groups")
                .Has("Hashes", "ハッシュ方式", "hashes")
                .Is("IsOwn", "このホストで設定されている", "belongs to the host itself")
                .Has("Phase", "フェーズ", "phase"),
            new FactWords("LogChannel", "運用ログ", "operational log")
                .Is("IsEnabled", "有効である", "is enabled")
                .Has("Name", "名称", "name"),
            new FactWords("Logging", "監査ログの設定", "policy on logging", isOne: true).Is(
                "SubcategoriesCount",
                "監査ポリシーのサブカテゴリを優先している",
                "gives way to subcategories of the audit policy"
            ),
            new FactWords("Network", "このホスト", "host", isOne: true)
                .Is("HasPublicAddress", "グローバルIPアドレスがある", "has a public address")
                .Is("IsDualHomed", "複数のネットワークに接続している", "joins two networks at once")
                .Is("Smb1Server", "SMB 1が有効である", "serves SMB 1"),
            new FactWords("OperatingSystem", "OS", "operating system", isOne: true)
                .Has("Kind", "種別", "kind")
                .Has("Support", "サポートの状況", "support status"),
            new FactWords("PasswordPolicy", "パスワードの設定", "password policy", isOne: true)
                .Has("LockoutThreshold", "ロックまでの失敗回数", "number of wrong passwords before a lock", Unit.Times)
                .Has("MinimumLength", "パスワードの最小文字数", "minimum length", Unit.Characters)
                .Is("RequiresComplexity", "複雑さの要件が有効である", "demands complexity")
                .Is("StoresReadably", "パスワードを復元できる形で保存している", "keeps passwords readably"),
            new FactWords("PatchLevel", "このホスト", "host", isOne: true).Has(
                "Exposure",
                "公開済みのセキュリティ更新プログラムの未適用",
                "lack of released security updates"
            ),
            new FactWords("RemoteControl", "遠隔操作ソフトウェア", "remote-control program")
                .Is("IsListed", "本ツールで識別できる", "is known to this tool")
                .Is("IsRunning", "動作している", "is running")
                .Has("SeenAs", "検出元", "evidence"),
            new FactWords("RemoteDesktop", "リモートデスクトップの設定", "listener of Remote Desktop")
                .Is("IsEnabled", "接続を許可している", "is enabled")
                .Is("RequiresNla", "ネットワークレベル認証を必須としている", "requires network level authentication"),
            new FactWords("RemovableStorage", "このホスト", "host", isOne: true)
                .Is("CanWriteToUsbStorage", "USB記憶装置への書き込みを許している", "lets files be written to USB storage")
                .Is("DeniesAll", "リムーバブル記憶域へのすべてのアクセスを拒否している", "denies all access to removable storage")
                .Is("DeniesOpticalWrite", "CD・DVDへの書き込みを拒否している", "denies writing to CD and DVD")
                .Is("DeniesPortableDeviceWrite", "ポータブルデバイスへの書き込みを拒否している", "denies writing to portable devices"),
            new FactWords("Software", "インストールされたソフトウェア", "installed program")
                .Is("CoversPlannedUse", "利用予定期限までサポートが続いている", "is supported for as long as its use is planned")
                .Is("IsComponent", "ほかの製品の構成要素である", "is a component of another")
                .Is("IsUsePlanned", "利用予定期限が示されている", "has a day until which it is to be used")
                .Has("ListedAs", "本ツールの一覧での種類", "kind on this tool's lists")
                .Has("Name", "名称", "name")
                .Has("Scope", "対象ユーザー", "scope")
                .Has("Support", "サポートの状況", "support status"),
            new FactWords("StorageDevice", "接続中のUSBディスク", "USB disk that is plugged in").Is(
                "UsesUsbStorageDriver",
                "USB記憶装置のドライバを使用している",
                "uses the driver of USB storage"
            ),
            new FactWords("SyncClient", "同期ソフトウェア", "sync client")
                .Is("IsListed", "本ツールの一覧にあるものである", "is on this tool's list")
                .Is("RegistersFolders", "同期フォルダをWindowsに登録する", "registers its folders with Windows")
                .Has("SeenAs", "検出元", "evidence"),
            new FactWords("SyncRoot", "登録済みの同期フォルダ", "registered sync folder").Has("Volume", "ローカルのボリューム", "volume"),
            new FactWords("TimeSource", "時刻同期の設定", "clock's source", isOne: true)
                .Is("IsDisabled", "サービス（W32Time）が無効である", "has a service (W32Time) that is disabled")
                .Has("Kind", "同期先", "kind")
                .Is("SetsClock", "時刻を合わせている", "sets the clock")
                .Has("NotSetBecause", "時刻を合わせない理由", "reasons"),
            new FactWords("UpdatePolicy", "更新プログラムの設定", "policy on updates", isOne: true)
                .Is("MayFetchFromInternet", "インターネットからの取得を許している", "lets updates be fetched from the internet")
                .Has("InternetReasons", "インターネットから取得し得る理由", "reasons"),
            new FactWords("UpdateStatus", "このホスト", "host", isOne: true).Is(
                "RebootPending",
                "再起動待ちの更新がある",
                "waits for a restart"
            ),
            new FactWords("Volume", "ボリューム", "volume")
                .Has("Kind", "種別", "kind")
                .Has("Protection", "BitLockerによる保護", "BitLocker protection"),
            new FactWords("VpnClient", "VPNクライアント", "VPN client")
                .Has("FoundBy", "検出元", "evidence")
                .Is("IsListed", "本ツールで識別できる", "is known to this tool"),
            new FactWords("VpnConnection", "VPN接続", "VPN connection")
                .Is("AllUsers", "すべてのユーザー向けの接続である", "belongs to all users")
                .Has("Encryption", "暗号化の設定", "encryption")
                .Is("ServerIsPublic", "接続先がグローバルIPアドレスである", "leads to a public address")
                .Has("Tunnel", "トンネル方式", "tunnel"),
        };
}
