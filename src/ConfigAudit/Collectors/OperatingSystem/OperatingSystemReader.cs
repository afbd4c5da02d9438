using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.OperatingSystem;

/// <summary>Rows of Win32_OperatingSystem and values of the CurrentVersion key to the operating-system fact.</summary>
internal static class OperatingSystemReader
{
    private static readonly string[] FromSystem =
    {
        nameof(OperatingSystemFact.Name), nameof(OperatingSystemFact.Kind), nameof(OperatingSystemFact.Version), nameof(OperatingSystemFact.Build),
        nameof(OperatingSystemFact.Sku), nameof(OperatingSystemFact.InstalledAt), nameof(OperatingSystemFact.LastBootAt), nameof(OperatingSystemFact.Uptime),
        nameof(OperatingSystemFact.Support),
    };

    public static FactSet<OperatingSystemFact> Read(Collection collection, CimAnswer answer, WindowsVersionValues values)
    {
        var facts = new FactSetBuilder<OperatingSystemFact>();
        foreach (var row in answer.Rows.Take(1))
            facts.Add(Read(collection, row, values));

        if (answer.Rows.Count == 0)
            facts.MayLack(answer.Gap ?? new Gap(GapKind.Unusable, "root/cimv2:Win32_OperatingSystem", "the host answered with no instance"));
        facts.Unread(answer.Gap, FromSystem);
        facts.Unread(values.Revision.GapIfUnread, nameof(OperatingSystemFact.Revision));
        facts.Unread(values.DisplayVersion.GapIfUnread ?? values.ReleaseId.GapIfUnread, nameof(OperatingSystemFact.Release));
        facts.Unread(Unlisted(facts.Items, collection), nameof(OperatingSystemFact.Support));
        if (collection.Now is null)
            facts.Unread(NoTime, nameof(OperatingSystemFact.Uptime), nameof(OperatingSystemFact.Support));
        facts.Unread(NoCover(collection), nameof(OperatingSystemFact.CoversPlannedUse));
        return facts.Build();
    }

    /// <summary>Why ages are not known in a recording without a date.</summary>
    internal static Gap NoTime { get; } = new(GapKind.NotRecorded, "recordedAt", "the recording doesn't say when it was made, so nothing has an age");

    /// <summary>Why it isn't known whether support lasts long enough.</summary>
    internal static Gap NoCover(Collection collection) => collection.Options.PlannedUseUntil is null
        ? new Gap(GapKind.NotCollected, "-PlannedUseUntil", "nobody said until when it is to be used: give -PlannedUseUntil")
        : new Gap(GapKind.NotSupported, "lifecycle.json", $"the lifecycle catalogue ({collection.Catalogs.Lifecycle.Edition}) doesn't know it");

    internal static HostKind? Kind(CimRow row) =>
        row.Number("ProductType") is { } type and >= 1 and <= 3 ? (HostKind)type : null;

    private static Gap? Unlisted(IReadOnlyList<OperatingSystemFact> systems, Collection collection) =>
        systems.FirstOrDefault(system => system.Build is not null && system.Kind is not null && system.Lifecycle is null) is { } unlisted
            ? new Gap(GapKind.NotSupported, "lifecycle.json",
                $"the lifecycle catalogue ({collection.Catalogs.Lifecycle.Edition}) has no single answer for build {unlisted.Build} as a {unlisted.Kind} with SKU {unlisted.Sku?.ToString(CultureInfo.InvariantCulture) ?? "unknown"}")
            : null;

    private static OperatingSystemFact Read(Collection collection, CimRow row, WindowsVersionValues values)
    {
        var version = Version.TryParse(row.Text("Version"), out var parsed) ? parsed : null;
        var kind = Kind(row);
        // The version's third number is the build, for answers that lack BuildNumber.
        var build = row.Number("BuildNumber") ?? (version?.Build > 0 ? version.Build : null);
        var sku = row.Number("OperatingSystemSKU");
        var lastBoot = row.Instant("LastBootUpTime");
        var lifecycle = collection.Catalogs.Lifecycle.FindSystem(kind, build, sku);
        return new OperatingSystemFact
        {
            ComputerName = collection.ComputerName,
            Source = "root/cimv2:Win32_OperatingSystem",
            Name = row.Text("Caption")?.Trim(),
            Kind = kind,
            Version = version,
            Build = build,
            Revision = values.Revision.Value,
            Release = values.DisplayVersion.Value ?? values.ReleaseId.Value,
            Sku = sku,
            InstalledAt = row.Instant("InstallDate"),
            LastBootAt = lastBoot,
            Uptime = collection.Now - lastBoot is { } uptime && uptime >= TimeSpan.Zero ? uptime : null,
            Support = lifecycle?.On(collection.Now),
            SupportEnds = lifecycle?.Cycle.Ends,
            CoversPlannedUse = lifecycle?.Covers(collection.Options.PlannedUseUntil),
            Lifecycle = lifecycle?.Name,
        };
    }
}
