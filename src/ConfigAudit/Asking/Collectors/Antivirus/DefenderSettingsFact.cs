using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>How Microsoft Defender is set on a host, and who may change that. One a host, whether or not Defender is the product in
/// use.</summary>
public sealed record DefenderSettingsFact : Fact
{
    private const string Policy = @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows Defender";
    private const string Preference = "root/Microsoft/Windows/Defender:MSFT_MpPreference";
    private const string Status = "root/Microsoft/Windows/Defender:MSFT_MpComputerStatus";
    private const string Service = "root/cimv2:Win32_Service";

    /// <summary>
    /// Whether Microsoft Defender is the antivirus in use: MSFT_MpComputerStatus.AMRunningMode is "Normal", and AMServiceEnabled and
    /// AntivirusEnabled don't say otherwise; builds without a mode tell by these two. Null while the service WinDefend doesn't run. False
    /// in passive mode, where
    /// another product protects: a client's Security Center (AntiVirusProduct.productState) and the service tell that too; and where class
    /// and service are both gone,
    /// as on a server from which the feature was removed.
    /// </summary>
    [ReadFrom(Status, Service)]
    public bool? IsActive { get; init; }

    /// <summary>
    /// What policy switches off: the names of the values that are 1 among DisableAntiSpyware, DisableAntiVirus, DisableRealtimeMonitoring,
    /// DisableBehaviorMonitoring,
    /// DisableOnAccessProtection, DisableIOAVProtection and DisableScriptScanning below HKLM\SOFTWARE\Policies\Microsoft\Windows Defender.
    /// Empty when
    /// there is none.
    /// </summary>
    [ReadFrom(Policy)]
    public IReadOnlyList<string>? DisabledByPolicy { get; init; }

    /// <summary>
    /// Settings in which what was set on the host comes before group policy: the names of the LocalSettingOverride… values that are 1 below
    /// HKLM\SOFTWARE\Policies\Microsoft\Windows Defender. Empty when there is none: then policy comes first.
    /// </summary>
    [ReadFrom(Policy)]
    public IReadOnlyList<string>? LocalOverrides { get; init; }

    /// <summary>
    /// Whether exclusions that a local administrator adds are added to those of the policy: DisableLocalAdminMerge in the policy key, or
    /// MSFT_MpPreference.DisableLocalAdminMerge. Null where neither says: device management sets it elsewhere.
    /// </summary>
    [ReadFrom(Policy, Preference)]
    public bool? LocalAdminMerge { get; init; }

    /// <summary>MSFT_MpComputerStatus.IsTamperProtected; absent, so null, on old platform builds.</summary>
    [ReadFrom(Status)]
    public bool? TamperProtection { get; init; }

    /// <summary>The opposite of MSFT_MpPreference.DisableRealtimeMonitoring: the setting, not whether it works at the moment.</summary>
    [ReadFrom(Preference)]
    public bool? RealTimeMonitoring { get; init; }

    /// <summary>The opposite of MSFT_MpPreference.DisableBehaviorMonitoring: the setting, not whether it works at the moment.</summary>
    [ReadFrom(Preference)]
    public bool? BehaviorMonitoring { get; init; }

    /// <summary>
    /// How many paths, extensions, processes and addresses aren't scanned: the lengths of MSFT_MpPreference.ExclusionPath,
    /// ExclusionExtension,
    /// ExclusionProcess and ExclusionIpAddress. Null for an account that Defender doesn't show them to.
    /// </summary>
    [ReadFrom(Preference)]
    public long? ExclusionCount { get; init; }

    /// <summary>
    /// Whether only those who manage the settings centrally can change them: true with no <see cref="LocalOverrides"/> and with
    /// <see cref="TamperProtection"/>, which also holds against local administrators; false as soon as one of the two says otherwise,
    /// and null while MSFT_MpComputerStatus.TroubleShootingMode is anything but "Disabled": then a local administrator can change them for
    /// a while.
    /// <see cref="LocalAdminMerge"/> isn't part of it: it is about exclusions alone.
    /// </summary>
    [ReadFrom(Policy, Status)]
    public bool? SettingsAreCentral { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[]
        {
            new Expected(
                new LocalText("Defenderの設定（有効なものがない場合を含む）", "settings of Defender, if none that count"),
                new DefenderSettingsFact()
            ),
        };

    internal override string Label => "Microsoft Defender";
}
