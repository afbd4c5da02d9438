using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using ConfigAudit.Facts;

namespace ConfigAudit.Collectors.Network;

/// <summary>In how many networks a host stands.</summary>
internal static class Homing
{
    /// <summary>
    /// True for two networks on hardware, false for one on all adapters together, else null. An address whose mask isn't told, or is none, may be in any network, and so may an
    /// adapter that is up and of which no addresses are told.
    /// </summary>
    public static bool? IsDual(IReadOnlyList<Adapter> adapters, Gap? gap)
    {
        var up = adapters.Where(adapter => adapter.IsUp != false).ToArray();
        if (Count(up.Where(adapter => adapter.IsPhysical == true && adapter.IsUp == true), mask => mask is not null && Ipv4Network.PrefixLength(mask) > 0) > 1)
            return true;
        var isWhole = gap is null && !up.Any(adapter => adapter.IsUp == true && adapter.Configuration is null);
        // Where all are said to be down, the host answered by one of them.
        var counted = up.Length > 0 ? up : adapters;
        return isWhole && Count(counted, _ => true) <= 1 ? false : null;
    }

    /// <summary>An address that says where a host is: neither loopback nor link-local nor none at all.</summary>
    public static bool IsPlaced(IPAddress address) =>
        !(IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        && !address.ToString().StartsWith("169.254.", StringComparison.Ordinal);

    private static int Count(IEnumerable<Adapter> adapters, Func<string?, bool> counts)
    {
        var networks = new List<Ipv4Network>();
        var sixOnly = 0;
        foreach (var row in adapters.Select(adapter => adapter.Configuration).Where(row => row is not null))
        {
            var texts = row!.Slots("IPAddress") ?? Array.Empty<string>();
            var masks = row.Slots("IPSubnet") ?? Array.Empty<string>();
            var placed = texts.Select((text, at) => (text, mask: at < masks.Count ? masks[at] : null))
                .Where(pair => IPAddress.TryParse(pair.text, out var address) && IsPlaced(address)).ToArray();
            var four = placed.Where(pair => Ipv4Network.Of(pair.text, pair.mask) is not null).ToArray();
            networks.AddRange(four.Where(pair => counts(pair.mask)).Select(pair => Ipv4Network.Of(pair.text, pair.mask)!));
            // One link carries several IPv6 prefixes, so they tell networks apart only where there is no IPv4.
            sixOnly += four.Length == 0 && placed.Length > 0 ? 1 : 0;
        }

        return Ipv4Network.Count(networks) + sixOnly;
    }
}
