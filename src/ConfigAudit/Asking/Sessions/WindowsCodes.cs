using System.Collections.Generic;
using ConfigAudit.Facts;
using static ConfigAudit.Facts.GapKind;

namespace ConfigAudit.Asking.Sessions;

/// <summary>
/// Codes of Windows (winerror.h), which WinRM gives as they stand and others as HRESULTs (0x8007…), and those of its security packages.
/// Only those that
/// tell why nobody answered: "file not found" may be said of anything, so it isn't among them.
/// </summary>
internal static class WindowsCodes
{
    private static readonly CimCode Identity = CimCode.Of(
        Denied,
        "ホストのSPN（WSMAN、HOST又はHTTP）が別のアカウントにあるか、名前が別のホストを指しています。setspn -Q とDNSを確認してください",
        "the host's SPN (WSMAN, HOST or HTTP) belongs to another account, or the name leads to another host: look at setspn -Q and DNS"
    );

    private static readonly CimCode NoAuthority = CimCode.Of(
        Unreachable,
        "ドメインコントローラ（KDC）に接続できません。DNS、時刻、ポート88を確認してください",
        "no domain controller (KDC) can be reached: look at DNS, the clock and port 88"
    );

    private static readonly CimCode Clock = CimCode.Of(
        Denied,
        "時刻がドメインコントローラと5分以上ずれています。時刻同期を直してください",
        "the clocks differ by more than Kerberos allows (five minutes): set them right"
    );

    private static readonly CimCode Password = CimCode.Of(
        Denied,
        "名前かパスワードが違います。別のホストで試すとアカウントがロックされることがあります",
        "the name or password is wrong: trying it on further hosts may lock the account"
    );

    private static readonly CimCode Closed = CimCode.Of(
        Unreachable,
        "電源と、ファイアウォールでRPC（135番と動的ポート）が許可されているかを確認してください",
        "see that it is on, and that its firewall lets RPC in (port 135 and dynamic ports)"
    );

    public static readonly IReadOnlyDictionary<uint, CimCode> Known = new Dictionary<uint, CimCode>
    {
        [5] = CimCode.Of(
            Denied,
            "ホストの管理者で実行してください。ワークグループではLocalAccountTokenFilterPolicyも関係します",
            "ask as an administrator of that host; in a workgroup, LocalAccountTokenFilterPolicy matters too"
        ), // ERROR_ACCESS_DENIED
        [53] = new(Unreachable), // ERROR_BAD_NETPATH
        [1311] = NoAuthority, // ERROR_NO_LOGON_SERVERS
        [1326] = Password, // ERROR_LOGON_FAILURE
        [1327] = CimCode.Of(
            Denied,
            "アカウントの制限（空のパスワードなど）を確認してください",
            "look at what the account is restricted to (no blank password, say)"
        ), // ERROR_ACCOUNT_RESTRICTION
        [1328] = CimCode.Of(Denied, "アカウントのログオン時間を確認してください", "look at the account's logon hours"), // ERROR_INVALID_LOGON_HOURS
        [1329] = CimCode.Of(
            Denied,
            "アカウントがログオンできるコンピュータを確認してください",
            "look at the computers that the account may log on to"
        ), // ERROR_INVALID_WORKSTATION
        [1330] = CimCode.Of(Denied, "パスワードを変更してください", "change the password"), // ERROR_PASSWORD_EXPIRED
        [1331] = CimCode.Of(Denied, "アカウントが無効です", "the account is disabled"), // ERROR_ACCOUNT_DISABLED
        [1355] = NoAuthority, // ERROR_NO_SUCH_DOMAIN
        [1385] = CimCode.Of(
            Denied,
            "「ネットワーク経由のアクセス」の権利を与えてください",
            "give the account the right to access this computer from the network"
        ), // ERROR_LOGON_TYPE_NOT_GRANTED
        [1396] = Identity, // ERROR_WRONG_TARGET_NAME
        [1398] = Clock, // ERROR_TIME_SKEW
        [1460] = new(GapKind.Timeout), // ERROR_TIMEOUT
        [1722] = Closed, // RPC_S_SERVER_UNAVAILABLE
        [1723] = new(Busy), // RPC_S_SERVER_TOO_BUSY
        [1726] = new(Unreachable), // RPC_S_CALL_FAILED
        [1727] = new(Unreachable), // RPC_S_CALL_FAILED_DNE
        [1753] = Closed, // EPT_S_NOT_REGISTERED
        [1789] = CimCode.Of(
            Denied,
            "ホストとドメインの信頼関係が壊れています。Test-ComputerSecureChannel -Repair を実行してください",
            "the host's trust in its domain is broken: run Test-ComputerSecureChannel -Repair there"
        ), // ERROR_TRUSTED_RELATIONSHIP_FAILURE
        [1793] = CimCode.Of(Denied, "アカウントの期限が切れています", "the account has expired"), // ERROR_ACCOUNT_EXPIRED
        [1825] = new(Denied), // RPC_S_SEC_PKG_ERROR
        [1907] = CimCode.Of(
            Denied,
            "次回ログオン時のパスワード変更が求められています。先に変更してください",
            "the password must be changed at the next logon: change it first"
        ), // ERROR_PASSWORD_MUST_CHANGE
        [1909] = CimCode.Of(
            Denied,
            "アカウントがロックされています。解除するまで使わないでください",
            "the account is locked out: don't use it until it is unlocked"
        ), // ERROR_ACCOUNT_LOCKED_OUT
        [0x80010108] = new(Unreachable), // RPC_E_DISCONNECTED
        [0x80090303] = Identity, // SEC_E_TARGET_UNKNOWN
        [0x8009030C] = Password, // SEC_E_LOGON_DENIED
        [0x8009030D] = new(Denied), // SEC_E_UNKNOWN_CREDENTIALS
        [0x8009030E] = CimCode.Of(
            Denied,
            "Kerberosのチケットがありません。klist で確認し、ドメインのアカウントで実行するか -Credential を指定してください",
            "there is no Kerberos ticket: look at klist, and ask as an account of the domain or with -Credential"
        ), // SEC_E_NO_CREDENTIALS
        [0x80090311] = NoAuthority, // SEC_E_NO_AUTHENTICATING_AUTHORITY
        [0x80090322] = Identity, // SEC_E_WRONG_PRINCIPAL
        [0x80090324] = Clock, // SEC_E_TIME_SKEW
    };
}
