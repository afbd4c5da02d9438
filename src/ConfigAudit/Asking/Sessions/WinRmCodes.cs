using System.Collections.Generic;
using ConfigAudit.Facts;
using static ConfigAudit.Facts.GapKind;

namespace ConfigAudit.Asking.Sessions;

/// <summary>
/// Codes of WinRM (wsmerror.h), of its service and of Windows' own client: those that whoever reads may meet. What concerns shells,
/// subscriptions and
/// configuration is left out. Two may mean that something isn't there, and may mean something else: they are none of these
/// (<see cref="CimErrors"/>).
/// </summary>
internal static class WinRmCodes
{
    private static readonly CimCode Quota = CimCode.Of(
        Busy,
        "winrm get winrm/config で同時操作数などの上限を確認してください",
        "look at the limits in winrm get winrm/config"
    );

    private static readonly CimCode Provider = CimCode.Of(
        Unusable,
        "ホストのWinRMとWMIのイベントログを確認してください",
        "look at the event logs of WinRM and WMI there"
    );

    private static readonly CimCode OwnPolicy = CimCode.Of(
        Unreachable,
        "このコンピュータのWinRMクライアントの設定で禁止されています（winrm get winrm/config/client、グループポリシー）",
        "this computer's WinRM client doesn't allow it (winrm get winrm/config/client, group policy)"
    );

    private static readonly CimCode Trusted = CimCode.Of(
        Unreachable,
        "Kerberosを使えるドメインの名前で指定するか、-UseSsl を使うか、このコンピュータのTrustedHostsに加えてください",
        "name it as Kerberos knows it, use -UseSsl, or add it to this computer's TrustedHosts"
    );

    private static readonly CimCode Named = CimCode.Of(
        Unreachable,
        "KerberosはIPアドレスでは使えません。コンピュータ名で指定してください",
        "Kerberos doesn't know IP addresses: give the computer's name"
    );

    public static readonly IReadOnlyDictionary<uint, CimCode> Known = new Dictionary<uint, CimCode>
    {
        [0x80338005] = Provider, // ERROR_WSMAN_CONFIG_CORRUPTED
        [0x80338012] = CimCode.Of(
            Unreachable,
            "ホストで winrm quickconfig を実行し、ポート（5985、5986）とファイアウォールを確認してください",
            "run winrm quickconfig there, and look at the port (5985, 5986) and the firewall"
        ), // …_DESTINATION_UNREACHABLE
        [0x80338013] = new(NotSupported), // …_ACTION_NOT_SUPPORTED
        [0x80338014] = new(Busy), // …_ENDPOINT_UNAVAILABLE
        [0x80338018] = new(NotSupported), // …_ENUMERATE_FILTERING_NOT_SUPPORTED
        [0x80338019] = new(NotSupported), // …_ENUMERATE_FILTER_DIALECT_REQUESTED_UNAVAILABLE
        [0x8033801B] = new(Unusable), // …_ENUMERATE_INVALID_ENUMERATION_CONTEXT
        [0x8033801C] = new(GapKind.Timeout), // …_ENUMERATE_TIMED_OUT
        [0x80338029] = new(GapKind.Timeout), // …_OPERATION_TIMEDOUT
        [0x80338032] = new(Busy), // …_CONCURRENCY
        [0x80338036] = new(Denied), // …_FAILED_AUTHENTICATION
        [0x8033803B] = new(NotSupported), // …_INVALID_RESOURCE_URI: its catalogue knows no WMI
        [0x8033803F] = Quota, // …_QUOTA_LIMIT
        [0x80338042] = new(NotSupported), // …_UNSUPPORTED_FEATURE
        [0x80338083] = Provider, // …_PLUGIN_FAILED
        [0x8033809A] = Provider, // …_PROVIDER_LOAD_FAILED
        [0x803380D7] = OwnPolicy, // …_CLIENT_UNENCRYPTED_HTTP_ONLY
        [0x803380DE] = OwnPolicy, // …_CLIENT_UNENCRYPTED_DISABLED
        [0x803380DF] = OwnPolicy, // …_CLIENT_BASIC_AUTHENTICATION_DISABLED
        [0x803380E1] = OwnPolicy, // …_CLIENT_NEGOTIATE_AUTHENTICATION_DISABLED
        [0x803380E2] = OwnPolicy, // …_CLIENT_KERBEROS_AUTHENTICATION_DISABLED
        [0x803380E3] = OwnPolicy, // …_CLIENT_CERTIFICATES_AUTHENTICATION_DISABLED
        [0x803380E4] = Trusted, // …_SERVER_NOT_TRUSTED
        [0x803380E5] = CimCode.Of(Unreachable, "この相手には -Credential が必要です", "this host needs -Credential"), // …_EXPLICIT_CREDENTIALS_REQUIRED
        [0x803380FA] = new(Unusable), // …_INVALID_URI_WMI_SINGLETON: one was asked for, and there are several
        [0x803380FB] = new(Unusable), // …_INVALID_URI_WMI_ENUM_WQL
        [0x80338102] = new(NotSupported), // …_WMI_PROVIDER_NOT_CAPABLE
        [0x80338103] = new(Unusable), // …_WMI_INVALID_VALUE
        [0x80338104] = CimCode.Of(
            Denied,
            "WMIのサービスがアカウントを拒否しています。管理者で実行してください",
            "the WMI service refuses the account: ask as an administrator"
        ), // …_WMI_SVC_ACCESS_DENIED
        [0x80338105] = CimCode.Of(
            Denied,
            "WMIプロバイダがアカウントを拒否しています。管理者で実行してください",
            "the provider refuses the account: ask as an administrator"
        ), // …_WMI_PROVIDER_ACCESS_DENIED
        [0x80338106] = CimCode.Of(
            Denied,
            "WMIの名前空間の権利（リモートの有効化）を与えてください",
            "give the account Remote Enable on the namespace"
        ), // …_WMI_CANNOT_CONNECT_ACCESS_DENIED
        [0x80338108] = new(Unusable), // …_ENUMERATE_WMI_INVALID_KEY
        [0x8033810B] = Named, // …_KERBEROS_IPADDRESS
        [0x8033810C] = CimCode.Of(
            Unreachable,
            "ワークグループではKerberosを使えません。-UseSsl と -Credential を使ってください",
            "a workgroup has no Kerberos: use -UseSsl and -Credential"
        ), // …_CLIENT_WORKGROUP_NO_KERBEROS
        [0x80338112] = new(Busy), // …_HTTP_SERVICE_UNAVAILABLE_STATUS
        [0x80338113] = new(Unusable), // …_HTTP_NOT_FOUND_STATUS
        [0x8033811E] = new(Unusable), // …_WMI_PROVIDER_INVALID_PARAMETER
        [0x80338122] = new(NotSupported), // …_CANNOT_PROCESS_FILTER: WS-Management's own, of a filter too complex
        [0x80338126] = CimCode.Of(
            Unreachable,
            "電源、名前、ネットワーク、WinRMのファイアウォール規則（ドメインとプライベート）を確認してください",
            "see that it is on and rightly named, and that its firewall lets WinRM in (domain and private profiles)"
        ), // …_NETWORK_TIMEDOUT
        [0x80338138] = new(NotSupported), // …_REQUEST_NOT_SUPPORTED_AT_SERVICE
        [0x8033816D] = Provider, // …_INVALID_PROVIDER_RESPONSE
        [0x80338170] = new(Unusable), // …_HTTP_STATUS_SERVER_ERROR
        [0x80338171] = new(Unusable), // …_HTTP_STATUS_BAD_REQUEST
        [0x80338173] = new(Unusable), // …_HTML_ERROR
        [0x803381A5] = Quota, // …_QUOTA_MAX_SHELLS
        [0x803381A6] = Quota, // …_QUOTA_MAX_OPERATIONS
        [0x803381A7] = Quota, // …_QUOTA_USER
        [0x803381A8] = Quota, // …_QUOTA_SYSTEM
        [0x803381A9] = new(Denied), // …_DIFFERENT_AUTHZ_TOKEN
        [0x803381AB] = Quota, // …_QUOTA_MAX_SHELLUSERS
        [0x803381B9] = CimCode.Of(Unreachable, "名前を解決できません。DNSを確認してください", "the name can't be resolved: look at DNS"), // …_NAME_NOT_RESOLVED
        [0x803381BA] = CimCode.Of(
            Unreachable,
            "TLSの接続が成立しません。HTTPSのリスナーと証明書を確認してください",
            "no TLS connection came about: look at the HTTPS listener and its certificate"
        ), // …_SSL_CONNECTION_ABORTED
        [0x803381BB] = Trusted, // …_DEFAULTAUTH_IPADDRESS
        [0x803381E3] = CimCode.Of(Denied, "ホストのWinRMがこの接続元を許可していません", "WinRM there doesn't allow connections from here"), // …_REMOTE_CONNECTION_NOT_ALLOWED
        [0x803381E5] = Quota, // …_QUOTA_MAX_USERS_PPQ
        [0x803381E7] = Quota, // …_QUOTA_MAX_PLUGINOPERATIONS_PPQ
        [0x803381E8] = Quota, // …_QUOTA_MAX_OPERATIONS_USER_PPQ
        [0x803381EA] = Quota, // …_QUOTA_MIN_REQUIREMENT_NOT_AVAILABLE_PPQ
        [0x803381F0] = CimCode.Of(
            Unreachable,
            "相手がそのホストであると証明できません（相互認証の失敗）。SPNとDNSを確認してください",
            "it can't prove that it is that host (mutual authentication failed): look at its SPN and DNS"
        ), // …_MUTUAL_AUTH_FAILED
    };
}
