using System;
using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>How far updates have come on a host. One a host.</summary>
public sealed record UpdateStatusFact : Fact
{
    /// <summary>
    /// Whether updates wait for a restart: one of the keys RebootPending, RebootInProgress and PackagesPending of Component Based Servicing
    /// and RebootRequired of
    /// Windows Update's Auto Update is there, or RebootRequired of <c>HKLM\SOFTWARE\Microsoft\WindowsUpdate\UX\StateVariables</c> is 1
    /// (known from a report: unverified).
    /// PendingFileRenameOperations isn't looked at: installers of all kinds leave it, most of the time without need.
    /// </summary>
    [Noise] // Updates come, and the computer starts again.
    public bool? RebootPending { get; init; }

    /// <summary>
    /// LastSuccessTime below <c>…\WindowsUpdate\Auto Update\Results\Install</c>, in UTC. Windows 10 and later no longer write it; then it
    /// is null.
    /// Unverified: that the time is UTC on every version.
    /// </summary>
    [ReadFrom(@"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\Results\Install")]
    public DateTimeOffset? LastInstalledAt { get; init; }

    /// <summary>The latest day of <see cref="HotfixFact.InstalledOn"/>; null when any of them isn't known.</summary>
    [ReadFrom("root/cimv2:Win32_QuickFixEngineering")]
    public DateTime? LatestHotfixOn { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[] { new Expected(new LocalText("更新の状態", "a state of updates"), new UpdateStatusFact()) };

    internal override string Label => "update status";
}
