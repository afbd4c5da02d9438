using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Telling.Drift;

namespace ConfigAudit.Tests.Telling.Drift;

/// <summary>Hosts at two moments, and what is told of them.</summary>
internal static class Changing
{
    public static readonly Gap Denied = new(GapKind.Denied, "root/cimv2:Some_Class", "denied");

    private static readonly DateTimeOffset October = new(2026, 10, 1, 9, 0, 0, TimeSpan.FromHours(9));

    public static Snapshot Host(string name, params FactSet[] sets) =>
        new()
        {
            ComputerName = name,
            IPAddresses = new[] { "10.0.0.1" },
            Zone = Zone.Lgwan,
            CollectedAt = October,
            Protocol = "WsMan",
            Table = new FactTable(sets),
        };

    /// <summary>Switched off: each set has the one gap.</summary>
    public static Snapshot Unreached(Snapshot host)
    {
        var gap = new Gap(GapKind.Unreachable, host.ComputerName, "no answer");
        return host with
        {
            Protocol = null,
            IPAddresses = Array.Empty<string>(),
            CollectedAt = October.AddMonths(1),
            Table = new FactTable(host.Table.Sets.Select(set => set.Type.NewSet(Array.Empty<Fact>(), new[] { gap }))),
        };
    }

    public static FactSet<T> Set<T>(params T[] items)
        where T : Fact, new() => With(items, Array.Empty<Gap>());

    public static FactSet<T> With<T>(IReadOnlyList<T> items, params Gap[] gaps)
        where T : Fact, new()
    {
        foreach (var item in items)
            FactType<T>.Instance.Normalize(item);
        return new FactSet<T>(items.ToArray(), gaps);
    }

    public static string[] Told(FactSet before, FactSet after) => Told(new[] { Host("PC001", before) }, new[] { Host("PC001", after) });

    public static string[] Told(IReadOnlyCollection<Snapshot> before, IReadOnlyCollection<Snapshot> after) =>
        new SnapshotComparison(before, after).Changes().Select(Text).ToArray();

    private static string Text(FactChange change) =>
        string.Join(
            " ",
            new[]
            {
                change.ComputerName,
                change.IPAddress,
                change.Change.ToString(),
                change.Fact,
                change.Item,
                change.Property,
                change.Reference.Length + change.Difference.Length > 0 ? $"{change.Reference}>{change.Difference}" : string.Empty,
            }.Where(part => part.Length > 0 && part is not ("PC001" or "10.0.0.1"))
        );
}
