using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Telling.Drift;

/// <summary>Compares the facts about one host with what they were. What changes by itself doesn't count: see
/// <see cref="NoiseAttribute"/>.</summary>
internal static class HostComparison
{
    /// <summary>One that couldn't be asked is told once, and not for each of its facts.</summary>
    public static IEnumerable<FactChange> Changes(Snapshot before, Snapshot after)
    {
        var about = About(before, after);
        if (before.IsRead && after.IsRead)
            return Declared(about, before, after).Concat(Changes(about, before.Table, after.Table));
        var changes = before.IsStandIn || after.IsStandIn ? Enumerable.Empty<FactChange>() : Declared(about, before, after);
        return before.IsRead == after.IsRead
            ? changes
            : changes.Append(
                after.IsRead
                    ? about with
                    {
                        Change = FactChangeKind.BecameKnown,
                        Reason = Why(before),
                    }
                    : about with
                    {
                        Change = FactChangeKind.BecameUnknown,
                        Reason = Why(after),
                    }
            );
    }

    public static IEnumerable<FactChange> Changes(FactChange about, FactTable before, FactTable after) =>
        after
            .Sets.Concat(before.Sets)
            .Select(set => set.Type)
            .Distinct()
            .Where(type => !type.IsNoise)
            .SelectMany(type => new SetComparison(about, before.Set(type), after.Set(type)).Changes());

    /// <summary>What every change of a host says; null for a host that isn't there.</summary>
    public static FactChange About(Snapshot? before, Snapshot? after)
    {
        var host = after ?? before!;
        var told = after is { IPAddresses.Count: > 0 } ? after : before ?? host;
        return new FactChange
        {
            ComputerName = host.ComputerName,
            IPAddress = string.Join(", ", told.IPAddresses),
            Zone = host.Zone,
            ReferenceAt = before?.CollectedAt,
            DifferenceAt = after?.CollectedAt,
        };
    }

    /// <summary>Why a host that couldn't be asked couldn't be.</summary>
    public static string Why(Snapshot unread) =>
        unread
            .Gaps.Select(gap => gap.Words().ToString())
            .Prepend(new LocalText("ホストに問い合わせていない", "the host wasn't asked").ToString())
            .Take(2)
            .Last();

    /// <summary>What the organisation declares decides which checks are for the host. The role may be the host's own word, which may be
    /// unread.</summary>
    private static IEnumerable<FactChange> Declared(FactChange about, Snapshot before, Snapshot after)
    {
        var declared = new (string Property, string? Before, string? After)[]
        {
            ("Zone", before.Zone?.ToString(), after.Zone?.ToString()),
            ("Role", (before.Role ?? after.Role)?.ToString(), (after.Role ?? before.Role)?.ToString()),
            ("Model", before.Model?.ToString(), after.Model?.ToString()),
        };
        return declared
            .Where(each => each.Before != each.After)
            .Select(each =>
                about with
                {
                    Change = FactChangeKind.Changed,
                    Fact = "Declared",
                    Property = each.Property,
                    Reference = each.Before ?? string.Empty,
                    Difference = each.After ?? string.Empty,
                }
            );
    }
}
