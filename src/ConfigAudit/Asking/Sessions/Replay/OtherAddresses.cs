using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>Other IP and MAC addresses: the same for the same, and such that facts which depend on them stay as they are.</summary>
internal sealed class OtherAddresses
{
    /// <summary>The lowest bit of the first byte (IEEE 802).</summary>
    private static readonly Regex MacOfMany = LinearPattern.Of("^[0-9A-F][13579BDF](:[0-9A-F]{2}){5}$", RegexOptions.IgnoreCase);

    private readonly Dictionary<string, string> _addresses = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, int> _networks = new(StringComparer.Ordinal);

    /// <summary>Words that stand for addresses in rules and settings, and name nobody's.</summary>
    private static readonly HashSet<string> Words = new(
        AddressKeywords.Some.Concat(new[] { "Any", "*", "-", "Internet", "On-link", "LOCAL" }),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>An address, one with its network's mask or the length of its prefix, the two ends of a range, or a word. Anything else is
    /// an address that nobody can read.</summary>
    public string Prefix(string text)
    {
        if (string.IsNullOrWhiteSpace(text) || Words.Contains(text))
            return text;
        if (text.Split('-') is { Length: 2 } ends && ends.All(end => IPAddress.TryParse(end, out _)))
            return string.Join("-", ends.Select(end => IsBound(end) ? end : Address(end)));
        var slash = text.IndexOf('/');
        var mask = slash < 0 ? string.Empty : text.Substring(slash + 1);
        return slash < 0
            ? Address(text)
            : Address(text.Substring(0, slash))
                + "/"
                + (
                    IPAddress.TryParse(mask, out _) || int.TryParse(mask, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                        ? mask
                        : "?"
                );
    }

    /// <summary>A bare number is an address too, to the parser.</summary>
    public static bool IsAddress(string text) => text.IndexOfAny(new[] { '.', ':' }) >= 0 && IPAddress.TryParse(text, out _);

    /// <summary>That nobody has one, or that it is a group's, is a fact. One is written with colons here and with hyphens there.</summary>
    public string Mac(string text)
    {
        var known = text.Replace('-', ':');
        if (known.Trim('0', ':').Length == 0 || MacOfMany.IsMatch(known))
            return text;
        if (!_addresses.TryGetValue(known, out var other))
            _addresses.Add(known, other = $"02:00:5E:00:{_addresses.Count / 256 % 256:X2}:{_addresses.Count % 256:X2}");
        return text.Contains('-') ? other.Replace(':', '-') : other;
    }

    /// <summary>
    /// Into the ranges for documentation (RFC 5737, RFC 3849). Private addresses stay private, and those in one network stay in one, since
    /// facts depend on that.
    /// </summary>
    public string Address(string text)
    {
        if (_addresses.TryGetValue(text, out var other))
            return other;
        var number = _addresses.Count + 1;
        other =
            !IPAddress.TryParse(text, out var address) ? "address-" + number.ToString("000", CultureInfo.InvariantCulture)
            : IPAddress.IsLoopback(address) || IsAny(address) || IsForMany(address) ? text
            : address.AddressFamily == AddressFamily.InterNetworkV6
                ? $"{(address.IsIPv6LinkLocal ? "fe80" : AddressRanges.IsPublic(address) ? "2001:db8" : "fd00")}::{number:x}"
            : text.StartsWith("169.254.", StringComparison.Ordinal) ? $"169.254.0.{number % 250}"
            : AddressRanges.IsPublic(address) ? $"203.0.113.{number % 250}"
            : Private(address.GetAddressBytes());
        _addresses.Add(text, other);
        return other;
    }

    /// <summary>The destination of a default route, the next hop on the link, and the mask of all that isn't there.</summary>
    private static bool IsAny(IPAddress address) => address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);

    /// <summary>Multicast, broadcast, and masks that stand alone.</summary>
    private static bool IsForMany(IPAddress address) =>
        address.IsIPv6Multicast || (address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes()[0] >= 224);

    /// <summary>An end of a range that is no host's: whether the range is all there is depends on it.</summary>
    private static bool IsBound(string text) =>
        text.EndsWith(".0.0.0", StringComparison.Ordinal) || text.EndsWith(".255.255.255", StringComparison.Ordinal);

    private string Private(byte[] address)
    {
        var network = $"{address[0].ToString(CultureInfo.InvariantCulture)}.{address[1].ToString(CultureInfo.InvariantCulture)}.";
        if (!_networks.TryGetValue(network, out var number))
            _networks.Add(network, number = 200 + (_networks.Count % 50));
        return $"10.{number}.{address[2]}.{address[3]}";
    }
}
