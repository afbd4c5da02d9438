using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers;

/// <summary>
/// Whether addresses are those that hosts can be given, and few enough to be a limit. IPv4 has them from 1.0.0.0 to 223.255.255.255, but for
/// loopback and what a host gives itself (RFC 1122, RFC 3927, RFC 5771, RFC 1112); IPv6 in 2000::/3 and fc00::/7 (RFC 4291, RFC 4193).
/// </summary>
internal static class HostAddresses
{
    /// <summary>Ranges with fewer bits are no limit: all private addresses of a kind, a provider's whole.</summary>
    private const int PrivateBits = 16,
        ZoneBits = 8,
        PublicBits = 12,
        Ipv6Bits = 32;

    /// <summary>IPv4 addresses that one cell may hold together: a /12.</summary>
    private const long Most = 1L << 20;

    private static readonly AddressRange[] Private = Ranges("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10");

    private static readonly AddressRange[] LocalIpv6 = Ranges("fc00::/7", "fe80::/10");

    private static readonly AddressRange[] UnicastIpv6 = Ranges("2000::/3", "fc00::/7");

    /// <summary>This network, loopback, and what a host gives itself where nobody gives it one.</summary>
    private static readonly AddressRange[] Nobodys = Ranges("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16");

    /// <summary>From here on: multicast, reserved, broadcast.</summary>
    private static readonly AddressRange[] Beyond = Ranges("224.0.0.0/3");

    public static bool IsPrivate(AddressRange range) => Within(range, range.IsIPv6 ? LocalIpv6 : Private);

    /// <summary>What is wrong with the addresses of a flow's end; null for nothing.</summary>
    public static LocalText? Mistake(string part, IReadOnlyCollection<AddressRange> ranges) =>
        ranges.Any(range => range.IsUnspecified || range.Bits < Least(range, PrivateBits)) || Count(ranges) > Most
            ? TooWide(part, PrivateBits)
            : NoHosts(part, ranges) ?? Ambiguous(part, ranges);

    /// <summary>What is wrong with the ranges of a zone, which may be as large as an organisation; null for nothing.</summary>
    public static LocalText? ZoneMistake(string part, IReadOnlyCollection<AddressRange> ranges) =>
        ranges.Any(range => range.IsUnspecified || range.Bits < Least(range, ZoneBits)) ? TooWide(part, ZoneBits) : NoHosts(part, ranges);

    /// <summary>IPv4 addresses, each range by itself.</summary>
    private static long Count(IEnumerable<AddressRange> ranges) =>
        ranges.Where(range => !range.IsIPv6).Sum(range => 1L << (32 - range.Bits));

    /// <summary>What is wrong with all of a cell, of which each part is right; null for nothing.</summary>
    public static LocalText? Mistake(string text, IEnumerable<IReadOnlyList<AddressRange>> parts) =>
        Count(parts.SelectMany(ranges => ranges)) > Most ? TooWide(text, PrivateBits) : null;

    private static LocalText TooWide(string part, int privateBits) =>
        new(
            $"'{part}' は広すぎて限定になりません。対象のアドレスや範囲を書いてください（IPv4は /{privateBits} 以上、"
                + $"グローバルアドレスは /{PublicBits} 以上、IPv6は /{Ipv6Bits} 以上。1つのセルのIPv4は合わせて /{PublicBits} まで）",
            $"'{part}' is so large that it is no limit: name the addresses and ranges that are meant (IPv4 from /{privateBits}, "
                + $"of public addresses from /{PublicBits}; IPv6 from /{Ipv6Bits}; the IPv4 of a cell together up to a /{PublicBits})"
        );

    private static LocalText? NoHosts(string part, IEnumerable<AddressRange> ranges) =>
        ranges.All(IsUnicast)
            ? null
            : new LocalText(
                $"'{part}' は、ホストに割り当てられるアドレスではありません（ループバック、自動設定、マルチキャスト、ブロードキャスト等）。対象のアドレスや範囲を書いてください",
                $"'{part}' is no address that a host can be given (loopback, self-assigned, "
                    + "multicast, broadcast and the like): name the addresses and ranges that are meant"
            );

    /// <summary>10.20.1.0 stands for a network of which the size is missing, and 10.20.1.255 for all hosts of one; /32 says that it is one
    /// host's.</summary>
    private static LocalText? Ambiguous(string part, IReadOnlyCollection<AddressRange> ranges) =>
        ranges.Count == 1
        && ranges.Single() is { IsIPv6: false, Bits: 32 } one
        && part.IndexOfAny(new[] { '/', '-', '~' }) < 0
        && one.Network.GetAddressBytes()[3] is 0 or 255
            ? new LocalText(
                $"'{part}' はネットワーク又はブロードキャストのアドレスです。範囲の大きさ（例: {one.Network}/24）を書くか、1台のホストであれば {one.Network}/32 と書いてください",
                $"'{part}' is the address of a network, or of all hosts of one: "
                    + $"write how large it is (as {one.Network}/24), or {one.Network}/32 where it is one host's"
            )
            : null;

    private static bool IsUnicast(AddressRange range) =>
        range.IsIPv6
            ? Within(range, UnicastIpv6)
            : !Within(range, Beyond) && !Nobodys.Any(each => each.Contains(range.Network) || range.Contains(each.Network));

    private static bool Within(AddressRange range, AddressRange[] all) =>
        all.Any(each => each.Bits <= range.Bits && each.Contains(range.Network));

    private static int Least(AddressRange range, int privateBits) =>
        range.IsIPv6 ? Ipv6Bits
        : Private.Any(each => each.Contains(range.Network)) ? privateBits
        : PublicBits;

    private static AddressRange[] Ranges(params string[] texts) => texts.Select(AddressRange.Parse).ToArray();
}
