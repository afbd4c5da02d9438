using System;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace ConfigAudit.Base.Values;

/// <summary>Addresses in CIDR notation (RFC 4632, RFC 4291), or one address.</summary>
internal readonly struct AddressRange
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
    public static AddressRange Parse(string text) => TryParse(text, out var range) ? range : throw new FormatException($"'{text}' is no range of addresses");

    /// <summary>False for anything else, a name among them.</summary>
    public static bool TryParse(string? text, out AddressRange range)
    {
        range = default;
        var parts = (text ?? string.Empty).Trim().Split('/');
        if (parts.Length > 2 || !IPAddress.TryParse(parts[0], out var address) || (address.AddressFamily == AddressFamily.InterNetwork && !IsDecimal(parts[0])))
            return false;
        var bytes = address.GetAddressBytes();
        var bits = bytes.Length * 8;
        if (parts.Length == 2 && (!int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out bits) || bits > bytes.Length * 8))
            return false;
        range = new AddressRange(bytes, bits);
        return true;
    }

    public bool Contains(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        if (bytes.Length != _network.Length)
            return false;
        for (var i = 0; i < bytes.Length; i++)
        {
            var mask = (byte)(0xFF << Math.Max(0, Math.Min(8, 8 - (_bits - (8 * i)))));
            if ((bytes[i] & mask) != (_network[i] & mask))
                return false;
        }

        return true;
    }

    /// <summary>Four numbers without a leading zero, which some read as octal: 010 may be 8 or 10.</summary>
    private static bool IsDecimal(string address) => address.Split('.') is { Length: 4 } numbers && numbers.All(number => number.Length == 1 || number[0] != '0');
}
