using System;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.OperatingSystem;

/// <summary>Rows of Win32_OperatingSystem and values of the CurrentVersion key to the operating-system fact.</summary>
internal static class OperatingSystemReader
{
    private const string Source = "root/cimv2:Win32_OperatingSystem";
    private const string CurrentVersionSource = @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows NT\CurrentVersion";

    public static FactSet<OperatingSystemFact> Read(Collection collection, CimAnswer answer, WindowsVersionValues values)
    {
        var facts = new FactSetBuilder<OperatingSystemFact>();
        var system = new SoleInstance(answer, Source);
        if (system.Gap is { } missing)
            facts.MayLack(missing);
        else
            Add(facts, collection, system, values);
        return facts.Build();
    }

    /// <summary>Why ages are not known in a recording without a date.</summary>
    internal static Gap NoTime { get; } =
        new(
            GapKind.NotRecorded,
            "recordedAt",
            new LocalText(
                "記録の日時がないか、あり得ない日時のため、経過時間を計算できない",
                "the recording doesn't say when it was made, or says a moment that no clock can show, so nothing has an age"
            )
        );

    /// <summary>Why it isn't known whether support lasts long enough.</summary>
    internal static Gap NoCover(Collection collection) =>
        collection.Options.PlannedUseUntil is null
            ? new Gap(
                GapKind.NotCollected,
                "-PlannedUseUntil",
                new LocalText(
                    "使用予定の期限が示されていない。-PlannedUseUntil を指定してください",
                    "nobody said until when it is to be used: give -PlannedUseUntil"
                )
            )
            : new Gap(
                GapKind.NotSupported,
                CatalogKind.Lifecycle.FileName,
                new LocalText(
                    $"サポート期限のカタログ（{collection.Catalogs.Lifecycle.Edition}）にない",
                    $"the lifecycle catalogue ({collection.Catalogs.Lifecycle.Edition}) doesn't know it"
                )
            );

    private static void Add(
        FactSetBuilder<OperatingSystemFact> facts,
        Collection collection,
        SoleInstance system,
        WindowsVersionValues values
    )
    {
        var now = collection.Now;
        var kind = WindowsEdition.Kind(system);
        var sku = WindowsEdition.Sku(system);
        var version = system.Read("Version", row => Version.TryParse(row.Text("Version"), out var parsed) ? parsed : null);
        var build = Agreed(Build(system, version), values);
        var lastBoot = HostMoment.Past(system.Read("LastBootUpTime", row => row.Instant("LastBootUpTime")), "LastBootUpTime", Source, now);
        var lifecycle =
            kind.Value is null || build.Value is null ? Reading<LifecycleMatch>.Unknown(kind.Gaps.Concat(build.Gaps).ToArray())
            : OtherEdition(collection, kind.Value, build.Value, sku.Value, values.EditionId) is { } contradiction
                ? Reading<LifecycleMatch>.Unknown(contradiction)
            : Reading<LifecycleMatch>.Of(
                collection.Catalogs.Lifecycle.FindSystem(kind.Value, build.Value, sku.Value, now),
                Unlisted(collection, kind.Value, build.Value, sku)
            );
        // What is over is over, whatever speaks for another release.
        if (lifecycle.Value is { } found && found.On(now) != SupportStatus.Ended && Doubt(found, sku.Value, values) is { } doubt)
            lifecycle = Reading<LifecycleMatch>.Unknown(doubt);
        facts.Add(
            new OperatingSystemFact
            {
                ComputerName = collection.ComputerName,
                Source = Source,
                Name = facts.Known(nameof(OperatingSystemFact.Name), system.Read("Caption", row => row.Text("Caption")?.Trim())),
                Kind = facts.Known(nameof(OperatingSystemFact.Kind), kind),
                Version = facts.Known(nameof(OperatingSystemFact.Version), version),
                Build = facts.Known(nameof(OperatingSystemFact.Build), build),
                Revision = facts.Known(
                    nameof(OperatingSystemFact.Revision),
                    Reading<long?>.Of(values.Revision.Value, values.Revision.Gap ?? NoValue("UBR"))
                ),
                Release = facts.Known(nameof(OperatingSystemFact.Release), Release(values)),
                Sku = facts.Known(nameof(OperatingSystemFact.Sku), sku),
                InstalledAt = facts.Known(
                    nameof(OperatingSystemFact.InstalledAt),
                    HostMoment.Past(system.Read("InstallDate", row => row.Instant("InstallDate")), "InstallDate", Source, now)
                ),
                LastBootAt = facts.Known(nameof(OperatingSystemFact.LastBootAt), lastBoot),
                Uptime = facts.Known(nameof(OperatingSystemFact.Uptime), Uptime(lastBoot, now)),
                Support = facts.Known(nameof(OperatingSystemFact.Support), lifecycle.Then(match => match.On(now), NoTime)),
                SupportEnds = facts.Known(
                    nameof(OperatingSystemFact.SupportEnds),
                    lifecycle.Then(
                        match => match.Cycle.Ends,
                        new Gap(
                            GapKind.NotSupported,
                            CatalogKind.Lifecycle.FileName,
                            new LocalText("サポート終了日が分からない", "the end of its support has no day that is known")
                        )
                    )
                ),
                CoversPlannedUse = facts.Known(
                    nameof(OperatingSystemFact.CoversPlannedUse),
                    Reading<bool?>.Of(lifecycle.Value?.Covers(collection.Options.PlannedUseUntil), NoCover(collection))
                ),
                Lifecycle = facts.Known(nameof(OperatingSystemFact.Lifecycle), lifecycle.Then(match => match.Name)),
                CatalogEdition = facts.Known(
                    nameof(OperatingSystemFact.CatalogEdition),
                    Reading<DateTime?>.Of(collection.Catalogs.Lifecycle.Of(lifecycle.Value), LifecycleCatalog.NoDay)
                ),
            }
        );
    }

    /// <summary>The version's third number is the build: for answers that lack BuildNumber, and to be held against it.</summary>
    private static Reading<long?> Build(SoleInstance system, Reading<Version> version)
    {
        var told = system.Read("BuildNumber", row => row.Number("BuildNumber"));
        // Two versions are two systems, though both be of one build.
        if (system.HasSeveral("Version"))
        {
            return Reading<long?>.Unknown(
                version
                    .Gaps.Append(
                        new Gap(GapKind.Unusable, Source, new LocalText("2つのバージョンが示されている", "the host tells of two versions"))
                    )
                    .ToArray()
            );
        }

        var other = version.Value?.Build > 0 ? version.Value.Build : (long?)null;
        if (told.Value is null)
            return other is not null && !system.HasSeveral("BuildNumber") ? Reading<long?>.Of(other) : told;
        return other is null || other == told.Value
            ? told
            : Reading<long?>.Unknown(
                new Gap(
                    GapKind.Unusable,
                    Source,
                    new LocalText(
                        $"BuildNumber は {told.Value}、Version は {version.Value} で食い違う",
                        $"BuildNumber is {told.Value}, and Version is {version.Value}"
                    )
                )
            );
    }

    /// <summary>Windows Vista: older ones have no build in the registry that is a number.</summary>
    private const long FirstNumbered = 6000;

    /// <summary>The registry has the build too, twice: what is there has to be the same.</summary>
    private static Reading<long?> Agreed(Reading<long?> told, WindowsVersionValues values)
    {
        if (told.Value is not { } build)
            return told;
        var doubt = new[]
        {
            Doubt(build, nameof(values.CurrentBuild), values.CurrentBuild),
            Doubt(build, nameof(values.CurrentBuildNumber), values.CurrentBuildNumber),
        }.FirstOrDefault(gap => gap is not null);
        return doubt is null ? told : Reading<long?>.Unknown(doubt);
    }

    private static Gap? Doubt(long build, string name, RegistryAnswer<string>? answer)
    {
        if (Unreadable(name, answer) is { } unread)
            return unread;
        if (answer?.Value is not { } text)
            return null;
        var isNumber = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        return number == build || (!isNumber && build < FirstNumbered)
            ? null
            : new Gap(
                GapKind.Unusable,
                CurrentVersionSource,
                new LocalText(
                    $"BuildNumber は {build}、レジストリの {name} は {text} で食い違う",
                    $"BuildNumber is {build}, and {name} of the registry is {text}"
                )
            );
    }

    /// <summary>Why a value that is there tells nothing; null where it tells something, or isn't there.</summary>
    private static Gap? Unreadable(string name, RegistryAnswer<string>? answer) =>
        answer?.Gap is { Kind: GapKind.Unusable } gap ? gap
        : answer?.Value is { } text && string.IsNullOrWhiteSpace(text) ? NoValue(name)
        : null;

    /// <summary>
    /// Why the end of support isn't known by the edition: the registry names one of other ends. Editions of the same ends are let differ:
    /// those of one image change into each other by a licence, and multi-session calls itself Enterprise.
    /// </summary>
    private static Gap? OtherEdition(Collection collection, HostKind? kind, long? build, long? sku, RegistryAnswer<string>? answer)
    {
        if (Unreadable(nameof(WindowsVersionValues.EditionId), answer) is { } unread)
            return unread;
        var edition = answer?.Value;
        if (sku is null || EditionId.Number(edition) is not { } number || number == sku)
            return null;
        var lifecycle = collection.Catalogs.Lifecycle;
        var (told, other) = (lifecycle.FindSystem(kind, build, sku), lifecycle.FindSystem(kind, build, number));
        return told is null || (other is not null && told.Cycle.HasSameEnds(other.Cycle))
            ? null
            : new Gap(
                GapKind.Unusable,
                CurrentVersionSource,
                new LocalText(
                    $"OperatingSystemSKU は {sku} だが、レジストリの EditionID は {edition}（SKU {number}）で、サポート期限の異なるエディション",
                    $"OperatingSystemSKU is {sku}, and EditionID of the registry is {edition} (SKU {number}), an edition with another end of support"
                )
            );
    }

    /// <summary>Why the dates of a release aren't the host's: it is for evaluation, or calls itself another release, as a preview on its way
    /// to one does.</summary>
    private static Gap? Doubt(LifecycleMatch match, long? sku, WindowsVersionValues values)
    {
        if (WindowsEdition.IsEvaluation(sku) || WindowsEdition.IsEvaluation(EditionId.Number(values.EditionId?.Value)))
        {
            return new Gap(
                GapKind.NotSupported,
                Source,
                new LocalText(
                    $"評価版（OperatingSystemSKU {sku}）。評価期間が終わる日は分からず、業務には使えない",
                    $"an edition for evaluation (OperatingSystemSKU {sku}), which isn't for work and ends on a day that isn't known"
                )
            );
        }

        if (match.Cycle.Release is not { } due)
            return null;
        var unread =
            Unreadable("DisplayVersion", values.DisplayVersion)
            ?? (values.DisplayVersion.Value is null ? Unreadable("ReleaseId", values.ReleaseId) : null);
        if (unread is not null)
            return unread;
        // Since 2020 ReleaseId has stood still.
        var release = (values.DisplayVersion.Value ?? (values.ReleaseId.Value?.Trim() == "2009" ? null : values.ReleaseId.Value))?.Trim();
        return release is not null && !release.Equals(due, StringComparison.OrdinalIgnoreCase)
            ? new Gap(
                GapKind.Unusable,
                CurrentVersionSource,
                new LocalText(
                    $"ビルドは {match.Name} のものだが、レジストリのリリースは {release}（プレビュー版等）",
                    $"the build is that of {match.Name}, and the release that the registry names is {release}, as a preview's is"
                )
            )
            : null;
    }

    private static Reading<string> Release(WindowsVersionValues values) =>
        Reading<string>.Of(
            values.DisplayVersion.Value ?? values.ReleaseId.Value,
            values.DisplayVersion.GapIfUnread,
            values.ReleaseId.Gap ?? NoValue("ReleaseId")
        );

    private static Reading<TimeSpan?> Uptime(Reading<DateTimeOffset?> lastBoot, DateTimeOffset? now) =>
        lastBoot.Then<TimeSpan?>(
            at => now - at!.Value is { } uptime && uptime >= TimeSpan.Zero ? uptime : null,
            now is null
                ? NoTime
                : new Gap(
                    GapKind.Unusable,
                    Source,
                    new LocalText(
                        "LastBootUpTime が、問い合わせた時刻より後になっている",
                        "LastBootUpTime lies ahead of the moment at which it was asked"
                    )
                )
        );

    private static Gap Unlisted(Collection collection, HostKind? kind, long? build, Reading<long?> sku)
    {
        var called = kind is { } known ? MemberNames<HostKind>.Of(known).Ja : "種別不明";
        var number = sku.Value?.ToString(CultureInfo.InvariantCulture);
        return new Gap(
            GapKind.NotSupported,
            CatalogKind.Lifecycle.FileName,
            new LocalText(
                $"サポート期限のカタログ（{collection.Catalogs.Lifecycle.Edition}）では、ビルド {build}（{called}、{(number is null ? "エディション（SKU）不明" : $"SKU {number}")}）の期限が1つに定まらない",
                $"the lifecycle catalogue ({collection.Catalogs.Lifecycle.Edition}) has no single answer for build {build} (kind {kind?.ToString() ?? "unknown"}, {(number is null ? "edition (SKU) unknown" : $"SKU {number}")})"
            )
        );
    }

    private static Gap NoValue(string name) =>
        new(
            GapKind.Unusable,
            $@"{CurrentVersionSource}\{name}",
            new LocalText("値は存在するが、読めない", "the value is there, and can't be read")
        );
}
