using System.Collections.Generic;
using ConfigAudit.Facts;
using static ConfigAudit.Facts.GapKind;

namespace ConfigAudit.Asking.Sessions;

/// <summary>WBEMSTATUS ([MS-WMI] §2.2.11, wbemcli.h): what WMI itself says, whichever way it is asked.</summary>
internal static class WmiCodes
{
    public static readonly IReadOnlyDictionary<uint, CimCode> Known = new Dictionary<uint, CimCode>
    {
        [0x80041001] = CimCode.Of(
            Unusable,
            "ホストで winmgmt /verifyrepository を実行し、WMIのイベントログを確認してください",
            "run winmgmt /verifyrepository there, and look at WMI's event log"
        ), // WBEM_E_FAILED
        [0x80041002] = new(NotPresent), // WBEM_E_NOT_FOUND
        [0x80041003] = CimCode.Of(
            Denied,
            "ホストの管理者で実行するか、WMIコントロールでこの名前空間の「リモートの有効化」を与えてください",
            "ask as an administrator, or give the account Remote Enable on this namespace in WMI Control"
        ), // WBEM_E_ACCESS_DENIED
        [0x80041005] = new(Unusable), // WBEM_E_TYPE_MISMATCH
        [0x80041006] = new(Busy), // WBEM_E_OUT_OF_MEMORY
        [0x80041008] = new(Unusable), // WBEM_E_INVALID_PARAMETER
        [0x8004100A] = CimCode.Of(
            Unusable,
            "ホストのWMIが壊れています。winmgmt /verifyrepository を実行してください",
            "WMI is broken there: run winmgmt /verifyrepository"
        ), // WBEM_E_CRITICAL_ERROR
        [0x8004100C] = new(NotSupported), // WBEM_E_NOT_SUPPORTED
        [0x8004100E] = new(NotPresent), // WBEM_E_INVALID_NAMESPACE
        [0x80041010] = new(NotPresent), // WBEM_E_INVALID_CLASS
        [0x80041011] = new(Unusable), // WBEM_E_PROVIDER_NOT_FOUND: the class is there, and what answers for it isn't
        [0x80041013] = CimCode.Of(
            Unusable,
            "WMIプロバイダを読み込めません。その製品を修復するか入れ直してください",
            "the provider can't be loaded: repair or reinstall its product"
        ), // WBEM_E_PROVIDER_LOAD_FAILURE
        [0x80041014] = CimCode.Of(
            Unusable,
            "WMIプロバイダを開始できません。ホストのWMIサービスを再起動してください",
            "the provider can't be started: restart the WMI service there"
        ), // WBEM_E_INITIALIZATION_FAILURE
        [0x80041015] = new(Unreachable), // WBEM_E_TRANSPORT_FAILURE
        [0x80041017] = new(Unusable), // WBEM_E_INVALID_QUERY: a class that lacks a property that was asked for
        [0x80041018] = new(NotSupported), // WBEM_E_INVALID_QUERY_TYPE
        [0x80041024] = new(NotSupported), // WBEM_E_PROVIDER_NOT_CAPABLE
        [0x80041032] = new(Unusable), // WBEM_E_CALL_CANCELLED
        [0x80041033] = new(Busy), // WBEM_E_SHUTTING_DOWN
        [0x80041045] = new(Busy), // WBEM_E_SERVER_TOO_BUSY
        [0x80041055] = new(NotSupported), // WBEM_E_METHOD_NOT_IMPLEMENTED
        [0x80041056] = new(NotSupported), // WBEM_E_METHOD_DISABLED
        [0x80041062] = CimCode.Of(
            Denied,
            "管理者として起動したPowerShellから実行してください",
            "ask from a PowerShell that was started as administrator"
        ), // WBEM_E_PRIVILEGE_NOT_HELD
        [0x80041064] = CimCode.Of(
            Unusable,
            "このコンピュータ自身には -Credential を指定しないでください",
            "leave out -Credential for this computer itself"
        ), // WBEM_E_LOCAL_CREDENTIALS
        [0x80041069] = new(GapKind.Timeout), // WBEM_E_TIMED_OUT
        [0x8004106C] = CimCode.Of(
            Busy,
            "WMIプロバイダの上限（__ProviderHostQuotaConfiguration）に達しています",
            "a limit of WMI's providers is reached (__ProviderHostQuotaConfiguration)"
        ), // WBEM_E_QUOTA_VIOLATION
    };
}
