using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network;

/// <summary>
/// A rule of Windows Firewall that is on, is about inbound connections, allows them, and can open SMB, Remote Desktop, WinRM or RPC. Rules
/// of the machine are
/// MSFT_NetFirewallRule of root/StandardCimv2 (Windows 8 and Server 2012 or later) and its filters, which a plain query lists of the
/// machine's own store
/// alone; those of group policy (<c>HKLM\SOFTWARE\Policies\Microsoft\WindowsFirewall\FirewallRules</c>) and of device management
/// (<c>HKLM\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\Mdm\FirewallRules</c>) are texts ([MS-GPFAS]
/// §2.2.2.19).
/// A rule for every port, or for a range, that is bound to a program, a Windows service or an app other than those that answer at these
/// ports is left out: it
/// is about that one's own ports. Rules that programs add until the next start can't be seen, and settings of Windows XP's kind in group
/// policy that let these services in are a
/// gap. A rule's local addresses, interfaces and remote ports don't count. A firewall of another vendor may have taken Windows Firewall's
/// place.
/// </summary>
public sealed record FirewallRuleFact : Fact
{
    private const string Rules = "root/StandardCimv2:MSFT_NetFirewallRule";
    private const string PortFilters = "root/StandardCimv2:MSFT_NetProtocolPortFilter";
    private const string AddressFilters = "root/StandardCimv2:MSFT_NetAddressFilter";
    private const string ProgramFilters = "root/StandardCimv2:MSFT_NetApplicationFilter";
    private const string ServiceFilters = "root/StandardCimv2:MSFT_NetServiceFilter";
    private const string SecurityFilters = "root/StandardCimv2:MSFT_NetNetworkLayerSecurityFilter";
    private const string PolicyRules = @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\WindowsFirewall\FirewallRules";
    private const string DeviceRules =
        @"registry:HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy\Mdm\FirewallRules";

    /// <summary>MSFT_NetFirewallRule.InstanceID, or the name of the registry value.</summary>
    public string? Id { get; init; }

    /// <summary>MSFT_NetFirewallRule.DisplayName, in the host's language, or Name of the text: "@FirewallAPI.dll,-28775" for one that comes
    /// with Windows. For the reader alone.</summary>
    public string? Name { get; init; }

    /// <summary>What it can open.</summary>
    [ReadFrom(Rules, PolicyRules, DeviceRules, PortFilters, ProgramFilters, ServiceFilters)]
    public IReadOnlyList<RemoteService>? Services { get; init; }

    /// <summary>
    /// Whether it does open them: true for a rule that is bound to nothing, or to the programs and Windows services that answer at these
    /// ports. Null where that
    /// can't be told: it names the port, but is bound to another program; or to a local user or a version of Windows; or its ports aren't
    /// understood.
    /// </summary>
    [ReadFrom(Rules, PolicyRules, DeviceRules, PortFilters, ProgramFilters, ServiceFilters)]
    public bool? OpensServices { get; init; }

    /// <summary>MSFT_NetProtocolPortFilter.Protocol, or Protocol of the text: "TCP", "UDP", or "Any".</summary>
    [ReadFrom(Rules, PolicyRules, DeviceRules, PortFilters)]
    public string? Protocol { get; init; }

    /// <summary>MSFT_NetProtocolPortFilter.LocalPort, or LPort of the text: numbers, ranges ("5000-5010") and words ("RPC", "RPC-EPMap").
    /// "Any" for every port.</summary>
    [ReadFrom(Rules, PolicyRules, DeviceRules, PortFilters)]
    public IReadOnlyList<string>? Ports { get; init; }

    /// <summary>MSFT_NetAddressFilter.RemoteAddress, or RA4 and RA6 of the text: addresses, networks, ranges and words ("LocalSubnet").
    /// "Any" for all.</summary>
    [ReadFrom(Rules, PolicyRules, DeviceRules, AddressFilters)]
    public IReadOnlyList<string>? RemoteAddresses { get; init; }

    /// <summary>
    /// Whether <see cref="RemoteAddresses"/> are everybody's: "Any", the word for the internet, or networks and ranges that together hold a
    /// quarter or more of the
    /// public addresses of IPv4 or of IPv6, 0.0.0.0/0 and 128.0.0.0/1 among them. What several rules let one of the services in from, in
    /// one profile, is taken together: of rules that
    /// split the internet among them each is for everybody. Null where an address isn't understood, unless the others are enough, and where
    /// it isn't known whether the other rules count.
    /// </summary>
    [ReadFrom(Rules, PolicyRules, DeviceRules, AddressFilters)]
    public bool? FromAnywhere { get; init; }

    /// <summary>
    /// Whether it lets in only what IPsec authenticated: MSFT_NetNetworkLayerSecurityFilter.Authentication (0 is not required), or Security
    /// of the text. A
    /// connection from anywhere must then prove who it is.
    /// </summary>
    [ReadFrom(Rules, PolicyRules, DeviceRules, SecurityFilters)]
    public bool? RequiresIpsec { get; init; }

    /// <summary>MSFT_NetApplicationFilter.AppPath, or App of the text: the program that it is bound to. "Any" for none.</summary>
    [ReadFrom(Rules, PolicyRules, DeviceRules, ProgramFilters)]
    public string? Program { get; init; }

    /// <summary>MSFT_NetServiceFilter.ServiceName, or Svc of the text: the short name of the Windows service that it is bound to. "Any" for
    /// none, "*" for any service.</summary>
    [ReadFrom(Rules, PolicyRules, DeviceRules, ServiceFilters)]
    public string? WindowsService { get; init; }

    /// <summary>MSFT_NetFirewallRule.Profiles, or Profile of the text. All three for a rule that names none.</summary>
    public IReadOnlyList<FirewallProfile>? Profiles { get; init; }

    /// <summary>
    /// Whether it counts in one of its <see cref="Profiles"/> at least. False for a rule of the machine where group policy refuses such
    /// rules in all of them
    /// (<see cref="FirewallProfileFact.AllowLocalRules"/>). That the firewall is off in a profile isn't considered: then no rule is needed.
    /// </summary>
    [ReadFrom(Rules, PolicyRules, DeviceRules)]
    public bool? InForce { get; init; }

    /// <summary>
    /// Whether rules that block, which go before those that allow, take all of it back: for each of its services and <see cref="Profiles"/>
    /// one that is for everybody.
    /// Null where there may be one that wasn't read or understood, and where it is a rule of the machine, since that may be limited in ways
    /// that aren't asked for.
    /// </summary>
    [ReadFrom(Rules, PolicyRules, DeviceRules, PortFilters, AddressFilters, ProgramFilters, ServiceFilters)]
    public bool? IsBlocked { get; init; }

    /// <summary>Whose rule it is.</summary>
    public SettingOrigin? Origin { get; init; }

    internal override string Label => Name ?? Id ?? "(unnamed rule)";

    internal override string Key => $"{Origin}|{Id ?? Name}";
}
