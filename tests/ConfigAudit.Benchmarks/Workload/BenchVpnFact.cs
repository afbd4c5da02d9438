using ConfigAudit.Facts;

namespace ConfigAudit.Benchmarks.Workload;

/// <summary>A VPN connection.</summary>
public sealed record BenchVpnFact : Fact
{
    public string? Name { get; init; }

    public string? Protocol { get; init; }

    public string? Encryption { get; init; }

    public bool? SplitTunnel { get; init; }

    internal override string Label => Name ?? "connection";
}
