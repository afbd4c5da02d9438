using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Registers.Rows;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>Holds a host against the registers of assets and zones.</summary>
internal static class HostPlaces
{
    /// <summary>What a host gives itself where nobody gives it one.</summary>
    private static readonly AddressRange[] OfItsOwn =
    {
        AddressRange.Parse("169.254.0.0/16"),
        AddressRange.Parse("127.0.0.0/8"),
        AddressRange.Parse("::1"),
    };

    public static FactSet<HostPlaceFact> Of(Snapshot host, RegisterSet registers)
    {
        var (assets, ranges) = (registers.Of<RegisteredAssetFact>(), registers.Of<ZoneRangeFact>());
        var addresses = host
            .IPAddresses.Select(text => IPAddress.TryParse(text, out var address) ? address : null)
            .OfType<IPAddress>()
            .Where(address => !address.IsIPv6LinkLocal && !OfItsOwn.Any(range => range.Contains(address)))
            .ToArray();
        var identity = host.Identity();
        var near = assets.Items.Where(each => Names(each).Any(name => AssetNames.IsOwn(identity, name) == true)).ToArray();
        // A row that says that the machine is gone, or that is another machine's by its name, doesn't register this one by an address,
        // which goes from one to the next.
        // One of which the name couldn't be read may be either.
        var own = near.Where(each => each.HostName is not null && each.Gone is null && IsOne(identity, each)).ToArray();
        var other = own.Length > 0 ? null : near.FirstOrDefault(each => each.Gone is not null || IsAnother(identity, each));
        var unread = own.Length > 0 ? Array.Empty<RegisteredAssetFact>() : assets.Items.Where(each => MayBe(identity, each)).ToArray();
        // The name of the target is somebody's word for it: who answered there is known only from what answered.
        var called =
            own.Length > 0
                ? null
                : assets.Items.FirstOrDefault(each =>
                    each.HostName is not null && each.Gone is null && Names(each).Any(name => identity.Is(name) == true)
                );
        var undecided =
            own.Length > 0 || !identity.IsRead
                ? null
                : assets.Items.FirstOrDefault(each =>
                    each.HostName is not null && each.Gone is null && Whole(each).Any(name => IsUndecided(identity, name))
                );
        var isOne =
            own.Length == 1
            || own.Any(each => (each.Addresses ?? Array.Empty<string>()).Any(address => identity.IsOwn(address) == true))
            || own.Select(each => string.Join(" ", each.HostNames.Select(HostName.Plain))).Distinct().Count() == 1;
        var asset = isOne ? own[0] : null;
        var places = addresses.Select(address => (Address: address, Rows: MostSpecific(address, ranges.Items))).ToArray();
        var zones = places.SelectMany(place => place.Rows).Select(row => row.Zone).Distinct().ToArray();
        var mayBeAsset =
            registers
                .Lost<RegisteredAssetFact>()
                .Any(each => MayBe(identity, each) || Names(each).Any(name => identity.Is(name) != false || Hostnames.MayBeOf(host, name)))
            || unread.Length > 0
            || own.Length > 0
            || called is not null
            || undecided is not null
            || near.Length > 0
            || assets.Items.Any(each => Names(each).Any(name => Hostnames.MayBeOf(host, name)));
        // A row that wasn't read may be a range within a range.
        var unplaced = places.SelectMany(place => place.Rows).Where(row => row.Zone is null).ToArray();
        var isOpen = ranges.SetGaps.Any() || addresses.Length == 0 || host.Zone is null || unplaced.Length > 0;
        var elsewhere = places
            .Where(place => place.Rows.Length == 0 || place.Rows.Any(row => row.Zone != host.Zone))
            .Select(place => place.Address.ToString())
            .ToArray();
        var set = new FactSetBuilder<HostPlaceFact>();
        set.RestsOn(assets, ranges);
        var found = new HostPlaceFact
        {
            ComputerName = host.ComputerName,
            Source = string.Join(
                "; ",
                new[] { asset?.Source }.Concat(places.SelectMany(place => place.Rows).Distinct().Select(row => row.Source)).OfType<string>()
            ),
            Host = host.ComputerName,
            IsRegistered =
                asset is not null ? true
                : mayBeAsset ? null
                : false,
            Asset = asset?.Asset,
            ZoneOfAddresses = zones.Length == 1 ? zones[0] : null,
            IsInDeclaredZone = isOpen ? null : elsewhere.Length == 0,
            AddressesElsewhere = isOpen ? null : elsewhere,
        };
        set.Add(found);
        Doubts.Unread(
            set,
            found,
            unread,
            (nameof(RegisteredAssetFact.HostName), nameof(HostPlaceFact.IsRegistered)),
            (nameof(RegisteredAssetFact.Addresses), nameof(HostPlaceFact.IsRegistered))
        );
        Doubts.Unread(
            set,
            found,
            unplaced,
            (nameof(ZoneRangeFact.Zone), nameof(HostPlaceFact.ZoneOfAddresses)),
            (nameof(ZoneRangeFact.Zone), nameof(HostPlaceFact.IsInDeclaredZone)),
            (nameof(ZoneRangeFact.Zone), nameof(HostPlaceFact.AddressesElsewhere))
        );
        if ((Other(identity, other) ?? Doubt(host, identity, own, called) ?? Undecided(identity, undecided)) is { } doubt)
            set.Unread(doubt, nameof(HostPlaceFact.IsRegistered));
        foreach (var gap in assets.SetGaps)
            set.Unread(gap, nameof(HostPlaceFact.IsRegistered));
        foreach (var gap in ranges.SetGaps)
        {
            set.Unread(
                gap,
                nameof(HostPlaceFact.ZoneOfAddresses),
                nameof(HostPlaceFact.IsInDeclaredZone),
                nameof(HostPlaceFact.AddressesElsewhere)
            );
        }

        if (host.Zone is null)
        {
            set.Unread(
                new Gap(
                    GapKind.NotCollected,
                    "Zone",
                    new LocalText("このホストの領域が示されていない", "nobody declared this host's zone")
                ),
                nameof(HostPlaceFact.IsInDeclaredZone),
                nameof(HostPlaceFact.AddressesElsewhere)
            );
        }

        Hostnames.Unread(
            set,
            host,
            nameof(HostPlaceFact.IsRegistered),
            nameof(HostPlaceFact.ZoneOfAddresses),
            nameof(HostPlaceFact.IsInDeclaredZone),
            nameof(HostPlaceFact.AddressesElsewhere)
        );
        return set.Build();
    }

    /// <summary>Whether what couldn't be read of a row may name the host: its name, or its addresses unless it names another
    /// machine.</summary>
    private static bool MayBe(HostIdentity identity, RegisteredAssetFact asset) =>
        asset.HostName is null || (asset.Addresses is null && !IsAnother(identity, asset));

    private static IEnumerable<string> Names(RegisteredAssetFact asset) =>
        (asset.Addresses ?? Array.Empty<string>()).Concat(Whole(asset)).Where(name => name.Length > 0);

    /// <summary>The names of a row. One that stands there with its domain too is that one: a machine of the same name in another domain isn't
    /// meant.</summary>
    private static IEnumerable<string> Whole(RegisteredAssetFact asset) =>
        asset.HostNames.Where(name =>
            HostName.Suffix(name).Length > 0
            || !asset.HostNames.Any(other => HostName.Suffix(other).Length > 0 && HostName.AreEqual(HostName.Label(other), name))
        );

    /// <summary>Whether a name has a domain of which nobody knows whether it is the host's.</summary>
    private static bool IsUndecided(HostIdentity identity, string name) =>
        AssetNames.IsOwn(identity, name) is null && AssetNames.IsOwn(identity, AssetNames.Bare(name)) == true;

    /// <summary>
    /// Whether a row that has a name or an address of the host is the host's. One that names machines is, by an address alone, only where just
    /// the domain of the name is open, since the host is known to be in none.
    /// </summary>
    private static bool IsOne(HostIdentity identity, RegisteredAssetFact asset) =>
        asset.HostNames.Count == 0
        || Whole(asset).Any(name => AssetNames.IsOwn(identity, name) == true)
        || (identity.IsRead && !identity.MayHaveDomain && Whole(asset).Any(name => IsUndecided(identity, name)));

    /// <summary>Whether a row names machines, of which the host is none; null names may be its own.</summary>
    private static bool IsAnother(HostIdentity identity, RegisteredAssetFact asset) =>
        asset.HostNames.Count > 0 && Whole(asset).All(name => AssetNames.IsOwn(identity, name) == false);

    private static Gap? Undecided(HostIdentity identity, RegisteredAssetFact? asset) =>
        asset is null
            ? null
            : new Gap(
                GapKind.Unusable,
                "Assets",
                identity.Domain is { } domain
                    ? new LocalText(
                        $"台帳の {asset.HostName} が、ドメイン {domain} に参加しているこのホストか、同じ名前の別のホストか分からない。台帳にアドレスを記入してください",
                        $"whether {asset.HostName} of the register is this host, a member of {domain}, or another of its name isn't known: write its addresses"
                    )
                    : new LocalText(
                        $"台帳の {asset.HostName} が、ドメインに参加していないこのホストか、同じ名前の別のホストか分からない。台帳にアドレスを記入してください",
                        $"whether {asset.HostName} of the register is this host, a member of no domain, or another of its name isn't known: write its addresses"
                    )
            );

    /// <summary>As the machine calls itself, with the domain that it is a member of.</summary>
    private static string OwnName(HostIdentity identity) =>
        identity.Domain is null ? $"{identity.Dns ?? identity.NetBios}" : $"{identity.Dns ?? identity.NetBios}.{identity.Domain}";

    private static Gap? Other(HostIdentity identity, RegisteredAssetFact? other) =>
        other is null
            ? null
            : new Gap(
                GapKind.Unusable,
                "Assets",
                other.Gone is { } gone
                    ? new LocalText(
                        $"台帳の「{other.Asset}」は、現にある機器のものではない（「{gone}」）が、ホストの名前又はアドレスが同じ。現在あるものを登録してください",
                        $"by the register, '{other.Asset}' is gone, or is no machine ('{gone}'), "
                            + "and the host has its name or address: register what is there now"
                    )
                    : new LocalText(
                        $"台帳ではホストのアドレスは {other.HostName} のものだが、応答したホストの名前は {OwnName(identity)}。その名前で登録してください",
                        $"the register has the host's address as that of {other.HostName}, and what answered there calls itself {OwnName(identity)}: register it by its name"
                    )
            );

    /// <summary>Why it isn't known which asset it is, though the register has one that seems to be it.</summary>
    private static Gap? Doubt(Snapshot host, HostIdentity identity, RegisteredAssetFact[] own, RegisteredAssetFact? called)
    {
        if (!host.IsRead && !identity.IsRead)
        {
            return new Gap(
                GapKind.NotCollected,
                host.ComputerName,
                new LocalText("ホストを読んでいない: ", "the host wasn't read: ").Then(
                    host.Gaps.Select(gap => gap.Told).FirstOrDefault() ?? new LocalText("問い合わせていない", "it wasn't asked")
                )
            );
        }

        if (own.Length > 1)
        {
            return new Gap(
                GapKind.Unusable,
                "Assets",
                new LocalText(
                    $"ホストは {string.Join("、", own.Select(each => each.HostName))} のいずれか分からない。台帳にアドレスを記入してください",
                    $"the host may be any of {string.Join(", ", own.Select(each => each.HostName))}: write its addresses"
                )
            );
        }

        if (own.Length == 0 && identity.MayHaveDomain)
        {
            return new Gap(
                GapKind.Unusable,
                "root/cimv2:Win32_ComputerSystem",
                new LocalText("ホストの参加しているドメインが分からない", "the domain that the host is a member of isn't known, if any")
            );
        }

        return called is not null && identity.IsCalledOtherwise
            ? new Gap(
                GapKind.Unusable,
                "root/cimv2:Win32_ComputerSystem",
                new LocalText(
                    $"台帳には {identity.Called} とあるが、応答したホストの名前は {identity.Dns ?? identity.NetBios}",
                    $"the register has {identity.Called}, and what answered there calls itself {identity.Dns ?? identity.NetBios}"
                )
            )
            : null;
    }

    /// <summary>Of ranges within ranges the innermost; several only where two rows have the same one.</summary>
    private static ZoneRangeFact[] MostSpecific(IPAddress address, IEnumerable<ZoneRangeFact> ranges)
    {
        var holding = ranges
            .SelectMany(row => row.Ranges.Select(range => (Row: row, Range: range)))
            .Where(each => each.Range.Contains(address))
            .ToArray();
        var most = holding.Select(each => each.Range.Bits).DefaultIfEmpty().Max();
        return holding.Where(each => each.Range.Bits == most).Select(each => each.Row).Distinct().ToArray();
    }
}
