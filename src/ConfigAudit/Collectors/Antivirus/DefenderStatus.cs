using System;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Antivirus;

/// <summary>MSFT_MpComputerStatus, read into the antivirus fact of Microsoft Defender.</summary>
internal static class DefenderStatus
{
    /// <summary>AntivirusSignatureAge of a Defender that has no definitions.</summary>
    private const long NoDefinitions = 65535;

    /// <summary>Definitions may be dated a little after the snapshot where two clocks differ; beyond this one of them is wrong.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromDays(1);

    /// <summary>The properties of the fact that only this class tells.</summary>
    public static readonly string[] Properties =
    {
        nameof(AntivirusFact.RealTimeProtection), nameof(AntivirusFact.BehaviorMonitoring), nameof(AntivirusFact.TamperProtection),
        nameof(AntivirusFact.RunningMode), nameof(AntivirusFact.DefinitionVersion), nameof(AntivirusFact.DefinitionUpdatedAt),
        nameof(AntivirusFact.DefinitionAge), nameof(AntivirusFact.EngineVersion), nameof(AntivirusFact.DefinitionsCurrent),
    };

    public static AntivirusFact Read(AntivirusFact fact, CimRow row, DateTimeOffset? now)
    {
        var updated = row.Instant("AntivirusSignatureLastUpdated");
        return fact with
        {
            State = State(row) ?? fact.State,
            RealTimeProtection = row.Flag("RealTimeProtectionEnabled"),
            BehaviorMonitoring = row.Flag("BehaviorMonitorEnabled"),
            TamperProtection = row.Flag("IsTamperProtected"),
            RunningMode = row.Text("AMRunningMode"),
            DefinitionsCurrent = fact.DefinitionsCurrent ?? !row.Flag("DefenderSignaturesOutOfDate"),
            DefinitionVersion = VersionOrNull(row.Text("AntivirusSignatureVersion")),
            DefinitionUpdatedAt = updated,
            DefinitionAge = Age(row, updated, now),
            EngineVersion = VersionOrNull(row.Text("AMEngineVersion")),
            Source = fact.Source is null ? Source : $"{fact.Source}; {Source}",
        };
    }

    /// <summary>Why the age is not known although the host gave a date.</summary>
    public static Gap? ImplausibleAge(CimRow row, DateTimeOffset? now) =>
        row.Instant("AntivirusSignatureLastUpdated") is { } updated && now - updated < -ClockTolerance
            ? new Gap(GapKind.Unusable, Source, $"the definitions are dated {updated:yyyy-MM-dd}, after the snapshot: one of the clocks is wrong")
            : null;

    private const string Source = "root/Microsoft/Windows/Defender:MSFT_MpComputerStatus";

    /// <summary>On when all three say so, off as soon as one doesn't. In passive mode real-time protection is off, as it should be.</summary>
    private static ProtectionState? State(CimRow row)
    {
        var service = row.Flag("AMServiceEnabled");
        var antivirus = row.Flag("AntivirusEnabled");
        var realTime = row.Flag("RealTimeProtectionEnabled");
        if (service == false || antivirus == false || realTime == false)
            return ProtectionState.Off;
        return service == true && antivirus == true && realTime == true ? ProtectionState.On : null;
    }

    private static TimeSpan? Age(CimRow row, DateTimeOffset? updated, DateTimeOffset? now)
    {
        if (updated is not null && now is not null)
        {
            var age = now.Value - updated.Value;
            if (age >= TimeSpan.Zero)
                return age;
            return age >= -ClockTolerance ? TimeSpan.Zero : null;
        }

        return row.Number("AntivirusSignatureAge") is { } days and >= 0 and < NoDefinitions ? TimeSpan.FromDays(days) : null;
    }

    private static Version? VersionOrNull(string? text) => Version.TryParse(text, out var version) ? version : null;
}
