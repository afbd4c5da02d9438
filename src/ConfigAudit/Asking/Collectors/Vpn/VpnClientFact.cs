using System;
using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>
/// A VPN client of another vendor, recognised by the catalogue of VPN clients: the driver of a network adapter, or a service. Windows' own
/// connections are <see cref="VpnConnectionFact"/>.
/// </summary>
public sealed record VpnClientFact : Fact, IListedFact
{
    /// <summary>The product's name in the catalogue. Drivers that several products share have an entry of their own.</summary>
    public string? Name { get; init; }

    /// <summary>The vendor, from the catalogue.</summary>
    public string? Vendor { get; init; }

    /// <summary>True of every client seen. A client that the catalogue doesn't know stays unseen; a check that asks for listed ones alone
    /// isn't held up by that.</summary>
    public bool? IsListed { get; init; }

    /// <summary>The day of the catalogue's data by which it was looked for. What came later isn't in it.</summary>
    [Noise] // It goes with the catalogue.
    public DateTime? CatalogEdition { get; init; }

    /// <summary>Whether the catalogue's names of drivers and services are confirmed by a recorded host or a published source.</summary>
    public bool? IsVerified { get; init; }

    /// <summary>What showed it: Win32_NetworkAdapter.ServiceName, Win32_Service.Name, or both.</summary>
    [Noise] // Many clients have an adapter only while they are connected.
    public IReadOnlyList<VpnClientEvidence>? FoundBy { get; init; }

    /// <summary>Win32_Service.State: whether one of its services runs. Null when none of those that the catalogue names is there.</summary>
    [Noise] // Whether somebody uses it at the moment.
    public bool? IsRunning { get; init; }

    /// <summary>
    /// Win32_NetworkAdapter.NetConnectionStatus: whether one of its adapters is connected (2). Null without an adapter of its own: many
    /// clients
    /// make one only while they are connected, or use a driver that others share.
    /// </summary>
    [Noise] // Whether somebody uses it at the moment.
    public bool? IsConnected { get; init; }

    /// <summary>Win32_NetworkAdapter.Description of its adapters, for people to read; empty when it was seen by its service
    /// alone.</summary>
    [Noise] // Many clients have one only while they are connected.
    public IReadOnlyList<string>? Adapters { get; init; }

    internal override string Label => Name ?? "(unnamed client)";
}
