using System.Collections.Generic;
using System.Linq;
using System.Net;
using ConfigAudit.Facts;
using ConfigAudit.Registers.Rows;
using ConfigAudit.Values;

namespace ConfigAudit.Registers.Hosts;

/// <summary>Holds a host against the registers of assets and zones.</summary>
internal static class HostPlaces
{
    /// <summary>What a host gives itself where nobody gives it one.</summary>
    private static readonly AddressRange[] OfItsOwn = { AddressRange.Parse("169.254.0.0/16"), AddressRange.Parse("127.0.0.0/8"), AddressRange.Parse("::1") };

    public static FactSet<HostPlaceFact> Of(Snapshot host, RegisterSet registers)
    {
        var (assets, ranges) = (registers.Of<RegisteredAssetFact>(), registers.Of<ZoneRangeFact>());
        var addresses = host.IPAddresses.Select(text => IPAddress.TryParse(text, out var address) ? address : null).OfType<IPAddress>()
            .Where(address => !address.IsIPv6LinkLocal && !OfItsOwn.Any(range => range.Contains(address)))
            .ToArray();
        var asset = assets.Items.FirstOrDefault(each => (each.HostName!.Length > 0 && Hostnames.IsOf(host, each.HostName)) || each.Addresses!.Any(address => Hostnames.IsOf(host, address)));
        var places = addresses.Select(address => (Address: address, Rows: MostSpecific(address, ranges.Items))).ToArray();
        var zones = places.SelectMany(place => place.Rows).Select(row => row.Zone).Distinct().ToArray();
        var mayBeAsset = assets.SetGaps.Any() || assets.Items.Any(each => each.Addresses!.Append(each.HostName!).Any(name => name.Length > 0 && Hostnames.MayBeOf(host, name)));
        // A row that wasn't read may be a range within a range.
        var isOpen = ranges.SetGaps.Any() || addresses.Length == 0 || host.Zone is null;
        var elsewhere = places.Where(place => place.Rows.Length == 0 || place.Rows.Any(row => row.Zone != host.Zone)).Select(place => place.Address.ToString()).ToArray();
        var set = new FactSetBuilder<HostPlaceFact>();
        set.Add(new HostPlaceFact
        {
            ComputerName = host.ComputerName,
            Source = string.Join("; ", new[] { asset?.Source }.Concat(places.SelectMany(place => place.Rows).Distinct().Select(row => row.Source)).OfType<string>()),
            Host = host.ComputerName,
            IsRegistered = asset is not null ? true : mayBeAsset ? null : false,
            Asset = asset?.Asset,
            ZoneOfAddresses = zones.Length == 1 ? zones[0] : null,
            IsInDeclaredZone = isOpen ? null : elsewhere.Length == 0,
            AddressesElsewhere = isOpen ? null : elsewhere,
        });
        foreach (var gap in assets.SetGaps)
            set.Unread(gap, nameof(HostPlaceFact.IsRegistered));
        foreach (var gap in ranges.SetGaps)
            set.Unread(gap, nameof(HostPlaceFact.ZoneOfAddresses), nameof(HostPlaceFact.IsInDeclaredZone), nameof(HostPlaceFact.AddressesElsewhere));
        if (host.Zone is null)
            set.Unread(new Gap(GapKind.NotCollected, "Zone", "nobody declared this host's zone"), nameof(HostPlaceFact.IsInDeclaredZone), nameof(HostPlaceFact.AddressesElsewhere));
        Hostnames.Explain(set, host, nameof(HostPlaceFact.IsRegistered), nameof(HostPlaceFact.ZoneOfAddresses), nameof(HostPlaceFact.IsInDeclaredZone), nameof(HostPlaceFact.AddressesElsewhere));
        return set.Build();
    }

    /// <summary>Of ranges within ranges the innermost; several only where two rows have the same one.</summary>
    private static ZoneRangeFact[] MostSpecific(IPAddress address, IEnumerable<ZoneRangeFact> ranges)
    {
        var holding = ranges.Select(row => (Row: row, Range: AddressRange.Parse(row.Range!))).Where(each => each.Range.Contains(address)).ToArray();
        var most = holding.Select(each => each.Range.Bits).DefaultIfEmpty().Max();
        return holding.Where(each => each.Range.Bits == most).Select(each => each.Row).ToArray();
    }
}
