using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.Judging.Findings;

/// <summary>
/// How old the lifecycle catalogue may have been, by a baseline's parameter, when a host was asked. What an older one calls supported may
/// have ended since, and what it doesn't know may have
/// been announced, and an end to come may have been put off: all of these are open. What had ended by its own day has ended.
/// </summary>
internal static class CatalogLimit
{
    /// <summary>The facts as far as they may be relied on.</summary>
    /// <param name="baseline">Whose parameter limits the age; one without it sets no limit.</param>
    /// <param name="snapshot">By whose moment the age is counted.</param>
    public static Snapshot On(Baseline baseline, Snapshot snapshot)
    {
        if (baseline.MaxCatalogAge is not { } limit)
            return snapshot;
        var now = snapshot.CollectedAt;
        var changed = snapshot
            .Table.Sets.Select(set =>
                set switch
                {
                    FactSet<SoftwareFact> software => Limited(
                        software,
                        now,
                        limit,
                        fact => fact.CatalogEdition,
                        fact => fact.Support,
                        fact => fact with { Support = null, SupportEnds = null, CoversPlannedUse = null }
                    ),
                    FactSet<OperatingSystemFact> system => Limited(
                        system,
                        now,
                        limit,
                        fact => fact.CatalogEdition,
                        fact => fact.Support,
                        fact => fact with { Support = null, SupportEnds = null, CoversPlannedUse = null }
                    ),
                    _ => set,
                }
            )
            .ToArray();
        return changed.SequenceEqual(snapshot.Table.Sets) ? snapshot : snapshot with { Table = new FactTable(changed) };
    }

    private static FactSet<T> Limited<T>(
        FactSet<T> set,
        DateTimeOffset? now,
        TimeSpan limit,
        Func<T, DateTime?> edition,
        Func<T, SupportStatus?> support,
        Func<T, T> opened
    )
        where T : Fact, new()
    {
        var old = new HashSet<(bool IsTold, DateTime Day)>();
        var facts = set
            .Items.Select(fact =>
            {
                var day = edition(fact);
                if (support(fact) is null or SupportStatus.Ended or SupportStatus.ExtendedOnly || IsFresh(day))
                    return fact;
                old.Add((day is not null, day ?? default));
                return opened(fact);
            })
            .ToArray();

        // Offsets from UTC make a day of difference, and no more: what lies further ahead tells no age.
        bool IsFresh(DateTime? day) => now?.Date - day is { } age && age <= limit && age >= TimeSpan.FromDays(-1);

        if (old.Count == 0)
            return set;
        var properties = new[] { nameof(SoftwareFact.Support), nameof(SoftwareFact.SupportEnds), nameof(SoftwareFact.CoversPlannedUse) };
        return new FactSet<T>(
            facts,
            set.Gaps.Concat(
                    old.OrderBy(each => each.Day)
                        .SelectMany(each =>
                            properties.Select(property =>
                                (each.IsTold && now?.Date >= each.Day ? TooOld(each.Day, now.Value, limit) : Untold) with
                                {
                                    Property = property,
                                }
                            )
                        )
                )
                .ToArray(),
            set.Sources
        );
    }

    private static Gap Untold { get; } =
        new(
            GapKind.NotRecorded,
            "lifecycle.json",
            new LocalText(
                "ライフサイクルカタログが取得時点で何日前のものかが、スナップショットから分からない",
                "the snapshot doesn't tell how old the lifecycle catalogue was when the host was asked"
            )
        );

    private static Gap TooOld(DateTime edition, DateTimeOffset now, TimeSpan limit) =>
        new(
            GapKind.Unusable,
            "lifecycle.json",
            new LocalText(
                $"{edition:yyyy-MM-dd} のライフサイクルカタログは {(now.Date - edition).TotalDays:0} 日前のもので、許容は {limit.TotalDays:0.##} 日（{Baseline.MaxCatalogAgeName}）。Update-ConfigAuditCatalog で更新し、もう一度取得してください",
                $"the lifecycle catalogue of {edition:yyyy-MM-dd} was {(now.Date - edition).TotalDays:0} days old, and {limit.TotalDays:0.##} are allowed ({Baseline.MaxCatalogAgeName}): bring it up to date with Update-ConfigAuditCatalog, and ask again"
            )
        );
}
