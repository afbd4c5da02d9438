using System;

namespace ConfigAudit.Tests.Mutation;

/// <summary>How much is tried: a bounded part with every build, all of it on demand.</summary>
internal sealed record Extent(int RowsOfOneColumn, int ValuesOfOnePlace, int Hosts)
{
    /// <summary>All is tried where CONFIGAUDIT_MUTATION says "all".</summary>
    public static bool IsWhole { get; } =
        string.Equals(Environment.GetEnvironmentVariable("CONFIGAUDIT_MUTATION"), "all", StringComparison.OrdinalIgnoreCase);

    public static Extent Current { get; } = IsWhole ? new Extent(12, 30, int.MaxValue) : new Extent(1, 5, 3);
}
