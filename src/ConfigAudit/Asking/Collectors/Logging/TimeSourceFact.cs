using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Logging;

/// <summary>
/// Where a host takes the time from: W32Time's parameters, policy before the host's own. One a host. How far its clock is off is ClockSkew
/// of the fact Host.
/// </summary>
public sealed record TimeSourceFact : Fact
{
    /// <summary>
    /// Whether something sets the clock: <see cref="Kind"/> names a source that there is (a domain that the host is in,
    /// Win32_ComputerSystem.PartOfDomain; a server that isn't the host
    /// itself), the NTP client is on (Enabled of <c>W32Time\TimeProviders\NtpClient</c>, policy before the host's own), and the service
    /// isn't disabled. One that is stopped
    /// is a fault where its StartMode is "Auto", and none where it is "Manual", since Windows then starts it when it is needed; on a member
    /// of a domain that takes the time from there
    /// Windows starts such a one with itself, so that null is said of it. A domain is found by the service Netlogon, which must run. Null,
    /// and not false, on a guest whose hypervisor brings it the time
    /// (VMICTimeProvider and the service
    /// vmictimesync). A clock that another program sets isn't seen, nor what sets that of a domain's first controller.
    /// </summary>
    [Reasons(nameof(NotSetBecause))]
    public bool? SetsClock { get; init; }

    /// <summary>What is seen to keep W32Time from setting it; empty where nothing is.</summary>
    public IReadOnlyList<ClockReason>? NotSetBecause { get; init; }

    /// <summary>
    /// Type, of <c>HKLM\SOFTWARE\Policies\Microsoft\W32Time\Parameters</c>, else of
    /// <c>HKLM\SYSTEM\CurrentControlSet\Services\W32Time\Parameters</c>.
    /// </summary>
    public TimeSourceKind? Kind { get; init; }

    /// <summary>NtpServer, of the same keys: the servers' names without their flags. They count only where <see cref="Kind"/> says
    /// so.</summary>
    public IReadOnlyList<string>? Servers { get; init; }

    /// <summary>
    /// Win32_Service.State of W32Time. On a client that isn't in a domain Windows starts the service now and then, so a stopped one isn't
    /// wrong by itself.
    /// </summary>
    [Noise] // Windows starts and stops the service as it needs it.
    public bool? IsRunning { get; init; }

    /// <summary>Win32_Service.StartMode of W32Time is Disabled: nothing starts the service, whatever <see cref="Kind"/> says.</summary>
    public bool? IsDisabled { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[] { new Expected(new LocalText("時刻の設定", "a setting of its clock"), new TimeSourceFact()) };

    internal override string Label => "time source";
}
