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

    private static readonly string[] Inner = { ".local", ".lan", ".internal", ".intranet", ".localdomain", ".home.arpa", ".lgwan.jp" };

    private static readonly string[] Anything = { "any", "all", "everything", "internet", "world" };

    /// <summary>Below which everybody of a country has names: *.co.jp, *.lg.jp.</summary>
    private static readonly Regex Everybodys = LinearPattern.Of(
        "^[*][.](?:(?:ac|ad|co|ed|go|gr|lg|ne|or)[.]jp|(?:co|com|net|org|gov|ac)[.][a-z]{2})$",
        RegexOptions.IgnoreCase
    );

    /// <summary>What a network is made of, and no host is called: with a number, too, it is how something is connected.</summary>
    private static readonly string[] NoHost =
    {
        "dhcp",
        "lan",
        "wan",
        "vlan",
        "wlan",
        "wifi",
        "ip",
        "ipv",
        "ipv4",
        "ipv6",
        "mac",
        "tcp",
        "udp",
        "net",
        "network",
        "segment",
        "subnet",
        "localhost",
        "loopback",
        "broadcast",
        "multicast",
        "any",
        "all",
        "every",
        "none",
        "null",
        "auto",
        "static",
        "dynamic",
        "private",
        "public",
        "internal",
        "external",
        "local",
        "global",
        "default",
        "address",
        "port",
        "name",
        "unknown",
        "test",
        "sample",
        "example",
        "dummy",
        "x",
    };

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
        (
            Parts(text).Select(part => Mistake(part)).FirstOrDefault(wrong => wrong is not null)
            ?? HostAddresses.Mistake(text ?? string.Empty, Parts(text).Select(RangeList.Of).OfType<IReadOnlyList<AddressRange>>())
        )
            is { } mistake
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
                    ? ranges.Any(range => !HostAddresses.IsPrivate(range))
                    : part.Contains('.') && !Array.Exists(Inner, end => part.TrimEnd('.').EndsWith(end, StringComparison.OrdinalIgnoreCase))
            );

    private static LocalText? Mistake(string part)
    {
        if (RangeList.Of(part) is { } ranges)
            return HostAddresses.Mistake(part, ranges);
        var name = Name.Match(part);
        if (
            Anything.Contains(part, StringComparer.OrdinalIgnoreCase)
            || part == "*"
            || (name.Groups["any"].Success && (!name.Groups["below"].Success || Everybodys.IsMatch(part)))
        )
        {
            return new LocalText(
                $"'{part}' は限定になりません。対象のアドレス・範囲・ホストを書いてください",
                $"'{part}' is no limit: name the addresses, ranges or hosts that are meant"
            );
        }
        // What ends in a number was meant for an address.
        if (
            name.Success
            && !part.All(letter => char.IsDigit(letter) || letter is '.' or '-')
            && !part.Substring(part.LastIndexOf('.') + 1).All(char.IsDigit)
        )
        {
            return IsHost(part)
                ? null
                : new LocalText(
                    $"'{part}' は1台のホストの名前か分かりません。アドレス、番号や記号で区別できる名前（MN-SV-001）、ドメインまで含めた名前（files.city.example.jp）のいずれかを書いてください",
                    $"'{part}' can't be told to be one host's name: write its address, "
                        + "a name with a number or a hyphen (MN-SV-001), or the name with its domain (files.city.example.jp)"
                );
        }

        return new LocalText(
            $"'{part}' はアドレス・範囲・ホスト名のいずれでもありません（例: 10.20.0.5、10.20.0.0/24、host.example.jp。複数は ; で区切る）",
            $"'{part}' is no address, range or host name: 10.20.0.5, 10.20.0.0/24 or host.example.jp is wanted, several apart by ;"
        );
    }

    /// <summary>
    /// Whether a name can be one host's. One alone is a word (LAN, DHCP, office) unless a number or a hyphen tells it from others, and has more
    /// in it than what networks are made of (VLAN10); one with its domain is a host's unless it means the one that asks (localhost.localdomain).
    /// </summary>
    private static bool IsHost(string name)
    {
        var labels = name.TrimEnd('.').Split('.');
        var words = labels[0]
            .Split(" -_0123456789".ToCharArray(), StringSplitOptions.RemoveEmptyEntries)
            .Where(word => word != "*")
            .ToArray();
        var isNetwork = words.Length > 0 && words.All(word => NoHost.Contains(word, StringComparer.OrdinalIgnoreCase));
        return labels.Length > 1
            ? !labels.Any(label => label.StartsWith("localhost", StringComparison.OrdinalIgnoreCase))
                && !labels.All(label => NoHost.Contains(label, StringComparer.OrdinalIgnoreCase))
            : !isNetwork && words.Length > 0 && labels[0].IndexOfAny("-_0123456789".ToCharArray()) >= 0;
    }
}
