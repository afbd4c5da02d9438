using ConfigAudit.Facts;

namespace ConfigAudit.Benchmarks.Workload;

/// <summary>What there is once on a host.</summary>
public sealed record BenchSystemFact : Fact
{
    public string? Caption { get; init; }

    public long? Build { get; init; }

    public long? UptimeDays { get; init; }

    public bool? FirewallDomainEnabled { get; init; }

    public string? FirewallDomainInbound { get; init; }

    public bool? FirewallPrivateEnabled { get; init; }

    public string? FirewallPrivateInbound { get; init; }

    public bool? FirewallPublicEnabled { get; init; }

    public string? FirewallPublicInbound { get; init; }

    public bool? Smb1Enabled { get; init; }

    public bool? SmbSigningRequired { get; init; }

    public bool? RdpEnabled { get; init; }

    public bool? RdpNla { get; init; }

    public long? UacLevel { get; init; }

    public string? BitlockerMethod { get; init; }

    internal override string Label => Caption ?? "system";
}
