using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors.Antivirus;
using ConfigAudit.Asking.Collectors.Media;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Asking.Collectors.Software;
using ConfigAudit.Asking.Collectors.Vpn;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.Judging.Findings;

/// <summary>
/// How old a catalogue may have been, by a baseline's parameter, when a host was asked. What an older lifecycle catalogue calls
/// supported may
/// have ended since, and what it doesn't know may have been announced, and an end to come may have been put off: all of these are open.
/// What
/// had ended by its own day has ended. Of what an older list of programs doesn't name, nothing is known: that none was seen doesn't say
/// that
/// there is none. What was seen is there.
/// </summary>
internal static class CatalogLimit
{
    /// <summary>The lists by which programs are looked for.</summary>
    private static readonly Dictionary<FactType, CatalogKind> Lists = new()
    {
        [FactType<AntivirusFact>.Instance] = CatalogKind.SecurityProducts,
        [FactType<VpnClientFact>.Instance] = CatalogKind.VpnClients,
        [FactType<RemoteControlFact>.Instance] = CatalogKind.RemoteTools,
        [FactType<SyncClientFact>.Instance] = CatalogKind.SyncClients,
    };

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
                    _ => Limited(set, now, limit),
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
                if (support(fact) is null or SupportStatus.Ended or SupportStatus.ExtendedOnly || IsFresh(day, now, limit))
                    return fact;
                old.Add((day is not null, day ?? default));
                return opened(fact);
            })
            .ToArray();

        if (old.Count == 0)
            return set;
        var properties = new[] { nameof(SoftwareFact.Support), nameof(SoftwareFact.SupportEnds), nameof(SoftwareFact.CoversPlannedUse) };
        return new FactSet<T>(
            facts,
            set.Gaps.Concat(
                    old.OrderBy(each => each.Day)
                        .SelectMany(each =>
                            properties.Select(property =>
                                Doubt(CatalogKind.Lifecycle, each.IsTold ? each.Day : null, now, limit) with
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

    /// <summary>What a list doesn't name may be anything, once the list is too old to be told from. One that is newer than the moment of
    /// asking, as of a recording that is read later, lacks nothing that was there.</summary>
    private static FactSet Limited(FactSet set, DateTimeOffset? now, TimeSpan limit)
    {
        if (!Lists.TryGetValue(set.Type, out var list))
            return set;
        var gaps = set
            .Gaps.Select(gap =>
                gap.Unseen is IListedFact { IsListed: false } unlisted && !(Day(now) - unlisted.CatalogEdition <= limit)
                    ? Doubt(list, unlisted.CatalogEdition, now, limit)
                    : gap
            )
            .ToArray();
        return gaps.SequenceEqual(set.Gaps) ? set : set.Type.NewSet(set.Facts, gaps, set.Sources);
    }

    /// <summary>Its days are held against the moment of asking: where that lies before the catalogue, a clock may be wrong, and support is
    /// counted by it. A catalogue made elsewhere may name a day of difference, and no more.</summary>
    private static bool IsFresh(DateTime? day, DateTimeOffset? now, TimeSpan limit) =>
        Day(now) - day is { } age && age <= limit && !IsAhead(age);

    private static DateTime? Day(DateTimeOffset? moment) => moment is { } known ? JapanDay.Of(known) : null;

    private static bool IsAhead(TimeSpan age) => age < TimeSpan.FromDays(-1);

    private static Gap Doubt(CatalogKind kind, DateTime? edition, DateTimeOffset? now, TimeSpan limit) =>
        new(edition is null || now is null ? GapKind.NotRecorded : GapKind.Unusable, kind.FileName, Why(kind.Title, edition, now, limit));

    private static LocalText Why(LocalText name, DateTime? edition, DateTimeOffset? now, TimeSpan limit) =>
        edition is not { } day || Day(now) is not { } then
            ? new LocalText(
                $"{name.Ja}が取得時点で何日前のものかが、スナップショットから分からない",
                $"the snapshot doesn't tell how old the {name.En} was when the host was asked"
            )
        : IsAhead(then - day)
            ? new LocalText(
                $"ホストへの問い合わせ（{then:yyyy-MM-dd}）が、{name.Ja}（{day:yyyy-MM-dd}）より前の日付になっている。時計を確認し、もう一度取得してください。古い記録であれば、その当時のカタログで判定してください",
                $"the host was asked on {then:yyyy-MM-dd}, before the day of the {name.En}, {day:yyyy-MM-dd}: look at the clock, and ask again; judge an old recording with a catalogue of its time"
            )
        : new LocalText(
            $"{day:yyyy-MM-dd} の{name.Ja}は {(then - day).TotalDays:0} 日前のもので、許容は {limit.TotalDays:0.##} 日（{Baseline.MaxCatalogAgeName}）。Update-ConfigAuditCatalog で更新し（-CatalogPath の独自ファイルはその内容を見直し）、もう一度取得してください",
            $"the {name.En} of {day:yyyy-MM-dd} was {(then - day).TotalDays:0} days old, and {limit.TotalDays:0.##} are allowed ({Baseline.MaxCatalogAgeName}): bring it up to date with Update-ConfigAuditCatalog (a file of your own, given with -CatalogPath, by going over it), and ask again"
        );
}
