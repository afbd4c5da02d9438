using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>A network of IPv4 addresses.</summary>
internal sealed record Ipv4Network(uint Address, uint Mask)
{
    /// <summary>Null unless both are IPv4. A mask that isn't known leaves the address alone in its network.</summary>
    public static Ipv4Network? Of(string address, string? mask)
    {
        if (Number(address) is not { } number)
            return null;
        // All of the internet is no network, and what is no mask makes none.
        var bits = mask is null || PrefixLength(mask) is not > 0 ? uint.MaxValue : Number(mask)!.Value;
        return new Ipv4Network(number & bits, bits);
    }

    /// <summary>How many there are that don't lie in another one.</summary>
    public static int Count(IReadOnlyCollection<Ipv4Network> networks) =>
        networks.Distinct().Count(network => !networks.Any(network.IsPartOf));

    /// <summary>Whether it lies in the other, and isn't all of it.</summary>
    public bool IsPartOf(Ipv4Network other) => other.Mask < Mask && (Address & other.Mask) == other.Address;

    /// <summary>The mask's ones, "255.255.255.0" being 24; null for what is no mask.</summary>
    public static int? PrefixLength(string mask)
    {
        if (Number(mask) is not { } bits)
            return null;
        var length = Convert.ToString(bits, 2).Count(bit => bit == '1');
        return bits == (length == 0 ? 0 : uint.MaxValue << (32 - length)) ? length : null;
    }

    private static uint? Number(string text)
    {
        if (!IPAddress.TryParse(text, out var address) || address.AddressFamily != AddressFamily.InterNetwork)
            return null;
        var bytes = address.GetAddressBytes();
        return ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
    }
}
