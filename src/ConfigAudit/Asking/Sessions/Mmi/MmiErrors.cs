using System;
using System.Globalization;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.Mmi;

/// <summary>What an error of MMI means. Names no type of it, so that it can be tried where MMI isn't.</summary>
internal static class MmiErrors
{
    private const string Prefix = "HRESULT 0x";

    /// <param name="status">NativeErrorCode, a CIM status code.</param>
    /// <param name="code">error_Code of the error's data, an HRESULT: the provider's own, and more particular than the status.</param>
    /// <param name="messageId">"HRESULT 0x800706ba", where the data has no code.</param>
    public static GapKind Kind(int status, object? code, string? messageId) =>
        CimErrors.Of((code as uint? ?? Code(messageId)) is { } hresult and not 0 ? new[] { hresult } : Array.Empty<uint>(), status) ?? GapKind.Unusable;

    private static uint? Code(string? messageId) =>
        messageId is not null && messageId.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && uint.TryParse(messageId.Substring(Prefix.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) ? code : null;
}
