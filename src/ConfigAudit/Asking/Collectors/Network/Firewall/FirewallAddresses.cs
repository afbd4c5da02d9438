using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Numerics;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>Whether a rule's remote addresses are all there are.</summary>
internal static class FirewallAddresses
{
    private static readonly string[] AllWords = { FirewallRule.Any, "*", "Internet" };

    /// <summary>
    /// What the internet carries: of IPv4 all that hosts can have but the private and special ranges (RFC 6890), of IPv6 the half of
    /// 2000::/3 that addresses have been given out of.
    /// </summary>
    private static readonly (AddressFamily Family, BigInteger First, BigInteger Last)[] Internet = new[]
    {
        "1.0.0.0-9.255.255.255",
        "11.0.0.0-100.63.255.255",
        "100.128.0.0-126.255.255.255",
        "128.0.0.0-169.253.255.255",
        "169.255.0.0-172.15.255.255",
        "172.32.0.0-192.167.255.255",
        "192.169.0.0-223.255.255.255",
        "2000::/4",
    }
        .Select(text => Range(text)!.Value)
        .ToArray();

    /// <summary>Whether any address that the internet carries is among them.</summary>
    public static bool HoldPublic(IReadOnlyList<string> addresses)
    {
        var ranges = addresses.Select(Range).OfType<(AddressFamily Family, BigInteger First, BigInteger Last)>().ToArray();
        return ranges.Any(range =>
            Internet.Any(part => part.Family == range.Family && part.First <= range.Last && part.Last >= range.First)
        );
    }

    public static bool? FromAnywhere(IReadOnlyList<string>? addresses)
    {
        if (addresses is null || addresses.Count == 0)
            return null;
        if (addresses.Any(text => Has(AllWords, text)))
            return true;
        var rest = addresses.Where(text => !Has(AddressKeywords.Some, text)).Select(Range).ToArray();
        var ranges = rest.OfType<(AddressFamily Family, BigInteger First, BigInteger Last)>().OrderBy(range => range.First).ToArray();
        if (IsEverybody(ranges, AddressFamily.InterNetwork) || IsEverybody(ranges, AddressFamily.InterNetworkV6))
            return true;
        return rest.Length == ranges.Length ? false : null;
    }

    /// <summary>
    /// A quarter of a family's public addresses, or more, is everybody: whoever leaves out half of the internet limits nobody who looks for
    /// a way in. No list of those that are meant
    /// comes near: all addresses of Japan are a twentieth of IPv4.
    /// </summary>
    private static bool IsEverybody((AddressFamily Family, BigInteger First, BigInteger Last)[] ranges, AddressFamily family)
    {
        var all = Internet.Where(part => part.Family == family).ToArray();
        var held = all.Aggregate(
            BigInteger.Zero,
            (sum, part) => sum + Held(ranges.Where(range => range.Family == family), part.First, part.Last)
        );
        return held * 4 >= all.Aggregate(BigInteger.Zero, (sum, part) => sum + part.Last - part.First + 1);
    }

    /// <param name="ranges">By their first address; they may overlap.</param>
    /// <param name="first">The first address that counts.</param>
    /// <param name="last">The last address that counts.</param>
    private static BigInteger Held(
        IEnumerable<(AddressFamily Family, BigInteger First, BigInteger Last)> ranges,
        BigInteger first,
        BigInteger last
    )
    {
        var (held, next) = (BigInteger.Zero, first);
        foreach (var range in ranges)
        {
            var from = BigInteger.Max(next, range.First);
            var to = BigInteger.Min(last, range.Last);
            held += BigInteger.Max(BigInteger.Zero, to - from + 1);
            next = BigInteger.Max(next, to + 1);
        }

        return held;
    }

    /// <summary>An address, a network by mask or length, or a range; null for what is none.</summary>
    private static (AddressFamily Family, BigInteger First, BigInteger Last)? Range(string text)
    {
        var ends = text.Split('-');
        if (ends.Length == 2)
        {
            return
                Address(ends[0]) is { } first
                && Address(ends[1]) is { } last
                && first.AddressFamily == last.AddressFamily
                && Number(first) <= Number(last)
                ? (first.AddressFamily, Number(first), Number(last))
                : null;
        }

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
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) ? length : AddressRange.PrefixLength(text);

    /// <summary>In full alone: "1" is an address to .NET.</summary>
    private static IPAddress? Address(string text) =>
        (text.Contains(':') || text.Count(each => each == '.') == 3) && IPAddress.TryParse(text.Trim(), out var address) ? address : null;

    private static BigInteger Number(IPAddress address) => new(Enumerable.Reverse(address.GetAddressBytes()).Append((byte)0).ToArray());

    private static bool Has(IEnumerable<string> words, string text) => words.Contains(text, StringComparer.OrdinalIgnoreCase);
}
