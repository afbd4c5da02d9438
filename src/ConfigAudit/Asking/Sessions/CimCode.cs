using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions;

/// <summary>What one code of WMI, WinRM or Windows means to whoever asks.</summary>
/// <param name="Kind">Why there is no answer.</param>
/// <param name="Remedy">What to do about it; null where the kind says all.</param>
internal sealed record CimCode(GapKind Kind, LocalText? Remedy = null)
{
    /// <summary>HRESULT_FROM_WIN32: 0x8007 and the code of Windows.</summary>
    private const uint OfWindows = 0x80070000;

    /// <summary>What a code means; null where it isn't known, and may mean anything.</summary>
    /// <param name="code">An HRESULT, a code of WinRM, or one of Windows as it stands.</param>
    public static CimCode? Find(uint code) =>
        WmiCodes.Known.TryGetValue(code, out var known)
        || WinRmCodes.Known.TryGetValue(code, out known)
        || WindowsCodes.Known.TryGetValue((code & 0xFFFF0000) == OfWindows ? code & 0xFFFF : code, out known)
            ? known
            : null;

    /// <summary>A row of the tables.</summary>
    public static CimCode Of(GapKind kind, string ja, string en) => new(kind, new LocalText(ja, en));

    /// <summary>All that are known, for whoever looks whether they are right.</summary>
    public static IEnumerable<KeyValuePair<uint, CimCode>> All
    {
        get
        {
            foreach (var table in new[] { WmiCodes.Known, WinRmCodes.Known, WindowsCodes.Known })
            {
                foreach (var row in table)
                    yield return row;
            }
        }
    }
}
