using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>The addresses of Win32_NetworkAdapterConfiguration: what is there, and what should be and isn't.</summary>
internal static class Addressing
{
    private const string Source = "root/cimv2:Win32_NetworkAdapterConfiguration";

    /// <summary>IPEnabled, or addresses, whatever that says.</summary>
    public static bool MayHaveAddresses(CimRow? row) =>
        row is not null && (row.Flag("IPEnabled") == true || row.Texts("IPAddress") is { Count: > 0 });

    /// <summary>
    /// Why there may be addresses that weren't told: the class wasn't read whole, or holds nothing (every Windows has configurations, of
    /// adapters of software at least), or an
    /// adapter with IP has none or one that is no address. Null where all are known.
    /// </summary>
    public static Gap? GapOf(CimAnswer configurations)
    {
        if (configurations.Gap is not null)
            return configurations.Gap;
        if (configurations.Rows.Count == 0)
        {
            return new Gap(
                GapKind.Unusable,
                Source,
                new LocalText("インスタンスの応答がない。あり得ない応答である", "the host answered with no instance, which can't be true")
            );
        }

        return configurations.Rows.Any(IsOdd)
            ? new Gap(
                GapKind.Unusable,
                Source,
                new LocalText(
                    "IPを使うアダプタのアドレスが示されないか、アドレスでないものがある",
                    "an adapter that has IP doesn't tell its addresses, or one of them is none"
                )
            )
            : null;
    }

    /// <summary>Texts that are addresses, of all adapters.</summary>
    public static IEnumerable<string> Of(CimAnswer configurations, string name) =>
        configurations
            .Rows.SelectMany(row => row.Texts(name) ?? Enumerable.Empty<string>())
            .Where(text =>
                IPAddress.TryParse(text, out var address) && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any)
            );

    private static bool IsOdd(CimRow row)
    {
        var addresses = row.Slots("IPAddress") ?? Array.Empty<string>();
        return addresses.Any(text => !IPAddress.TryParse(text, out _)) || (addresses.Count == 0 && row.Flag("IPEnabled") != false);
    }
}
