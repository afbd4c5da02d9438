using System.Linq;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>What a fault means: by its codes, then by its CIM status, then by its SOAP subcode; never by its text.</summary>
internal static class FaultKinds
{
    /// <summary>ERROR_WSMAN_ENVELOPE_TOO_LARGE, …_ENCODING_LIMIT, …_MAX_ENVELOPE_SIZE, …_EXCEEDED and …_SERVER_ENVELOPE_LIMIT: the answer
    /// didn't fit.</summary>
    private static readonly uint[] TooLarge = { 0x80338026, 0x80338035, 0x80338047, 0x80338048, 0x80338049 };

    public static GapKind Of(WsManFault fault) =>
        CimErrors.Of(fault.Codes, fault.CimStatus)
        ?? fault.Subcode switch
        {
            "AccessDenied" => GapKind.Denied,
            "TimedOut" => GapKind.Timeout,
            "QuotaLimit" or "Concurrency" => GapKind.Busy,
            "UnsupportedFeature" or "ActionNotSupported" => GapKind.NotSupported,
            "EndpointUnavailable" => GapKind.Busy,
            _ => GapKind.Unusable,
        };

    /// <summary>Whether the answer was larger than the envelope allowed, so that smaller pages may pass.</summary>
    public static bool IsTooLarge(WsManFault fault) => fault.Codes.Any(code => TooLarge.Contains(code)) || fault.Subcode == "EncodingLimit";
}
