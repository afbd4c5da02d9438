using ConfigAudit.Facts;

namespace ConfigAudit.Benchmarks.Workload;

/// <summary>An installed product.</summary>
public sealed record BenchSoftwareFact : Fact
{
    public string? Name { get; init; }

    public string? Version { get; init; }

    public long? MajorVersion { get; init; }

    public string? Publisher { get; init; }

    public bool? Signed { get; init; }

    public long? InstalledDays { get; init; }

    internal override string Label => Name ?? "software";
}
