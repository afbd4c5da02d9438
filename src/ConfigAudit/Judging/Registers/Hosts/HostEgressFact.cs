using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Registers.Hosts;

/// <summary>
/// A way by which a host may leave its zone, held against the register of allowed flows. From the proxies, scripts and routes of the host
/// (see the
/// fact Network) and the register. What stands behind a script or a router isn't seen on the host, and stays unknown.
/// </summary>
public sealed record HostEgressFact : Fact
{
    /// <summary>Which kind of way.</summary>
    public EgressWay? Way { get; init; }

    /// <summary>The proxy's name or address, the script's address, or the gateways.</summary>
    public string? Target { get; init; }

    /// <summary>Whether the register allows a flow from this host's zone to that proxy.</summary>
    public bool? IsAllowed { get; init; }

    /// <summary>What it goes over, by the register; null where that doesn't say, or doesn't have it.</summary>
    public FlowLine? Line { get; init; }

    /// <summary>The flow of the register that leads there; null where none does.</summary>
    public string? Flow { get; init; }

    internal override FactSubject Subject => FactSubject.RegisteredHost;

    internal override string Label => Target ?? "?";
}
