using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>
/// Where policy lets Windows look for updates: <c>HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate</c> and its key AU, Delivery
/// Optimization's policy,
/// and what device management left. One a host. That an update server is named doesn't prove that Microsoft isn't asked as well.
/// </summary>
public sealed record UpdatePolicyFact : Fact
{
    private const string Policy = @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate";
    private const string Automatic = @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU";
    private const string Delivery = @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\DeliveryOptimization";
    private const string Device = @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\PolicyManager\current\device\Update";

    /// <summary>
    /// Whether these settings allow Windows to fetch updates from the internet: true as soon as one of <see cref="InternetReasons"/> is
    /// known, false only when
    /// all were read and none is. Where the update server itself takes its updates from isn't told by the host, nor in which network a
    /// server stands
    /// that is named and not numbered.
    /// </summary>
    [ReadFrom(Policy, Automatic, Delivery, Device)]
    [Reasons(nameof(InternetReasons))]
    public bool? MayFetchFromInternet { get; init; }

    /// <summary>Why it may, as far as is known.</summary>
    [ReadFrom(Policy, Automatic, Delivery, Device)]
    public IReadOnlyList<InternetReason>? InternetReasons { get; init; }

    /// <summary>
    /// Where Windows really looks: WUServer and UseWUServer, the scan-source policies where the build heeds them (Windows 10 2004 and
    /// Server 2022 on), and
    /// otherwise dual scan, which DisableDualScan prevents before Windows 11 and Server 2025.
    /// </summary>
    public UpdateSource? LooksAt { get; init; }

    /// <summary>WUServer: the URL of the update server; empty when there is none.</summary>
    [ReadFrom(Policy)]
    public string? UpdateServer { get; init; }

    /// <summary>UpdateServiceUrlAlternate: the URL of another server to download from; empty when there is none.</summary>
    [ReadFrom(Policy)]
    public string? AlternateServer { get; init; }

    /// <summary>DOCacheHost: the servers that Delivery Optimization downloads from; empty when there are none.</summary>
    [ReadFrom(Delivery)]
    public IReadOnlyList<string>? CacheServers { get; init; }

    /// <summary>AU\UseWUServer is 1. Without it, WUServer is not used.</summary>
    [ReadFrom(Automatic)]
    public bool? UsesUpdateServer { get; init; }

    /// <summary>DoNotConnectToWindowsUpdateInternetLocations is 1.</summary>
    [ReadFrom(Policy)]
    public bool? BlocksInternetLocations { get; init; }

    /// <summary>DisableDualScan is 1. Windows 11 and Server 2025 don't heed it.</summary>
    [ReadFrom(Policy)]
    public bool? DualScanDisabled { get; init; }

    /// <summary>The policies of the Windows Update client that are set, by the names of their values: deferrals, pauses, target release,
    /// branch. Each brings dual scan.</summary>
    [ReadFrom(Policy)]
    public IReadOnlyList<string>? ClientPolicies { get; init; }

    /// <summary>AU\UseUpdateClassPolicySource is 1: the four scan-source policies below count.</summary>
    [ReadFrom(Automatic)]
    public bool? UsesScanSources { get; init; }

    /// <summary>SetPolicyDrivenUpdateSourceForFeatureUpdates.</summary>
    [ReadFrom(Policy)]
    public ScanSource? FeatureSource { get; init; }

    /// <summary>SetPolicyDrivenUpdateSourceForQualityUpdates.</summary>
    [ReadFrom(Policy)]
    public ScanSource? QualitySource { get; init; }

    /// <summary>SetPolicyDrivenUpdateSourceForDriverUpdates.</summary>
    [ReadFrom(Policy)]
    public ScanSource? DriverSource { get; init; }

    /// <summary>SetPolicyDrivenUpdateSourceForOtherUpdates.</summary>
    [ReadFrom(Policy)]
    public ScanSource? OtherSource { get; init; }

    /// <summary>AU\NoAutoUpdate is 1: updates are only installed by hand.</summary>
    [ReadFrom(Automatic)]
    public bool? AutomaticUpdatesOff { get; init; }

    /// <summary><c>HKLM\SOFTWARE\Microsoft\PolicyManager\current\device\Update</c> has values: device management sets update policies, or
    /// did.</summary>
    [ReadFrom(Device)]
    public bool? ManagedByDevicePolicy { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[]
        {
            new Expected(new LocalText("更新のポリシー（空の場合を含む）", "a policy of updates, if an empty one"), new UpdatePolicyFact()),
        };

    internal override string Label => "update policy";
}
