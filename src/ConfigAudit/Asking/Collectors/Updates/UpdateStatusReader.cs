using System;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>Servicing's and Windows Update's own marks in the registry to the update status.</summary>
internal static class UpdateStatusReader
{
    public const string LastSuccess = "LastSuccessTime";

    public static FactSet<UpdateStatusFact> Read(
        Collection collection,
        Reading<bool?> restart,
        RegistryRow installed,
        FactSet<HotfixFact> hotfixes
    )
    {
        var facts = new FactSetBuilder<UpdateStatusFact>();
        facts.Add(
            new UpdateStatusFact
            {
                ComputerName = collection.ComputerName,
                Source = PendingRestart.Source,
                RebootPending = facts.Known(nameof(UpdateStatusFact.RebootPending), restart),
                LastInstalledAt = facts.Known(nameof(UpdateStatusFact.LastInstalledAt), LastInstalled(installed, collection.Now)),
                LatestHotfixOn = facts.Known(nameof(UpdateStatusFact.LatestHotfixOn), Latest(hotfixes)),
            }
        );
        return facts.Build();
    }

    private static Reading<DateTimeOffset?> LastInstalled(RegistryRow installed, DateTimeOffset? now)
    {
        var text = installed.Text(LastSuccess);
        if (text.Value is null)
        {
            return Reading<DateTimeOffset?>.Unknown(
                text.GapIfUnread
                    ?? new Gap(
                        GapKind.NotSupported,
                        installed.Source,
                        new LocalText("Windows 10以降はここに記録しない", "Windows 10 and later don't keep it here")
                    )
            );
        }

        var isTime = DateTime.TryParseExact(
            text.Value,
            "yyyy-MM-dd HH:mm:ss",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var at
        );
        return HostMoment.Past(
            Reading<DateTimeOffset?>.Of(
                isTime ? new DateTimeOffset(at, TimeSpan.Zero) : null,
                new Gap(GapKind.Unusable, installed.Source, new LocalText($"{LastSuccess} が日時ではない", $"{LastSuccess} is no time"))
            ),
            LastSuccess,
            installed.Source,
            now
        );
    }

    /// <summary>Known when all are, and none may be missing.</summary>
    private static Reading<DateTime?> Latest(FactSet<HotfixFact> hotfixes)
    {
        var days = hotfixes.Items.Select(hotfix => hotfix.InstalledOn).ToArray();
        return Reading<DateTime?>.Of(
            days.Length > 0 && !days.Contains(null) && !hotfixes.SetGaps.Any() ? days.Max() : null,
            hotfixes.Gaps.Count > 0
                ? hotfixes.Gaps[0] with
                {
                    Unseen = null,
                }
                : new Gap(
                    GapKind.Unusable,
                    "root/cimv2:Win32_QuickFixEngineering",
                    new LocalText("修正プログラムが1つも示されない", "the host lists no hotfix")
                )
        );
    }
}
