using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>
/// A route in force: MSFT_NetRoute of root/StandardCimv2 (Windows 8 and Server 2012 or later). Where that isn't there, Win32_IP4RouteTable
/// of root/cimv2,
/// which knows no IPv6.
/// </summary>
public sealed record RouteFact : Fact
{
    /// <summary>MSFT_NetRoute.DestinationPrefix, or Win32_IP4RouteTable.Destination and Mask: "10.20.0.0/16".</summary>
    public string? Destination { get; init; }

    /// <summary>NextHop. "0.0.0.0" and "::" are the link itself.</summary>
    public string? NextHop { get; init; }

    /// <summary>MSFT_NetRoute.RouteMetric, or Win32_IP4RouteTable.Metric1. The former leaves the interface's metric out, the latter has it
    /// in.</summary>
    [Noise] // Windows reckons it from the link's speed.
    public long? Metric { get; init; }

    /// <summary>MSFT_NetRoute.InterfaceAlias. Win32_IP4RouteTable doesn't tell.</summary>
    public string? Interface { get; init; }

    /// <summary>InterfaceIndex.</summary>
    [Noise] // Given out anew when Windows starts.
    public long? InterfaceIndex { get; init; }

    /// <summary>Whether it leads everywhere: 0.0.0.0/0 or ::/0.</summary>
    public bool? IsDefault { get; init; }

    internal override string Label => Destination ?? "(route)";

    internal override string Key => $"{Destination}|{NextHop}|{Interface}";
}
