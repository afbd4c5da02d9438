using System.Linq;
using System.Net;
using ConfigAudit.Facts;
using ConfigAudit.Registers.Rows;
using ConfigAudit.Values;

namespace ConfigAudit.Registers.Hosts;

/// <summary>Holds a host against the registers of assets and zones.</summary>
internal static class HostPlaces
{
    public static FactSet<HostPlaceFact> Of(Snapshot host, RegisterSet registers)
    {
        var (assets, ranges) = (registers.Of<RegisteredAssetFact>(), registers.Of<ZoneRangeFact>());
        var addresses = host.IPAddresses.Select(text => IPAddress.TryParse(text, out var address) ? address : null).OfType<IPAddress>().Where(address => !address.IsIPv6LinkLocal).ToArray();
        var asset = assets.Items.FirstOrDefault(each => (each.HostName!.Length > 0 && Hostnames.IsOf(host, each.HostName)) || each.Addresses!.Any(address => Hostnames.IsOf(host, address)));
        var rows = ranges.Items.Where(row => addresses.Any(address => AddressRange.TryParse(row.Range, out var range) && range.Contains(address))).ToArray();
        var zones = rows.Select(row => row.Zone).Distinct().ToArray();
        var mayBeAsset = assets.SetGaps.Any() || assets.Items.Any(each => each.Addresses!.Append(each.HostName!).Any(name => name.Length > 0 && Hostnames.MayBeOf(host, name)));
        var isOpen = ranges.SetGaps.Any() || addresses.Length == 0 || host.Zone is null;
        var set = new FactSetBuilder<HostPlaceFact>();
        set.Add(new HostPlaceFact
        {
            ComputerName = host.ComputerName,
            Source = string.Join("; ", new[] { asset?.Source }.Concat(rows.Select(row => row.Source)).OfType<string>()),
            Host = host.ComputerName,
            IsRegistered = asset is not null ? true : mayBeAsset ? null : false,
            Asset = asset?.Asset,
            ZoneOfAddresses = zones.Length == 1 ? zones[0] : null,
            // Of what was read, one address in a wrong zone is enough to say no.
            IsInDeclaredZone = host.Zone is not null && zones.Any(zone => zone != host.Zone) ? false : isOpen ? null : zones.Length > 0,
        });
        foreach (var gap in assets.SetGaps)
            set.Unread(gap, nameof(HostPlaceFact.IsRegistered));
        foreach (var gap in ranges.SetGaps)
            set.Unread(gap, nameof(HostPlaceFact.ZoneOfAddresses), nameof(HostPlaceFact.IsInDeclaredZone));
        if (host.Zone is null)
            set.Unread(new Gap(GapKind.NotCollected, "Zone", "nobody declared this host's zone"), nameof(HostPlaceFact.IsInDeclaredZone));
        Hostnames.Explain(set, host, nameof(HostPlaceFact.IsRegistered), nameof(HostPlaceFact.ZoneOfAddresses), nameof(HostPlaceFact.IsInDeclaredZone));
        return set.Build();
    }
}
