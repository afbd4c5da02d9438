using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace ConfigAudit.Base.Values;

/// <summary>Addresses in CIDR notation (RFC 4632, RFC 4291), a network of IPv4 by its mask, or one address. Two are the same that hold the
/// same addresses.</summary>
internal readonly struct AddressRange : IEquatable<AddressRange>
{
    private readonly byte[] _network;
    private readonly int _bits;

    private AddressRange(byte[] network, int bits) => (_network, _bits) = (network, bits);

    /// <summary>How many bits its addresses have in common.</summary>
    public int Bits => _bits;

    public bool IsIPv6 => _network.Length == 16;

    /// <summary>The address that it is written with.</summary>
    public IPAddress Network => new(_network);

    /// <summary>0.0.0.0 or ::, which stand for any address.</summary>
    public bool IsUnspecified => _network.All(part => part == 0);

    /// <exception cref="FormatException">It is none.</exception>
    public static AddressRange Parse(string text) =>
        TryParse(text, out var range) ? range : throw new FormatException($"'{text}' is no range of addresses");

    /// <summary>False for anything else, a name among them.</summary>
    public static bool TryParse(string? text, out AddressRange range)
    {
        range = default;
        var parts = (text ?? string.Empty).Trim().Split('/');
        if (
            parts.Length > 2
            || !IPAddress.TryParse(parts[0], out var address)
            || (address.AddressFamily == AddressFamily.InterNetwork && !IsDecimal(parts[0]))
        )
        {
            return false;
        }

        var bytes = address.GetAddressBytes();
        var bits = bytes.Length * 8;
        if (
            parts.Length == 2
            && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out bits) || bits > bytes.Length * 8)
        )
        {
            return false;
        }

        range = new AddressRange(bytes, bits);
        return true;
    }

    /// <summary>
    /// The network of an address by its mask; null unless both are IPv4. All of the internet is no network, and what is no mask makes none:
    /// the address is alone in its network.
    /// </summary>
    public static AddressRange? Of(string address, string? mask) =>
        IPAddress.TryParse(address, out var parsed) && parsed.AddressFamily == AddressFamily.InterNetwork
            ? new AddressRange(parsed.GetAddressBytes(), mask is not null && PrefixLength(mask) is > 0 and var bits ? bits : 32)
            : null;

    /// <summary>A mask's ones, "255.255.255.0" being 24; null for what is no mask.</summary>
    public static int? PrefixLength(string mask)
    {
        if (!IPAddress.TryParse(mask, out var address) || address.AddressFamily != AddressFamily.InterNetwork)
            return null;
        var bits = string.Concat(address.GetAddressBytes().Select(part => Convert.ToString(part, 2).PadLeft(8, '0')));
        return bits.Contains("01") ? null : bits.Count(bit => bit == '1');
    }

    /// <summary>How many there are that don't lie in another one.</summary>
    public static int Count(IReadOnlyCollection<AddressRange> ranges) =>
        ranges.Distinct().Count(range => !ranges.Any(other => range.IsPartOf(other)));

    /// <summary>Whether it lies in the other, and isn't all of it.</summary>
    public bool IsPartOf(AddressRange other) => other._bits < _bits && other.Contains(Network);

    public bool Contains(IPAddress address) =>
        address.GetAddressBytes() is var bytes && bytes.Length == _network.Length && Held(bytes).SequenceEqual(Held(_network));

    public bool Equals(AddressRange other) => _bits == other._bits && other.Contains(Network);

    public override bool Equals(object? obj) => obj is AddressRange other && Equals(other);

    public override int GetHashCode() => Held(_network).Aggregate(_bits, (hash, part) => unchecked((hash * 31) + part));

    /// <summary>The bits of an address that those of the range have in common.</summary>
    private IEnumerable<byte> Held(byte[] address)
    {
        var bits = _bits;
        return address.Select((part, at) => (byte)(part & (0xFF << Math.Max(0, Math.Min(8, 8 - (bits - (8 * at)))))));
    }

    /// <summary>Four numbers without a leading zero, which some read as octal: 010 may be 8 or 10.</summary>
    private static bool IsDecimal(string address) =>
        address.Split('.') is { Length: 4 } numbers && numbers.All(number => number.Length == 1 || number[0] != '0');
}
