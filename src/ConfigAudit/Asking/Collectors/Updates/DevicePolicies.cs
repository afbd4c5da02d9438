using System;
using System.Linq;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>
/// The update policies of device management (Policy CSP, Update), by the names of their values. Those that say when updates are installed,
/// when the host restarts and what people
/// are told have nothing to do with where updates come from; every other one may, also one that isn't known here.
/// </summary>
internal static class DevicePolicies
{
    private static readonly string[] Prefixes = { "ActiveHours", "AutoRestart", "ConfigureDeadline", "EngagedRestart", "ScheduledInstall" };

    private static readonly string[] Names =
    {
        "AllowAutoUpdate",
        "AlwaysAutoRebootAtScheduledTimeMinutes",
        "AutomaticMaintenanceWakeUp",
        "DetectionFrequency",
        "IgnoreMOAppDownloadLimit",
        "IgnoreMOUpdateDownloadLimit",
        "NoUpdateNotificationsDuringActiveHours",
        "ScheduleImminentRestartWarning",
        "ScheduleRestartWarning",
        "SetAutoRestartNotificationDisable",
        "SetDisablePauseUXAccess",
        "SetDisableUXWUAccess",
        "SetEDURestart",
        "UpdateNotificationLevel",
    };

    /// <summary>Who set a value stands beside it, in two of their own.</summary>
    private static readonly string[] Suffixes = { "_ProviderSet", "_WinningProvider" };

    public static bool MayConcernSource(string value)
    {
        var suffix = Suffixes.FirstOrDefault(each => value.EndsWith(each, StringComparison.OrdinalIgnoreCase)) ?? string.Empty;
        var name = value.Substring(0, value.Length - suffix.Length);
        return !Names.Contains(name, StringComparer.OrdinalIgnoreCase)
            && !Prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
    }
}
