using System;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>A build and revision, and the catalogue of Windows releases, to the patch level.</summary>
internal static class PatchLevelReader
{
    public static readonly RegistryKey Key = RegistryKey.LocalMachine(@"SOFTWARE\Microsoft\Windows NT\CurrentVersion");
    public const string Revision = "UBR";

    private const string OfSystem = "root/cimv2:Win32_OperatingSystem";

    public static FactSet<PatchLevelFact> Read(
        Collection collection,
        RegistryAnswer<long?> answer,
        Reading<bool?> restart,
        FactSet<HotfixFact> hotfixes,
        UpdateStatusFact status
    )
    {
        var facts = new FactSetBuilder<PatchLevelFact>();
        var build = Reading<long?>.Of(collection.Build, Unread("ビルド", "build"));
        var revision = Reading<long?>.Of(answer.Value is > 0 and var number ? number : null, answer.Gap ?? NoRevision);
        var table = Table(collection, build);
        var asOf = Reading<DateTime?>.Of(collection.Now is { } now ? JapanDay.Of(now) : null, OperatingSystemReader.NoTime);
        var listed =
            table.Value is null || revision.Value is null
                ? Reading<ListedLevel>.Unknown(table.Gaps.Concat(revision.Gaps).ToArray())
                : Reading<ListedLevel>.Of(new ListedLevel(table.Value, revision.Value.Value));
        var awaiting = listed.Then(level => Newer(level, hotfixes) is { Length: > 0 } ? restart.Value : false, Awaiting(listed, restart));
        if (hotfixes.SetGaps.Any() && awaiting.Value == false)
            awaiting = Reading<bool?>.Unknown(hotfixes.SetGaps.Select(gap => gap with { Unseen = null }).ToArray());
        var level =
            listed.Value is { } told && PatchLevelDoubt.Of(told, Newer(told, hotfixes), restart, status, asOf.Value) is { } doubt
                ? Reading<ListedLevel>.Unknown(doubt)
                : listed;
        var release = level.Then(each => each.Release, NoRelease(listed.Value));
        var newest = level.Then(
            each => each.NewestSecurity(asOf.Value),
            (asOf.Gaps.Count > 0 ? asOf.Gaps[0] : null) ?? NoSecurity(listed.Value)
        );
        var missing = asOf.Value is { } day
            ? level.Then(each => each.Missing(day))
            : Reading<DateTime[]>.Unknown(level.Gaps.Concat(asOf.Gaps).ToArray());
        // What the hotfixes say can only contradict it.
        facts.RestsOn(Key.Source);
        facts.Add(
            new PatchLevelFact
            {
                ComputerName = collection.ComputerName,
                Source = facts.Known(nameof(PatchLevelFact.Source), revision.Then(_ => Key.Source)),
                Build = facts.Known(nameof(PatchLevelFact.Build), build),
                Revision = facts.Known(nameof(PatchLevelFact.Revision), revision),
                IsListed = facts.Known(nameof(PatchLevelFact.IsListed), level.Then<bool?>(each => each.IsListed)),
                ReleasedOn = facts.Known(nameof(PatchLevelFact.ReleasedOn), release.Then<DateTime?>(each => each.Day)),
                Kind = facts.Known(nameof(PatchLevelFact.Kind), release.Then<WindowsReleaseKind?>(each => each.Kind)),
                Kb = facts.Known(nameof(PatchLevelFact.Kb), release.Then(each => each.Kb, NoKb)),
                NewestSecurityOn = facts.Known(nameof(PatchLevelFact.NewestSecurityOn), newest.Then<DateTime?>(each => each.Day)),
                NewestSecurityKb = facts.Known(nameof(PatchLevelFact.NewestSecurityKb), newest.Then(each => each.Kb, NoKb)),
                Missing = facts.Known(nameof(PatchLevelFact.Missing), missing.Then<long?>(each => each.Length)),
                Exposure = facts.Known(
                    nameof(PatchLevelFact.Exposure),
                    missing.Then(each => level.Value!.Exposure(each, asOf.Value!.Value))
                ),
                AwaitsRestart = facts.Known(nameof(PatchLevelFact.AwaitsRestart), awaiting),
            }
        );
        return facts.Build();
    }

    private static Reading<WindowsBuild> Table(Collection collection, Reading<long?> build)
    {
        var kind = Reading<HostKind?>.Of(collection.Kind, Unread("種別（クライアント・サーバ）", "kind, client or server,"));
        if (build.Value is not { } number || kind.Value is not { } known)
            return Reading<WindowsBuild>.Unknown(build.Gaps.Concat(kind.Gaps).ToArray());
        var releases = collection.Catalogs.WindowsReleases;
        return Reading<WindowsBuild>.Of(
            releases.FirstOrDefault(each => each.IsFor(known, number)),
            new Gap(
                GapKind.NotSupported,
                CatalogKind.WindowsReleases.FileName,
                new LocalText(
                    $"Windowsの更新プログラムのカタログ（{releases.Edition:yyyy-MM-dd}）に、ビルド {number}（{MemberNames<HostKind>.Of(known).Ja}）がない",
                    $"the catalogue of Windows releases ({releases.Edition:yyyy-MM-dd}) doesn't list build {number} ({known})"
                )
            )
        );
    }

    /// <summary>The hotfixes that are releases of a higher revision of the same build.</summary>
    private static WindowsRelease[] Newer(ListedLevel level, FactSet<HotfixFact> hotfixes) =>
        level
            .Table.Releases.Where(release =>
                release.Revision > level.Revision
                && release.Kb is { } kb
                && hotfixes.Items.Any(hotfix => string.Equals(hotfix.Id, kb, StringComparison.OrdinalIgnoreCase))
            )
            .ToArray();

    private static Gap? Awaiting(Reading<ListedLevel> listed, Reading<bool?> restart) =>
        listed.Value is null || restart.Gaps.Count == 0 ? null : restart.Gaps[0];

    private static Gap Unread(string ja, string en) =>
        new(
            GapKind.Unusable,
            OfSystem,
            new LocalText(
                $"Windowsの{ja}が分からない（読み取れないか、示されたものが食い違っている。Get-ConfigAuditOperatingSystemで確認してください）",
                $"the {en} of this Windows isn't known: it wasn't read, or what tells it contradicts itself (see Get-ConfigAuditOperatingSystem)"
            )
        );

    private static Gap NoRevision { get; } =
        new(
            GapKind.Unusable,
            $@"{Key.Source}\{Revision}",
            new LocalText("リビジョンとしてあり得ない値", "it is no number that a revision can be")
        );

    private static Gap NoKb { get; } =
        new(
            GapKind.NotSupported,
            CatalogKind.WindowsReleases.FileName,
            new LocalText("KB番号のない公開（バージョンの初版等）", "the release has no KB, as the first of a version has none")
        );

    private static Gap? NoRelease(ListedLevel? level) =>
        level is null
            ? null
            : new Gap(
                GapKind.NotSupported,
                CatalogKind.WindowsReleases.FileName,
                new LocalText(
                    $"リビジョン {level.Revision} は、カタログにあるビルド {level.Table.Build} のどの公開よりも古い",
                    $"revision {level.Revision} is older than any release of build {level.Table.Build} in the catalogue"
                )
            );

    private static Gap? NoSecurity(ListedLevel? level) =>
        level is null
            ? null
            : new Gap(
                GapKind.NotSupported,
                CatalogKind.WindowsReleases.FileName,
                new LocalText(
                    $"取得した日までに公開されたビルド {level.Table.Build} のセキュリティ更新が、カタログにない",
                    $"the catalogue has no security release of build {level.Table.Build} that was out when the host was asked"
                )
            );
}
