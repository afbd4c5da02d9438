using System;
using System.Globalization;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Updates;

/// <summary>Servicing's and Windows Update's own marks in the registry to the update status.</summary>
internal static class UpdateStatusReader
{
    public const string LastSuccess = "LastSuccessTime";

    public static FactSet<UpdateStatusFact> Read(Collection collection, RegistryRow servicing, RegistryRow required, RegistryRow installed, FactSet<HotfixFact> hotfixes)
    {
        var facts = new FactSetBuilder<UpdateStatusFact>();
        var days = hotfixes.Items.Select(hotfix => hotfix.InstalledOn).ToArray();
        var isListed = days.Length > 0 && !days.Contains(null) && !hotfixes.SetGaps.Any();
        facts.Add(new UpdateStatusFact
        {
            ComputerName = collection.ComputerName,
            Source = $"{servicing.Source}; {required.Source}",
            RebootPending = IsThere(servicing) == true || IsThere(required) == true ? true : IsThere(servicing) is null || IsThere(required) is null ? null : false,
            LastInstalledAt = DateTime.TryParseExact(
                installed.Text(LastSuccess).Value, "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? new DateTimeOffset(at, TimeSpan.Zero) : null,
            LatestHotfixOn = isListed ? days.Max() : null,
        });
        facts.Unread(IsThere(servicing) is null ? servicing.Gap : null, nameof(UpdateStatusFact.RebootPending));
        facts.Unread(IsThere(required) is null ? required.Gap : null, nameof(UpdateStatusFact.RebootPending));
        facts.Unread(
            installed.Text(LastSuccess).GapIfUnread ?? new Gap(GapKind.NotSupported, installed.Source, "Windows 10 and later don't keep it here"),
            nameof(UpdateStatusFact.LastInstalledAt));
        facts.Unread(
            hotfixes.Gaps.Count > 0 ? hotfixes.Gaps[0] : new Gap(GapKind.Unusable, "root/cimv2:Win32_QuickFixEngineering", "the host lists no hotfix"), nameof(UpdateStatusFact.LatestHotfixOn));
        return facts.Build();
    }

    /// <summary>Whether the key is there: one that lists its values is, whatever they are.</summary>
    private static bool? IsThere(RegistryRow row) => row.IsAbsent ? false : row.Names is not null ? true : null;
}
