using System;
using System.Globalization;

namespace ConfigAudit.Asking.Sessions;

/// <summary>"HRESULT 0x800706ba": how CIM errors of Windows name a code in their MessageID, in every language.</summary>
internal static class Hresult
{
    private const string Prefix = "HRESULT 0x";

    /// <summary>The code; null where the text is another, or nought.</summary>
    public static uint? Of(string? messageId) =>
        messageId is not null
        && messageId.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)
        && uint.TryParse(messageId.Substring(Prefix.Length), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        && code != 0
            ? code
            : null;
}
