using System;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Software;

/// <summary>Uninstall entries and packages to software facts, with their support status.</summary>
internal static class SoftwareReader
{
    public static FactSet<SoftwareFact> Read(Collection collection, SoftwareAnswers answers)
    {
        var facts = new FactSetBuilder<SoftwareFact>();
        foreach (var root in answers.Machine.Concat(answers.Own))
        {
            facts.MayLack(root.Gap, Unseen(root.Scope));
            foreach (var entry in root.Entries)
                Add(facts, collection, root, entry);
        }

        foreach (var root in answers.Packages)
        {
            facts.MayLack(root.Gap(collection.Kind, collection.Build), Unseen(root.Scope));
            PackageReader.Add(facts, collection, root);
        }

        facts.MayLack(answers.Emptiness, Unseen(SoftwareScope.Machine));
        facts.MayLack(answers.Width, Unseen(SoftwareScope.Machine));
        facts.MayLack(answers.UsersGap, Unseen(SoftwareScope.User));
        facts.MayLack(
            new Gap(
                GapKind.NotSupported,
                RegistryKey.Users.Source,
                new LocalText("ログオンしていない利用者のハイブは読めない", "the hives of users who aren't logged on can't be read")
            ),
            Unseen(SoftwareScope.AbsentUser)
        );
        if (collection.Now is null)
            facts.Unread(OperatingSystemReader.NoTime, nameof(SoftwareFact.Support));
        facts.Unread(OperatingSystemReader.NoCover(collection), nameof(SoftwareFact.CoversPlannedUse), nameof(SoftwareFact.IsUsePlanned));
        facts.Unread(
            new Gap(
                GapKind.Unusable,
                UninstallEntry.VersionName,
                new LocalText("2～4個の数でないものはバージョンではない", "what isn't two to four numbers is no version")
            ),
            nameof(SoftwareFact.Version)
        );
        facts.Unread(
            new Gap(
                GapKind.NotSupported,
                CatalogKind.Lifecycle.FileName,
                new LocalText(
                    $"サポート期限のカタログ（{collection.Catalogs.Lifecycle.Edition}）に示されていない",
                    $"the lifecycle catalogue ({collection.Catalogs.Lifecycle.Edition}) names none"
                )
            ),
            nameof(SoftwareFact.Lifecycle),
            nameof(SoftwareFact.SupportEnds)
        );
        facts.Unread(LifecycleCatalog.NoDay, nameof(SoftwareFact.CatalogEdition));
        return facts.Build();
    }

    private static SoftwareFact Unseen(SoftwareScope scope) => new() { Scope = scope };

    private static void Add(FactSetBuilder<SoftwareFact> facts, Collection collection, UninstallRoot root, UninstallEntry entry)
    {
        if (entry.DisplayName.Value is not { } registered || string.IsNullOrWhiteSpace(registered))
        {
            // What has no name is no program. One whose name couldn't be read, or is nothing but blanks, may be any.
            facts.MayLack(
                string.IsNullOrEmpty(entry.DisplayName.Value)
                    ? Unread(entry.DisplayName, UninstallEntry.Name)
                    : new Gap(
                        GapKind.Unusable,
                        entry.Key.Source,
                        new LocalText($"{UninstallEntry.Name} が空白だけ", $"{UninstallEntry.Name} is nothing but blanks")
                    ),
                Unseen(root.Scope)
            );
            return;
        }

        var lifecycle = collection.Catalogs.Lifecycle.Find(ProductName.Plain(registered), entry.Version.Value, collection.Build);
        var installed = InstallDay.Of(entry, collection.Now);
        facts.Add(
            new SoftwareFact
            {
                ComputerName = collection.ComputerName,
                Source = root.Key.Source,
                Name = registered.Trim(),
                DisplayVersion = entry.Version.Or(string.Empty),
                Version = Version.TryParse(entry.Version.Value, out var version) ? version : null,
                Publisher = entry.Publisher.Or(string.Empty),
                InstalledOn = installed.Day,
                Scope = root.Scope,
                Form = SoftwareForm.Program,
                IsComponent = IsComponent(entry),
                ListedAs = ProgramKinds.Of(collection.Catalogs, registered),
            }.With(lifecycle, collection)
        );

        facts.Unread(Unread(entry.Version, UninstallEntry.VersionName), nameof(SoftwareFact.DisplayVersion), nameof(SoftwareFact.Version));
        facts.Unread(Unread(entry.Publisher, UninstallEntry.PublisherName), nameof(SoftwareFact.Publisher));
        facts.Unread(installed.Gap, nameof(SoftwareFact.InstalledOn));
        facts.Unread(ComponentGap(entry), nameof(SoftwareFact.IsComponent));
        facts.Unread(
            Doubt(lifecycle, collection, entry.Key, entry.Version.GapIfUnread),
            nameof(SoftwareFact.Support),
            nameof(SoftwareFact.CoversPlannedUse)
        );
    }

    /// <summary>What the lifecycle catalogue says of it. A preview hasn't the days of its release; it is over when that is.</summary>
    public static SoftwareFact With(this SoftwareFact fact, LifecycleMatch? found, Collection collection)
    {
        var lifecycle =
            found is { Product.IsOwn: false } && PreRelease.Is(fact.Name ?? string.Empty) && found.On(collection.Now) != SupportStatus.Ended
                ? null
                : found;
        return fact with
        {
            Support = lifecycle is null ? SupportStatus.NotInCatalog : lifecycle.On(collection.Now),
            SupportEnds = lifecycle?.Ends,
            CoversPlannedUse = lifecycle?.Covers(collection.Options.PlannedUseUntil),
            IsUsePlanned = collection.Options.PlannedUseUntil is null ? null : true,
            Lifecycle = lifecycle?.Name,
            CatalogEdition = collection.Catalogs.Lifecycle.Of(lifecycle),
        };
    }

    /// <summary>Why the support of a product isn't known that the catalogue knows; null where it is.</summary>
    public static Gap? Doubt(LifecycleMatch? lifecycle, Collection collection, RegistryKey key, Gap? version)
    {
        if (lifecycle is null || !(lifecycle.IsOpen || (collection.Now is { } now && lifecycle.On(now) is null)))
            return null;
        return (lifecycle.IsOpen ? version : null) ?? new Gap(GapKind.Unusable, key.Source, lifecycle.Doubt);
    }

    /// <summary>Why a value isn't known. One that was found and holds nothing that can be read isn't absent.</summary>
    private static Gap? Unread<V>(RegistryAnswer<V> answer, string name) =>
        answer.Value is null && answer.Gap is null
            ? new Gap(GapKind.Unusable, name, new LocalText("存在するが、読めない", "found, and not readable"))
            : answer.GapIfUnread;

    private static bool? IsComponent(UninstallEntry entry)
    {
        if (entry.SystemComponent.Value == 1 || !string.IsNullOrEmpty(entry.ParentKey.Value) || IsUpdate(entry.ReleaseType.Value))
            return true;
        return ComponentGap(entry) is null ? false : null;
    }

    private static Gap? ComponentGap(UninstallEntry entry) =>
        Unread(entry.SystemComponent, UninstallEntry.SystemComponentName)
        ?? Unread(entry.ParentKey, UninstallEntry.ParentKeyName)
        ?? Unread(entry.ReleaseType, UninstallEntry.ReleaseTypeName);

    /// <summary>ReleaseType is an identifier, the same in every language: "Update", "Security Update", "Update Rollup", "Hotfix",
    /// "ServicePack".</summary>
    private static bool IsUpdate(string? releaseType) =>
        releaseType is not null
        && (
            releaseType.Contains("Update")
            || releaseType.Equals("Hotfix", StringComparison.OrdinalIgnoreCase)
            || releaseType.Equals("ServicePack", StringComparison.OrdinalIgnoreCase)
            || releaseType.Equals("Service Pack", StringComparison.OrdinalIgnoreCase)
        );
}
