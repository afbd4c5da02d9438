using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions;

/// <summary>
/// What the codes of CIM, WMI and WinRM mean, whichever session brings them. Only "not there" says anything about the machine, so only codes that can
/// mean nothing else make it. Source: the enumeration WBEMSTATUS ([MS-WMI] §2.2.11) and wsmerror.h.
/// </summary>
internal static class CimErrors
{
    /// <summary>WBEM_E_TYPE_MISMATCH.</summary>
    private const uint TypeMismatch = 0x80041005;

    private static readonly Dictionary<uint, GapKind> ByCode = new()
    {
        [0x80041002] = GapKind.NotPresent, // WBEM_E_NOT_FOUND
        [0x8004100E] = GapKind.NotPresent, // WBEM_E_INVALID_NAMESPACE
        [0x80041010] = GapKind.NotPresent, // WBEM_E_INVALID_CLASS
        [5] = GapKind.Denied, // ERROR_ACCESS_DENIED
        [0x80041003] = GapKind.Denied, // WBEM_E_ACCESS_DENIED
        [0x80070005] = GapKind.Denied, // E_ACCESSDENIED
        [0x8007052E] = GapKind.Denied, // ERROR_LOGON_FAILURE
        [0x80338104] = GapKind.Denied, // ERROR_WSMAN_WMI_SVC_ACCESS_DENIED
        [0x80338105] = GapKind.Denied, // ERROR_WSMAN_WMI_PROVIDER_ACCESS_DENIED
        [0x80338106] = GapKind.Denied, // ERROR_WSMAN_WMI_CANNOT_CONNECT_ACCESS_DENIED
        [0x8004100C] = GapKind.NotSupported, // WBEM_E_NOT_SUPPORTED
        [0x80041024] = GapKind.NotSupported, // WBEM_E_PROVIDER_NOT_CAPABLE
        [0x80041055] = GapKind.NotSupported, // WBEM_E_METHOD_NOT_IMPLEMENTED
        [0x80041056] = GapKind.NotSupported, // WBEM_E_METHOD_DISABLED
        [0x80041069] = GapKind.Timeout, // WBEM_E_TIMED_OUT
        [0x80338029] = GapKind.Timeout, // ERROR_WSMAN_OPERATION_TIMEDOUT
        [0x80338126] = GapKind.Timeout, // ERROR_WSMAN_NETWORK_TIMEDOUT
        [0x8004106C] = GapKind.Busy, // WBEM_E_QUOTA_VIOLATION
        [0x8033803F] = GapKind.Busy, // ERROR_WSMAN_QUOTA_LIMIT
        [0x803381A5] = GapKind.Busy, // ERROR_WSMAN_QUOTA_MAX_SHELLS
        [0x803381A6] = GapKind.Busy, // ERROR_WSMAN_QUOTA_MAX_OPERATIONS
        [0x803381A7] = GapKind.Busy, // ERROR_WSMAN_QUOTA_USER
        [0x803381A8] = GapKind.Busy, // ERROR_WSMAN_QUOTA_SYSTEM
        [0x803381AB] = GapKind.Busy, // ERROR_WSMAN_QUOTA_MAX_SHELLUSERS
        [0x803381E5] = GapKind.Busy, // ERROR_WSMAN_QUOTA_MAX_USERS_PPQ
        [0x803381E7] = GapKind.Busy, // ERROR_WSMAN_QUOTA_MAX_PLUGINOPERATIONS_PPQ
        [0x803381E8] = GapKind.Busy, // ERROR_WSMAN_QUOTA_MAX_OPERATIONS_USER_PPQ
        [0x803381EA] = GapKind.Busy, // ERROR_WSMAN_QUOTA_MIN_REQUIREMENT_NOT_AVAILABLE_PPQ
        [0x800706BA] = GapKind.Unreachable, // RPC_S_SERVER_UNAVAILABLE
        [0x80338012] = GapKind.Unreachable, // ERROR_WSMAN_CANNOT_CONNECT_…: nobody answers at that port
        [0x803380E4] = GapKind.Unreachable, // ERROR_WSMAN_SERVER_NOT_TRUSTED
        [0x803381B9] = GapKind.Unreachable, // ERROR_WSMAN_NAME_NOT_RESOLVED
        [0x803381BA] = GapKind.Unreachable, // ERROR_WSMAN_SSL_CONNECTION_ABORTED
    };

    /// <summary>What an error means by all that it says; null when it says nothing.</summary>
    /// <param name="codes">HRESULTs and codes of WinRM, the innermost last: that one is the provider's, and the particular one.</param>
    /// <param name="status">A CIM status code (DSP0223 §5.2), which MMI's native codes are too.</param>
    public static GapKind? Of(IReadOnlyList<uint> codes, long? status)
    {
        foreach (var code in codes.Reverse())
        {
            if (ByCode.TryGetValue(code, out var kind))
                return kind;
        }

        if (status is null)
            return null;
        // A code that isn't known may mean anything, also where it comes with "not found".
        var general = OfStatus(status.Value);
        return general == GapKind.NotPresent && codes.Count > 0 ? GapKind.Unusable : general;
    }

    /// <summary>What a method returned, for people: Windows' codes are known by their hexadecimal form. Null where it returned nothing.</summary>
    public static string? Words(CimAnswer call) => (call.Rows.Count == 1 ? call.Rows[0] : null)?.Number("ReturnValue") is { } code ? Words(code) : null;

    /// <inheritdoc cref="Words(CimAnswer)"/>
    public static string Words(long code)
    {
        // A code of 32 bits, which some sessions tell as a negative number.
        if (code is < int.MinValue or > uint.MaxValue)
            return code.ToString(CultureInfo.InvariantCulture);
        var bits = unchecked((uint)code);
        var meaning = bits == TypeMismatch ? "the value is of another type" : ByCode.TryGetValue(bits, out var kind) ? MemberNames<GapKind>.Of(kind).En : null;
        return FormattableString.Invariant($"0x{bits:X8}{(meaning is null ? string.Empty : $" ({meaning})")}");
    }

    private static GapKind OfStatus(long status) => status switch
    {
        2 => GapKind.Denied, // CIM_ERR_ACCESS_DENIED
        3 or 5 or 6 => GapKind.NotPresent, // INVALID_NAMESPACE, INVALID_CLASS, NOT_FOUND
        7 or 16 or 17 => GapKind.NotSupported, // NOT_SUPPORTED, METHOD_NOT_AVAILABLE, METHOD_NOT_FOUND
        27 => GapKind.Busy, // SERVER_LIMITS_EXCEEDED
        _ => GapKind.Unusable,
    };
}
