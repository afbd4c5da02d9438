using System;
using System.Collections.Generic;
using System.Globalization;
using ConfigAudit.Catalogs;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Software;

/// <summary>Uninstall entries to software facts, with their support status.</summary>
internal static class SoftwareReader
{
    public static FactSet<SoftwareFact> Read(Collection collection, IReadOnlyList<UninstallRoot> roots, Gap? users)
    {
        var facts = new FactSetBuilder<SoftwareFact>();
        foreach (var root in roots)
        {
            var unseen = new SoftwareFact { Scope = root.Scope };
            facts.MayLack(root.Gap, unseen);
            foreach (var entry in root.Entries)
            {
                if (string.IsNullOrWhiteSpace(entry.DisplayName.Value))
                    facts.MayLack(entry.DisplayName.GapIfUnread, unseen);
                else
                    Add(facts, collection, root, entry);
            }
        }

        var user = new SoftwareFact { Scope = SoftwareScope.User };
        facts.MayLack(users, user);
        facts.MayLack(new Gap(GapKind.NotSupported, RegistryKey.Users.Source, "the hives of users who aren't logged on can't be read"), user);
        if (collection.Now is null)
            facts.Unread(OperatingSystem.OperatingSystemReader.NoTime, nameof(SoftwareFact.Support));
        facts.Unread(OperatingSystem.OperatingSystemReader.NoCover(collection), nameof(SoftwareFact.CoversPlannedUse));
        return facts.Build();
    }

    private static void Add(FactSetBuilder<SoftwareFact> facts, Collection collection, UninstallRoot root, UninstallEntry entry)
    {
        var name = entry.DisplayName.Value!.Trim();
        var lifecycle = collection.Catalogs.Lifecycle.Find(name, entry.Version.Value);
        facts.Add(new SoftwareFact
        {
            ComputerName = collection.ComputerName,
            Source = root.Key.Source,
            Name = name,
            DisplayVersion = entry.Version.Value,
            Version = Version.TryParse(entry.Version.Value, out var version) ? version : null,
            Publisher = entry.Publisher.Value,
            InstalledOn = DateTime.TryParseExact(entry.InstallDate.Value, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
            Scope = root.Scope,
            IsComponent = IsComponent(entry),
            Support = lifecycle is null ? SupportStatus.NotInCatalog : lifecycle.On(collection.Now),
            SupportEnds = lifecycle?.Cycle.Ends,
            CoversPlannedUse = lifecycle?.Covers(collection.Options.PlannedUseUntil),
            Lifecycle = lifecycle?.Name,
        });

        facts.Unread(entry.Version.GapIfUnread, nameof(SoftwareFact.DisplayVersion), nameof(SoftwareFact.Version));
        facts.Unread(entry.Publisher.GapIfUnread, nameof(SoftwareFact.Publisher));
        facts.Unread(entry.InstallDate.GapIfUnread, nameof(SoftwareFact.InstalledOn));
        facts.Unread(ComponentGap(entry), nameof(SoftwareFact.IsComponent));
    }

    private static bool? IsComponent(UninstallEntry entry)
    {
        if (entry.SystemComponent.Value == 1 || !string.IsNullOrEmpty(entry.ParentKey.Value) || IsUpdate(entry.ReleaseType.Value))
            return true;
        return ComponentGap(entry) is null ? false : null;
    }

    private static Gap? ComponentGap(UninstallEntry entry) =>
        entry.SystemComponent.GapIfUnread ?? entry.ParentKey.GapIfUnread ?? entry.ReleaseType.GapIfUnread;

    /// <summary>ReleaseType is an identifier, the same in every language: "Update", "Security Update", "Update Rollup", "Hotfix", "ServicePack".</summary>
    private static bool IsUpdate(string? releaseType) =>
        releaseType is not null
        && (releaseType.Contains("Update") || releaseType.Equals("Hotfix", StringComparison.OrdinalIgnoreCase)
            || releaseType.Equals("ServicePack", StringComparison.OrdinalIgnoreCase) || releaseType.Equals("Service Pack", StringComparison.OrdinalIgnoreCase));
}
