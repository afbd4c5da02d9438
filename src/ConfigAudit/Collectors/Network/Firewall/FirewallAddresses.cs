using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Numerics;

namespace ConfigAudit.Collectors.Network.Firewall;

/// <summary>Whether a rule's remote addresses are all there are.</summary>
internal static class FirewallAddresses
{
    private static readonly string[] AllWords = { FirewallRule.Any, "*", "Internet" };

    /// <summary>The words for some: [MS-GPFAS] §2.2.2.13, MSFT_NetAddressFilter.RemoteAddress.</summary>
    private static readonly string[] SomeWords =
    {
        "LocalSubnet", "LocalSubnet4", "LocalSubnet6", "DNS", "DHCP", "WINS", "DefaultGateway", "Intranet", "RmtIntrAnet", "IntranetRemoteAccess", "Ply2Renders", "PlayToTargets", "CaptivePortal",
    };

    private static readonly (AddressFamily Family, BigInteger First, BigInteger Last)[] Everything =
    {
        (AddressFamily.InterNetwork, Number(IPAddress.Parse("1.0.0.0")), Number(IPAddress.Parse("223.255.255.255"))),
        (AddressFamily.InterNetworkV6, Number(IPAddress.Parse("2000::")), Number(IPAddress.Parse("3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"))),
    };

    public static bool? FromAnywhere(IReadOnlyList<string>? addresses)
    {
        if (addresses is null || addresses.Count == 0)
            return null;
        if (addresses.Any(text => Has(AllWords, text)))
            return true;
        var rest = addresses.Where(text => !Has(SomeWords, text)).Select(Range).ToArray();
        var ranges = rest.OfType<(AddressFamily Family, BigInteger First, BigInteger Last)>().OrderBy(range => range.First).ToArray();
        if (Everything.Any(all => Covers(ranges.Where(range => range.Family == all.Family), all.First, all.Last)))
            return true;
        return rest.Length == ranges.Length ? false : null;
    }

    /// <param name="ranges">By their first address.</param>
    /// <param name="first">The first address wanted.</param>
    /// <param name="last">The last address wanted.</param>
    private static bool Covers(IEnumerable<(AddressFamily Family, BigInteger First, BigInteger Last)> ranges, BigInteger first, BigInteger last)
    {
        var next = first;
        foreach (var range in ranges)
        {
            if (range.First > next)
                break;
            next = BigInteger.Max(next, range.Last + 1);
        }

        return next > last;
    }

    /// <summary>An address, a network by mask or length, or a range; null for what is none.</summary>
    private static (AddressFamily Family, BigInteger First, BigInteger Last)? Range(string text)
    {
        var ends = text.Split('-');
        if (ends.Length == 2)
            return Address(ends[0]) is { } first && Address(ends[1]) is { } last && first.AddressFamily == last.AddressFamily ? (first.AddressFamily, Number(first), Number(last)) : null;
        var parts = text.Split('/');
        if (parts.Length > 2 || Address(parts[0]) is not { } address)
            return null;
        var bits = address.GetAddressBytes().Length * 8;
        var length = parts.Length == 1 ? bits : Length(parts[1]);
        if (length is not { } known || known > bits)
            return null;
        var size = BigInteger.One << (bits - known);
        var start = Number(address) / size * size;
        return (address.AddressFamily, start, start + size - 1);
    }

    private static int? Length(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : Ipv4Network.PrefixLength(text);

    /// <summary>In full alone: "1" is an address to .NET.</summary>
    private static IPAddress? Address(string text) =>
        (text.Contains(':') || text.Count(each => each == '.') == 3) && IPAddress.TryParse(text.Trim(), out var address) ? address : null;

    private static BigInteger Number(IPAddress address) => new(Enumerable.Reverse(address.GetAddressBytes()).Append((byte)0).ToArray());

    private static bool Has(string[] words, string text) => words.Contains(text, StringComparer.OrdinalIgnoreCase);
}
