using System;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>What speaks against a revision: the catalogue's pace, the day, and what the host itself says of its updates.</summary>
internal static class PatchLevelDoubt
{
    /// <summary>A host's clock may be ahead, as elsewhere.</summary>
    private const int Ahead = 2;

    /// <summary>How far a revision may run before the list's pace. Microsoft once let one build jump by 25,000: such a host is open until
    /// the catalogue lists it.</summary>
    private const int Leap = 365;

    /// <summary>Images are made some weeks before the release that they hold.</summary>
    private const int Early = 60;

    /// <summary>Why the revision isn't believed; null where nothing speaks against it.</summary>
    public static Gap? Of(ListedLevel level, WindowsRelease[] newer, Reading<bool?> restart, UpdateStatusFact status, DateTime? asOf) =>
        OfPace(level, asOf) ?? OfDay(level, asOf) ?? OfHotfixes(level, newer, restart) ?? OfLast(level, status);

    private static Gap? OfPace(ListedLevel level, DateTime? asOf)
    {
        var (first, last) = (level.Table.Releases[0], level.Newest);
        var days = (last.Day - first.Day).TotalDays;
        if (!level.IsBeyond || days <= 0)
            return null;
        var pace = (last.Revision - first.Revision) / days;
        var since = asOf > last.Day ? (asOf.Value - last.Day).TotalDays : 0;
        return level.Revision - last.Revision <= pace * (since + Leap)
            ? null
            : Gap(
                PatchLevelReader.Key.Source,
                $"リビジョン {level.Revision} は、カタログにある最新の {last.Revision}（{last.Day:yyyy-MM-dd}）より1年分以上先の値で、あり得るか分からない",
                $"revision {level.Revision} is more than a year's worth beyond the newest in the catalogue, "
                    + $"{last.Revision} of {last.Day:yyyy-MM-dd}: whether it can be isn't known"
            );
    }

    private static Gap? OfDay(ListedLevel level, DateTime? asOf) =>
        level.Release is { } release && release.Day.AddDays(-Ahead) > asOf
            ? Gap(
                PatchLevelReader.Key.Source,
                $"リビジョン {level.Revision} の公開日 {release.Day:yyyy-MM-dd} が、取得した日 {asOf:yyyy-MM-dd} より後になっている。時計を確認してください",
                $"revision {level.Revision} was released on {release.Day:yyyy-MM-dd}, after the host was asked on {asOf:yyyy-MM-dd}: look at the clock"
            )
            : null;

    /// <summary>A newer one that was installed is in effect, unless a restart is still to come.</summary>
    private static Gap? OfHotfixes(ListedLevel level, WindowsRelease[] newer, Reading<bool?> restart)
    {
        if (newer.Length == 0 || restart.Value == true)
            return null;
        var last = newer[newer.Length - 1];
        return restart.Value is null
            ? restart.Gaps[0]
            : Gap(
                HotfixReader.Source,
                $"修正プログラムの一覧に {last.Kb}（リビジョン {last.Revision}）があるが、リビジョンは {level.Revision} で、再起動待ちでもない",
                $"the hotfixes hold {last.Kb} (revision {last.Revision}), and the revision is {level.Revision}, with no restart pending"
            );
    }

    /// <summary>What was installed after everything else would have left a day.</summary>
    private static Gap? OfLast(ListedLevel level, UpdateStatusFact status)
    {
        if (status.LatestHotfixOn is not { } hotfix || level.Release is not { } release)
            return null;
        var last = status.LastInstalledAt is { } installed && JapanDay.Of(installed) > hotfix ? JapanDay.Of(installed) : hotfix;
        return last.AddDays(Early) >= release.Day
            ? null
            : Gap(
                HotfixReader.Source,
                $"リビジョン {level.Revision} は {release.Day:yyyy-MM-dd} 以降に公開されたものだが、最後に更新が適用されたのは {last:yyyy-MM-dd}",
                $"revision {level.Revision} was released on {release.Day:yyyy-MM-dd} or later, and the last update was installed on {last:yyyy-MM-dd}"
            );
    }

    private static Gap Gap(string source, string ja, string en) => new(GapKind.Unusable, source, new LocalText(ja, en));
}
