using System;
using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.OperatingSystem;

/// <summary>Who a host says it is: Win32_ComputerSystem, Win32_OperatingSystem and Win32_NetworkAdapterConfiguration.</summary>
public sealed record HostFact : Fact
{
    private const string Computer = "root/cimv2:Win32_ComputerSystem";
    private const string System = "root/cimv2:Win32_OperatingSystem";
    private const string Adapters = "root/cimv2:Win32_NetworkAdapterConfiguration";

    /// <summary>Win32_ComputerSystem.Name, else Win32_OperatingSystem.CSName: the NetBIOS name, which Windows cuts at 15
    /// characters.</summary>
    [ReadFrom(Computer, System)]
    public string? HostName { get; init; }

    /// <summary>Win32_ComputerSystem.DNSHostName: the name in full, without a domain.</summary>
    [ReadFrom(Computer)]
    public string? DnsHostName { get; init; }

    /// <summary>Win32_ComputerSystem.Domain: the domain, or the workgroup.</summary>
    [ReadFrom(Computer)]
    public string? Domain { get; init; }

    /// <summary>Win32_ComputerSystem.PartOfDomain.</summary>
    [ReadFrom(Computer)]
    public bool? InDomain { get; init; }

    /// <summary>Every Win32_NetworkAdapterConfiguration.IPAddress, IPv4 and IPv6, link-local ones left out.</summary>
    [ReadFrom(Adapters)]
    [Noise] // Leases of DHCP, and addresses of IPv6 that are temporary by design (RFC 8981).
    public IReadOnlyList<string>? IPAddresses { get; init; }

    /// <summary>Win32_OperatingSystem.LocalDateTime: the host's own clock when it was asked. Null for a moment that no computer's clock can
    /// show (year 9999).</summary>
    [ReadFrom(System)]
    public DateTimeOffset? Clock { get; init; }

    /// <summary>How far the host's clock and ours lay apart at that moment, network delay included. Never negative.</summary>
    [ReadFrom(System)]
    public TimeSpan? ClockSkew { get; init; }

    internal override IReadOnlyList<Expected> Expected => new[] { new Expected(new LocalText("名前", "a name"), new HostFact()) };

    internal override string Label => HostName ?? "(unnamed host)";

    internal override string Key => "host";
}
