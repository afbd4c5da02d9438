using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>
/// Another device on one of a host's links, as the host knows it now: MSFT_NetNeighbor of root/StandardCimv2 (Windows 8 and Server 2012 or
/// later), the ARP and
/// neighbour discovery caches. It is a matter of minutes who is in there, so a device that isn't is not proven absent. Left out, since
/// Windows keeps hundreds of
/// them: multicast and broadcast addresses, loopback, and addresses that nobody answered at (unreachable or incomplete, without a MAC
/// address).
/// </summary>
[Noise] // A cache of minutes.
public sealed record NeighborFact : Fact
{
    /// <summary>MSFT_NetNeighbor.IPAddress, IPv4 or IPv6.</summary>
    public string? Address { get; init; }

    /// <summary>MSFT_NetNeighbor.LinkLayerAddress, written like <see cref="AdapterFact.MacAddress"/>: "02:00:5E:10:00:01". Empty on a link
    /// that has none.</summary>
    public string? MacAddress { get; init; }

    /// <summary>MSFT_NetNeighbor.InterfaceAlias: mostly what <see cref="AdapterFact.Name"/> is.</summary>
    public string? Interface { get; init; }

    /// <summary>MSFT_NetNeighbor.State.</summary>
    public NeighborState? State { get; init; }

    internal override string Label => Address ?? "(neighbour)";
}
