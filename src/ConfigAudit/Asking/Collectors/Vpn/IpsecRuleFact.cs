using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>
/// A connection security rule of the host's own store: MSFT_NetConSecRule of root/StandardCimv2, of Windows 8, Server 2012 and later. Which
/// keys
/// it authenticates by is never asked for.
/// </summary>
public sealed record IpsecRuleFact : Fact
{
    /// <summary>MSFT_NetConSecRule.InstanceID.</summary>
    public string? Id { get; init; }

    /// <summary>MSFT_NetConSecRule.DisplayName: localised for rules that come with a product.</summary>
    public string? Name { get; init; }

    /// <summary>MSFT_NetConSecRule.Enabled: 1 is enabled, 2 disabled.</summary>
    public bool? IsEnabled { get; init; }

    /// <summary>MSFT_NetConSecRule.Mode.</summary>
    public IpsecMode? Mode { get; init; }

    /// <summary>MSFT_NetConSecRule.InboundSecurity.</summary>
    public IpsecSecurity? InboundSecurity { get; init; }

    /// <summary>MSFT_NetConSecRule.OutboundSecurity.</summary>
    public IpsecSecurity? OutboundSecurity { get; init; }

    /// <summary>MSFT_NetConSecRule.RemoteTunnelEndpoint: addresses of the tunnel's other end; empty in transport mode.</summary>
    public IReadOnlyList<string>? RemoteEndpoints { get; init; }

    internal override string Label => Name ?? Id ?? "(unnamed rule)";

    internal override string Key => Id ?? Label;
}
