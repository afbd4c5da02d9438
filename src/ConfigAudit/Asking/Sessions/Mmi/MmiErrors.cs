using System;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.Mmi;

/// <summary>What an error of MMI means. Names no type of it, so that it can be tried where MMI isn't.</summary>
internal static class MmiErrors
{
    /// <param name="status">NativeErrorCode, a CIM status code.</param>
    /// <param name="code">error_Code of the error's data, an HRESULT: the provider's own, and more particular than the status.</param>
    /// <param name="messageId">"HRESULT 0x800706ba", where the data has no code.</param>
    public static GapKind Kind(int status, object? code, string? messageId) =>
        CimErrors.Of(Codes(code, messageId), status) ?? GapKind.Unusable;

    /// <summary>Whether it may mean that what was asked isn't there, and may mean something else.</summary>
    public static bool MayBeAbsent(object? code, string? messageId) => CimErrors.MayBeAbsent(Codes(code, messageId));

    /// <summary>What MMI says, in the language of this computer, and what to do.</summary>
    public static LocalText Told(string message, object? code, string? messageId)
    {
        var said = message.Trim();
        return CimErrors.Remedy(Codes(code, messageId)) is { } remedy
            ? new LocalText($"{said.TrimEnd('.', '。')}。{remedy.Ja}", $"{said.TrimEnd('.', '。')}: {remedy.En}")
            : LocalText.Of(said);
    }

    private static uint[] Codes(object? code, string? messageId) =>
        (code as uint? is { } told and not 0 ? told : Hresult.Of(messageId)) is { } hresult ? new[] { hresult } : Array.Empty<uint>();
}
