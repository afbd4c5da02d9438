using ConfigAudit.Facts;

namespace ConfigAudit.Benchmarks.Workload;

/// <summary>An antivirus product.</summary>
public sealed record BenchAntivirusFact : Fact
{
    public string? Name { get; init; }

    public bool? Enabled { get; init; }

    public bool? RealTime { get; init; }

    public long? DefinitionAge { get; init; }

    internal override string Label => Name ?? "antivirus";
}
