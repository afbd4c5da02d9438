using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>In how many networks a host stands.</summary>
internal static class Homing
{
    /// <summary>
    /// True for two networks on hardware, false for one on all adapters together, else null. An address whose mask isn't told, or is none,
    /// may be in any network, and so may an
    /// adapter that is up and of which no addresses are told. Where one adapter's network lies within another's (10.1.0.0/16 in
    /// 10.0.0.0/8), they are one network of which an adapter
    /// has the wrong mask, or two: nothing here tells.
    /// </summary>
    public static bool? IsDual(IReadOnlyList<Adapter> adapters, Gap? gap)
    {
        var up = adapters.Where(adapter => adapter.IsUp != false).ToArray();
        if (
            Count(
                up.Where(adapter => adapter.IsPhysical == true && adapter.IsUp == true),
                mask => mask is not null && AddressRange.PrefixLength(mask) > 0
            ) > 1
        )
        {
            return true;
        }

        var isWhole = gap is null && !up.Any(adapter => adapter.IsUp == true && adapter.Configuration is null);
        // Where all are said to be down, the host answered by one of them.
        var counted = up.Length > 0 ? up : adapters;
        return isWhole && Count(counted, _ => true) <= 1 && !AreNested(counted) ? false : null;
    }

    /// <summary>An address alone (a mask of all ones, or one that isn't told) is no network of its own.</summary>
    private static bool AreNested(IReadOnlyList<Adapter> adapters)
    {
        var networks = adapters
            .SelectMany(
                (adapter, at) =>
                    (adapter.Configuration is { } row ? Placed(row) : Array.Empty<(string text, string? mask)>()).Select(pair =>
                        (at, network: AddressRange.Of(pair.text, pair.mask))
                    )
            )
            .Where(pair => pair.network is not null)
            .ToArray();
        return networks.Any(outer =>
            networks.Any(inner =>
                inner.at != outer.at && inner.network!.Value.IsPartOf(outer.network!.Value) && inner.network.Value.Bits < 32
            )
        );
    }

    /// <summary>The adapters that aren't down, by name, each with what says where it is, for whoever has to look.</summary>
    public static LocalText Describe(IReadOnlyList<Adapter> adapters)
    {
        var seen = adapters
            .Where(adapter => adapter.IsUp != false && adapter.IsConnection)
            .Select(adapter =>
            {
                var name =
                    adapter.Hardware?.Named("NetConnectionID")
                    ?? adapter.Hardware?.Named("Name")
                    ?? adapter.Configuration?.Named("Description")
                    ?? "(unnamed adapter)";
                var places = adapter.Configuration is { } row
                    ? Placed(row).Select(pair => pair.mask is null ? pair.text : $"{pair.text}/{pair.mask}").ToArray()
                    : Array.Empty<string>();
                return LocalText
                    .Of(name)
                    .Because(
                        places.Length == 0 ? new LocalText("アドレスなし", "no address told") : LocalText.Of(string.Join(", ", places))
                    );
            })
            .ToArray();
        return seen.Length == 0 ? new LocalText("示されたものはない", "none is shown") : LocalText.Join(seen.Take(8));
    }

    /// <summary>An address that says where a host is: neither loopback nor link-local nor none at all.</summary>
    public static bool IsPlaced(IPAddress address) =>
        !(IPAddress.IsLoopback(address) || address.IsIPv6LinkLocal || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any))
        && !address.ToString().StartsWith("169.254.", StringComparison.Ordinal);

    private static int Count(IEnumerable<Adapter> adapters, Func<string?, bool> counts)
    {
        var networks = new List<AddressRange>();
        var sixOnly = 0;
        foreach (var row in adapters.Select(adapter => adapter.Configuration).Where(row => row is not null))
        {
            var placed = Placed(row!);
            var four = placed.Where(pair => AddressRange.Of(pair.text, pair.mask) is not null).ToArray();
            networks.AddRange(four.Where(pair => counts(pair.mask)).Select(pair => AddressRange.Of(pair.text, pair.mask)!.Value));
            // One link carries several IPv6 prefixes, so they tell networks apart only where there is no IPv4.
            sixOnly += four.Length == 0 && placed.Length > 0 ? 1 : 0;
        }

        return AddressRange.Count(networks) + sixOnly;
    }

    /// <summary>Its addresses that say where it is, each with its mask.</summary>
    private static (string text, string? mask)[] Placed(CimRow row)
    {
        var masks = row.Slots("IPSubnet") ?? Array.Empty<string>();
        return (row.Slots("IPAddress") ?? Array.Empty<string>())
            .Select((text, at) => (text, mask: at < masks.Count ? masks[at] : null))
            .Where(pair => IPAddress.TryParse(pair.text, out var address) && IsPlaced(address))
            .ToArray();
    }
}
