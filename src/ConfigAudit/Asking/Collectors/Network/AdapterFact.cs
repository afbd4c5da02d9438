using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>
/// A network connection: Win32_NetworkAdapter joined with Win32_NetworkAdapterConfiguration on Index. Adapters without a connection
/// (miniports, tunnels,
/// hardware that was taken out) are left out unless they have an address.
/// </summary>
public sealed record AdapterFact : Fact
{
    /// <summary>Win32_NetworkAdapter.NetConnectionID, as the host's people named it; else its Name.</summary>
    public string? Name { get; init; }

    /// <summary>Win32_NetworkAdapter.Description: what the adapter is.</summary>
    public string? Description { get; init; }

    /// <summary>Win32_NetworkAdapter.MACAddress, "02:00:5E:10:00:01". Empty for an adapter without one, or one that is switched
    /// off.</summary>
    public string? MacAddress { get; init; }

    /// <summary>Win32_NetworkAdapterConfiguration.IPAddress, link-local ones too. Empty without one.</summary>
    [Noise] // Leases of DHCP, and addresses of IPv6 that are temporary by design (RFC 8981).
    public IReadOnlyList<string>? Addresses { get; init; }

    /// <summary>Win32_NetworkAdapterConfiguration.IPSubnet, in the order of <see cref="Addresses"/>: a mask for IPv4, a prefix length for
    /// IPv6.</summary>
    [Noise] // It goes with the addresses.
    public IReadOnlyList<string>? Subnets { get; init; }

    /// <summary>Win32_NetworkAdapterConfiguration.DefaultIPGateway. Empty without one.</summary>
    public IReadOnlyList<string>? Gateways { get; init; }

    /// <summary>Win32_NetworkAdapterConfiguration.DNSServerSearchOrder. Empty without one.</summary>
    public IReadOnlyList<string>? DnsServers { get; init; }

    /// <summary>Win32_NetworkAdapterConfiguration.DHCPEnabled.</summary>
    public bool? DhcpEnabled { get; init; }

    /// <summary>Win32_NetworkAdapter.NetConnectionStatus is 2, connected, or 9, authentication succeeded. Null while it is on the
    /// way.</summary>
    [Noise] // A cable, or the reach of a radio.
    public bool? IsUp { get; init; }

    /// <summary>
    /// Whether it is hardware, as the host sees hardware: a virtual machine's own adapter is. False where Win32_NetworkAdapter.PNPDeviceID
    /// was enumerated by
    /// software (ROOT, SWD), is a Bluetooth network or another adapter's child. Win32_NetworkAdapter.PhysicalAdapter isn't asked: it is
    /// true for VPN adapters too.
    /// </summary>
    public bool? IsPhysical { get; init; }

    internal override string Label => string.IsNullOrEmpty(Name) ? "(unnamed adapter)" : Name!;
}
