using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>
/// A VPN connection of a host, held against the register of allowed flows. From
/// <c>root/Microsoft/Windows/RemoteAccess/Client:PS_VpnConnection</c>
/// and the register.
/// </summary>
public sealed record HostFlowFact : Fact
{
    /// <summary>The connection's name.</summary>
    public string? Connection { get; init; }

    /// <summary>Whether it stands in the phonebook of all users; those of users' own can't all be read.</summary>
    public bool? AllUsers { get; init; }

    /// <summary>Whom it calls.</summary>
    public string? ServerAddress { get; init; }

    /// <summary>Whether the register allows a flow from this host's zone to that address.</summary>
    public bool? IsAllowed { get; init; }

    /// <summary>What it goes over, by the register; null where that doesn't say, or doesn't have it.</summary>
    public FlowLine? Line { get; init; }

    /// <summary>The flow of the register that leads there; null where none does.</summary>
    public string? Flow { get; init; }

    internal override FactSubject Subject => FactSubject.RegisteredHost;

    internal override string Label => Connection ?? "?";
}
