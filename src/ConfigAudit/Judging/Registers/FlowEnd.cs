using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Registers.Hosts;

namespace ConfigAudit.Judging.Registers;

/// <summary>
/// Where a flow begins or leads: addresses, ranges of them and names of hosts, several apart by a semicolon; *.example.jp stands for each
/// name below
/// it.
/// </summary>
internal static class FlowEnd
{
    private static readonly char[] Separators = { ';', ',', '、', '\n', '\r' };

    /// <summary>Ranges with fewer bits are no limit: half the world, or a provider's whole.</summary>
    private const int PrivateBits = 8,
        PublicBits = 12,
        Ipv6Bits = 32;

    private static readonly AddressRange[] Private = new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10" }
        .Select(AddressRange.Parse)
        .ToArray();

    private static readonly AddressRange[] LocalIpv6 = new[] { "fc00::/7", "fe80::/10" }.Select(AddressRange.Parse).ToArray();

    private static readonly string[] Inner = { ".local", ".lan", ".internal", ".intranet", ".localdomain", ".home.arpa", ".lgwan.jp" };

    private static readonly string[] Anything = { "any", "all", "everything", "internet", "world" };

    private static readonly Regex Name = LinearPattern.Of(
        @"^(?<any>\*\.)?[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?(?<below>\.[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?)*$",
        RegexOptions.IgnoreCase
    );

    public static IEnumerable<string> Parts(string? text) =>
        HostileText
            .Compatible(text ?? string.Empty)
            .Split(Separators, StringSplitOptions.RemoveEmptyEntries)
            .Select(part => part.Trim())
            .Where(part => part.Length > 0);

    /// <summary>What is wrong with a cell; null for nothing.</summary>
    public static LocalText? Mistake(LocalText column, string? text) =>
        Parts(text).Select(part => Mistake(part)).FirstOrDefault(wrong => wrong is not null) is { } mistake
            ? new LocalText($"{column.Ja}: {mistake.Ja}", $"{column.En}: {mistake.En}")
            : null;

    /// <summary>Whether it leads to a host by the name or the address that somebody calls it.</summary>
    public static bool LeadsTo(string text, string called) =>
        Parts(text)
            .Any(part =>
                Hostnames.AreEqual(part, called)
                || (
                    part.StartsWith("*.", StringComparison.Ordinal)
                    && called.EndsWith(part.Substring(1), StringComparison.OrdinalIgnoreCase)
                )
                || (
                    IPAddress.TryParse(called, out var address)
                    && RangeList.Of(part) is { } ranges
                    && ranges.Any(range => range.Contains(address))
                )
            );

    /// <summary>Whether a part is an address, or a name, that the internet may have.</summary>
    public static bool IsPublic(string? text) =>
        Parts(text)
            .Any(part =>
                RangeList.Of(part) is { } ranges
                    ? ranges.Any(range => !Array.Exists(range.IsIPv6 ? LocalIpv6 : Private, each => each.Contains(range.Network)))
                    : part.Contains('.') && !Array.Exists(Inner, end => part.TrimEnd('.').EndsWith(end, StringComparison.OrdinalIgnoreCase))
            );

    private static LocalText? Mistake(string part)
    {
        if (AddressRange.TryParse(part, out var range))
            return TooWide(part, new[] { range });
        if (RangeList.Of(part) is { } ranges)
            return TooWide(part, ranges);
        var name = Name.Match(part);
        if (
            Anything.Contains(part, StringComparer.OrdinalIgnoreCase)
            || part == "*"
            || (name.Groups["any"].Success && !name.Groups["below"].Success)
        )
        {
            return new LocalText(
                $"'{part}' は限定になりません。対象のアドレス・範囲・ホストを書いてください",
                $"'{part}' is no limit: name the addresses, ranges or hosts that are meant"
            );
        }
        // What ends in a number was meant for an address.
        return
            name.Success
            && !part.All(letter => char.IsDigit(letter) || letter is '.' or '-')
            && !part.Substring(part.LastIndexOf('.') + 1).All(char.IsDigit)
            ? null
            : new LocalText(
                $"'{part}' はアドレス・範囲・ホスト名のいずれでもありません（例: 10.20.0.5、10.20.0.0/24、host.example.jp。複数は ; で区切る）",
                $"'{part}' is no address, range or host name: 10.20.0.5, 10.20.0.0/24 or host.example.jp is wanted, several apart by ;"
            );
    }

    /// <summary>What is wrong with ranges that are no limit; null for others.</summary>
    public static LocalText? TooWide(string part, IEnumerable<AddressRange> ranges) =>
        ranges.Any(range => range.Bits < Least(range) || range.IsUnspecified)
            ? new LocalText(
                $"'{part}' は広すぎて限定になりません。対象のアドレスや範囲を書いてください（IPv4は /{PrivateBits} 以上、グローバルアドレスは /{PublicBits} 以上、IPv6は /{Ipv6Bits} 以上）",
                $"'{part}' is so large that it is no limit: name the addresses and ranges that are meant (IPv4 from /{PrivateBits}, of public addresses from /{PublicBits}; IPv6 from /{Ipv6Bits})"
            )
            : null;

    private static int Least(AddressRange range) =>
        range.IsIPv6 ? Ipv6Bits
        : Private.Any(each => each.Contains(range.Network)) ? PrivateBits
        : PublicBits;
}
