using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>
/// Where a host stands in the network, and the protocols and proxies that it takes part in. What a switch or a firewall outside of it lets
/// through can't be
/// seen from here: a default route is no proof of the internet, and a host without a public address may reach it through a proxy or NAT.
/// </summary>
public sealed record NetworkFact : Fact
{
    private const string Adapters = "root/cimv2:Win32_NetworkAdapter";
    private const string Configurations = "root/cimv2:Win32_NetworkAdapterConfiguration";
    private const string Routes = "root/StandardCimv2:MSFT_NetRoute";
    private const string RouteTable = "root/cimv2:Win32_IP4RouteTable";
    private const string SmbServer = "root/Microsoft/Windows/SMB:MSFT_SmbServerConfiguration.GetConfiguration";
    private const string SmbClient = "root/Microsoft/Windows/SMB:MSFT_SmbClientConfiguration.GetConfiguration";
    private const string ServerKey = @"registry:HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\LanmanServer\Parameters";
    private const string ClientKey = @"registry:HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\LanmanWorkstation\Parameters";
    private const string Resolver = @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows NT\DNSClient";
    private const string ProxyPolicy = @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\CurrentVersion\Internet Settings";
    private const string Edge = @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Edge";
    private const string MachineProxy = @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings";
    private const string PersonsProxy = @"registry:HKEY_USERS\*\SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings";

    /// <summary>
    /// Whether adapters of hardware (see <see cref="AdapterFact.IsPhysical"/>) have addresses in more than one network: IPv4 networks by
    /// address and mask
    /// (Win32_NetworkAdapterConfiguration.IPAddress and IPSubnet), and one for an adapter that has none but IPv6. Loopback and link-local
    /// addresses don't count.
    /// False when all adapters together are in one network at most. Null when one adapter's network lies within another's, so that a mask
    /// is wrong or there are two, and when another network is on an adapter of software: a VPN, a virtual switch with
    /// a network of its own, or one that stands for hardware; which of them can't be told. Networks on hardware that is switched off or
    /// unplugged don't count.
    /// </summary>
    [ReadFrom(Adapters, Configurations)]
    public bool? IsDualHomed { get; init; }

    /// <summary>Whether an address (Win32_NetworkAdapterConfiguration.IPAddress) is one that the internet carries.</summary>
    [ReadFrom(Configurations)]
    public bool? HasPublicAddress { get; init; }

    /// <summary>Whether there is a route to everywhere, 0.0.0.0/0 or ::/0, or a default gateway. Says nothing about how far it
    /// leads.</summary>
    [ReadFrom(Configurations, Routes, RouteTable)]
    public bool? HasDefaultRoute { get; init; }

    /// <summary>Win32_NetworkAdapterConfiguration.DefaultIPGateway of all adapters. Empty without one.</summary>
    [ReadFrom(Configurations)]
    public IReadOnlyList<string>? DefaultGateways { get; init; }

    /// <summary>Win32_NetworkAdapterConfiguration.DNSServerSearchOrder of all adapters. Empty without one.</summary>
    [ReadFrom(Configurations)]
    public IReadOnlyList<string>? DnsServers { get; init; }

    /// <summary>
    /// The proxies in force: ProxyServer where ProxyEnable is 1, of <c>SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings</c> of
    /// the machine and of the
    /// people who are logged on, and ProxyServer of Edge's policies (<c>HKLM\SOFTWARE\Policies\Microsoft\Edge</c>) where their ProxyMode is
    /// fixed_servers: in every other mode,
    /// and without one, Edge ignores it. As they stand there. Empty without one.
    /// People who aren't logged on, WinHTTP's own setting (binary) and Edge's ProxySettings (JSON) aren't in here.
    /// </summary>
    [ReadFrom(MachineProxy, PersonsProxy, Edge)]
    public IReadOnlyList<string>? ProxyServers { get; init; }

    /// <summary>The scripts that choose a proxy: AutoConfigURL of the same keys, and ProxyPacUrl of Edge's policies where their ProxyMode
    /// is pac_script. Empty without one.</summary>
    [ReadFrom(MachineProxy, PersonsProxy, Edge)]
    public IReadOnlyList<string>? AutoConfigUrls { get; init; }

    /// <summary>
    /// ProxySettingsPerUser of <c>HKLM\SOFTWARE\Policies\Microsoft\Windows\CurrentVersion\Internet Settings</c>: false when policy makes
    /// the machine's proxy everyone's.
    /// True where it isn't set.
    /// </summary>
    [ReadFrom(ProxyPolicy)]
    public bool? ProxyPerUser { get; init; }

    /// <summary>
    /// Whether the host serves SMB 1: EnableSMB1Protocol of MSFT_SmbServerConfiguration.GetConfiguration (root/Microsoft/Windows/SMB,
    /// Windows 8 and Server 2012
    /// or later), else SMB1 of <c>HKLM\SYSTEM\CurrentControlSet\Services\LanmanServer\Parameters</c>. What absence means there differs by
    /// Windows: null.
    /// </summary>
    [ReadFrom(SmbServer, ServerKey)]
    public bool? Smb1Server { get; init; }

    /// <summary>RequireSecuritySignature of MSFT_SmbServerConfiguration.GetConfiguration, else of <c>…\LanmanServer\Parameters</c>. Its
    /// default differs by Windows: absent is null.</summary>
    [ReadFrom(SmbServer, ServerKey)]
    public bool? SmbServerSigningRequired { get; init; }

    /// <summary>RequireSecuritySignature of MSFT_SmbClientConfiguration.GetConfiguration, else of <c>…\LanmanWorkstation\Parameters</c>.
    /// Its default differs by Windows: absent is null.</summary>
    [ReadFrom(SmbClient, ClientKey)]
    public bool? SmbClientSigningRequired { get; init; }

    /// <summary>EnableMulticast of <c>HKLM\SOFTWARE\Policies\Microsoft\Windows NT\DNSClient</c> (link-local multicast name resolution).
    /// Absent: on.</summary>
    [ReadFrom(Resolver)]
    public bool? LlmnrEnabled { get; init; }

    /// <summary>
    /// Whether NetBIOS over TCP/IP is on at any adapter: Win32_NetworkAdapterConfiguration.TcpipNetbiosOptions where IPEnabled. 1 is on, 2
    /// is off, 0 is as the
    /// DHCP server says: on for an address that is fixed, and not known for one from DHCP.
    /// </summary>
    [ReadFrom(Configurations)]
    public bool? NetBiosEnabled { get; init; }

    internal override string Label => "network";
}
