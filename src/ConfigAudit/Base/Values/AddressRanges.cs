using System.Linq;
using System.Net;
using System.Net.Sockets;

namespace ConfigAudit.Base.Values;

/// <summary>Which addresses the internet carries (IANA special-purpose registries: RFC 6890, RFC 1918, RFC 6598, RFC 3927, RFC
/// 4193).</summary>
internal static class AddressRanges
{
    private static readonly (uint Network, int Bits)[] Inner =
    {
        (0x0A000000, 8),
        (0xAC100000, 12),
        (0xC0A80000, 16),
        (0x64400000, 10),
        (0xA9FE0000, 16),
        (0x7F000000, 8),
        (0x00000000, 8),
    };

    /// <summary>Documentation ranges (RFC 5737, RFC 3849) count as public: they stand for public addresses in examples.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return !(
                IPAddress.IsLoopback(address)
                || address.IsIPv6LinkLocal
                || address.IsIPv6SiteLocal
                || (bytes[0] & 0xFE) == 0xFC
                || address.Equals(IPAddress.IPv6Any)
            );
        }

        var number = ((uint)bytes[0] << 24) | ((uint)bytes[1] << 16) | ((uint)bytes[2] << 8) | bytes[3];
        return !Inner.Any(range => number >> (32 - range.Bits) == range.Network >> (32 - range.Bits));
    }
}
