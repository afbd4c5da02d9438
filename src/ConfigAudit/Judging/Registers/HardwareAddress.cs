using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers;

/// <summary>
/// The MAC address of a device, as IEEE 802 has it: six octets, of which the first one's lowest bit says that it is one device's and no
/// group's. All zeros, all ones, the same octet six times and a maker of zeros are what stands where nobody looked.
/// </summary>
internal static class HardwareAddress
{
    private static readonly Regex Form = LinearPattern.Of(
        @"^(?:[0-9a-f]{2}([-:]?)(?:[0-9a-f]{2}\1){4}[0-9a-f]{2}|[0-9a-f]{4}(?:\.[0-9a-f]{4}){2})$",
        RegexOptions.IgnoreCase
    );

    /// <summary>What is wrong with a part of a cell; null for nothing.</summary>
    public static LocalText? Mistake(string part) =>
        !Form.IsMatch(part)
            ? new LocalText(
                $"'{part}' はMACアドレスではありません（例: 00-11-22-33-44-55）",
                $"'{part}' is none: 00-11-22-33-44-55 is wanted"
            )
        : IsOfDevice(part) ? null
        : new LocalText(
            $"'{part}' は機器が持ち得るMACアドレスではありません（ブロードキャスト、マルチキャスト、0だけのもの等）。機器のものを書いてください",
            $"'{part}' is none that a device can have (broadcast, multicast, zeros and the like): write the device's own"
        );

    private static bool IsOfDevice(string text)
    {
        var digits = new string(text.Where(Uri.IsHexDigit).ToArray());
        var octets = Enumerable
            .Range(0, 6)
            .Select(at => int.Parse(digits.Substring(2 * at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            .ToArray();
        return (octets[0] & 1) == 0 && octets.Distinct().Count() > 1 && octets.Take(3).Any(octet => octet != 0);
    }
}
