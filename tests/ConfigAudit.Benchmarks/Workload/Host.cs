using System;
using System.Collections.Generic;
using System.Globalization;
using ConfigAudit.Facts;

namespace ConfigAudit.Benchmarks.Workload;

/// <summary>A host of the workload.</summary>
internal sealed record Host(
    string Name,
    BenchSystemFact System,
    BenchAntivirusFact[] Antivirus,
    BenchSoftwareFact[] Software,
    BenchAccountFact[] Accounts,
    BenchVpnFact[] Vpn
)
{
    private static readonly DateTimeOffset RecordedAt = DateTimeOffset.Parse("2026-01-15T08:00:00Z", CultureInfo.InvariantCulture);

    public Snapshot ToSnapshot() =>
        new()
        {
            ComputerName = Name,
            CollectedAt = RecordedAt,
            Table = new FactTable(new[] { Set(new[] { System }), Set(Antivirus), Set(Software), Set(Accounts), Set(Vpn) }),
        };

    private static FactSet Set<T>(IReadOnlyList<T> facts)
        where T : Fact, new() => FactType<T>.Instance.NewSet(facts, Array.Empty<Gap>());
}
