using ConfigAudit.Facts;

namespace ConfigAudit.Benchmarks.Workload;

/// <summary>A local account.</summary>
public sealed record BenchAccountFact : Fact
{
    public string? Name { get; init; }

    public bool? Enabled { get; init; }

    public bool? Admin { get; init; }

    public long? PasswordAge { get; init; }

    public bool? PasswordRequired { get; init; }

    internal override string Label => Name ?? "account";
}
