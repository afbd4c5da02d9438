using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions;

/// <summary>
/// What the codes of CIM, WMI and WinRM mean, whichever session brings them. Only "not there" says anything about the machine, so only
/// codes that can
/// mean nothing else make it.
/// </summary>
internal static class CimErrors
{
    /// <summary>WBEM_E_TYPE_MISMATCH.</summary>
    private const uint TypeMismatch = 0x80041005;

    /// <summary>
    /// ERROR_WSMAN_RESOURCE_NOT_FOUND: of one instance that was asked for by its keys, that it or its class isn't there; of others, that
    /// the namespace isn't, or that no
    /// provider of WinRM answers for it.
    /// </summary>
    private const uint ResourceNotFound = 0x80338000;

    /// <summary>
    /// ERROR_WSMAN_ENUMERATE_CANNOT_PROCESS_FILTER: what WinRM says to a query of a class or namespace that isn't there (recorded from
    /// Server 2008 R2), and to one that
    /// names a property which the class lacks.
    /// </summary>
    private const uint CannotProcessFilter = 0x8033801A;

    /// <summary>What an error means by all that it says; null when it says nothing.</summary>
    /// <param name="codes">HRESULTs and codes of WinRM, the innermost last: that one is the provider's, and the particular one.</param>
    /// <param name="status">A CIM status code (DSP0223 §5.2), which MMI's native codes are too.</param>
    public static GapKind? Of(IReadOnlyList<uint> codes, long? status)
    {
        if (Meant(codes) is { } meant)
            return meant.Kind;
        if (status is null)
            return codes.Any(MayBeAbsent) ? GapKind.Unusable : null;
        // A code that isn't known may mean anything: the status beside it is WinRM's guess, which is "limits exceeded" or "not found" for
        // much. That somebody is refused is believed.
        var general = OfStatus(status.Value);
        return codes.Count == 0 || general == GapKind.Denied ? general : GapKind.Unusable;
    }

    /// <summary>Whether an error may mean that what was asked isn't there, and may mean something else.</summary>
    public static bool MayBeAbsent(IReadOnlyList<uint> codes) => Meant(codes) is null && codes.Any(MayBeAbsent);

    /// <summary>Whether it says that the one thing which was asked for by its keys isn't there.</summary>
    public static bool IsAbsent(IReadOnlyList<uint> codes) => Meant(codes) is null && codes.Contains(ResourceNotFound);

    /// <summary>What to do about it; null where the kind says all.</summary>
    public static LocalText? Remedy(IReadOnlyList<uint> codes) => Meant(codes)?.Remedy;

    /// <summary>That a method returned what it shouldn't.</summary>
    public static LocalText Returned(CimAnswer call) => Returned((call.Rows.Count == 1 ? call.Rows[0] : null)?.Number("ReturnValue"));

    /// <inheritdoc cref="Returned(CimAnswer)"/>
    public static LocalText Returned(long? code)
    {
        var what = code is { } told ? Words(told) : new LocalText("値のない応答", "nothing");
        return new LocalText($"メソッドが{what.Ja}を返した", $"the method returned {what.En}");
    }

    /// <summary>A code, for people: Windows' own are known by their hexadecimal form.</summary>
    public static LocalText Words(long code)
    {
        // A code of 32 bits, which some sessions tell as a negative number.
        if (code is < int.MinValue or > uint.MaxValue)
            return LocalText.Of(code.ToString(CultureInfo.InvariantCulture));
        var bits = unchecked((uint)code);
        var meaning =
            bits == TypeMismatch ? new LocalText("値の型が違う", "the value is of another type")
            : CimCode.Find(bits) is { } known ? MemberNames<GapKind>.Of(known.Kind)
            : null;
        var number = LocalText.Of(FormattableString.Invariant($"0x{bits:X8}"));
        return meaning is null ? number : number.Because(meaning);
    }

    private static bool MayBeAbsent(uint code) => code is ResourceNotFound or CannotProcessFilter;

    /// <summary>The innermost that is known.</summary>
    private static CimCode? Meant(IReadOnlyList<uint> codes) =>
        codes.Reverse().Select(CimCode.Find).FirstOrDefault(known => known is not null);

    private static GapKind OfStatus(long status) =>
        status switch
        {
            2 => GapKind.Denied, // CIM_ERR_ACCESS_DENIED
            3 or 5 or 6 => GapKind.NotPresent, // INVALID_NAMESPACE, INVALID_CLASS, NOT_FOUND
            7 or 16 or 17 => GapKind.NotSupported, // NOT_SUPPORTED, METHOD_NOT_AVAILABLE, METHOD_NOT_FOUND
            27 => GapKind.Busy, // SERVER_LIMITS_EXCEEDED
            _ => GapKind.Unusable,
        };
}
