using System;
using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.Mmi;

/// <summary>
/// The width of the provider that answers about the registry. StdRegProv comes in both, and WMI gives a 32-bit client the 32-bit one, whose
/// registry is that
/// of 32-bit programs; a caller may be one without knowing ("Windows PowerShell (x86)", a 32-bit agent). So the 64-bit one is demanded
/// (Microsoft, "Requesting
/// WMI data on a 64-bit platform"), and only a Windows that has 32 bits itself is asked without. Names no type of MMI, so that it can be
/// tried where MMI isn't.
/// </summary>
internal sealed class ProviderWidth
{
    /// <summary>Whether Windows itself has 32 bits: AddressWidth speaks of the running system, and not of the chip.</summary>
    public static readonly CimQuery Question = new("root/cimv2", "Win32_Processor", new[] { "AddressWidth" });

    private static readonly KeyValuePair<string, object>[] Native =
    {
        new("__ProviderArchitecture", 64),
        new("__RequiredArchitecture", true),
    };

    private static readonly KeyValuePair<string, object>[] None = Array.Empty<KeyValuePair<string, object>>();

    /// <summary>In bits; 0 until it had to be asked.</summary>
    private volatile int _windows;

    /// <summary>Whether nobody asked yet how wide Windows is.</summary>
    public bool IsUnknown => _windows == 0;

    /// <summary>The options that a call wants, by name.</summary>
    public IReadOnlyList<KeyValuePair<string, object>> Options(CimCall call) =>
        _windows != 32 && string.Equals(call.Class, "StdRegProv", StringComparison.OrdinalIgnoreCase) ? Native : None;

    /// <summary>Whether the answer may come of a demand that can't be met: WBEM_E_PROVIDER_LOAD_FAILURE, and whatever a transport makes of
    /// it.</summary>
    public static bool MayBeRefused(CimAnswer answer) => answer.Gap?.Kind is GapKind.Unusable or GapKind.NotPresent or GapKind.NotSupported;

    /// <param name="answer">That to <see cref="Question"/>.</param>
    public void Learn(CimAnswer answer)
    {
        if (answer.Gap is null && answer.Rows.Count > 0 && answer.Rows[0].Number("AddressWidth") is { } bits)
            _windows = (int)bits;
    }
}
