using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Updates;

/// <summary>The keys that say where Windows may look for updates, as answered.</summary>
internal sealed class UpdatePolicyKeys
{
    private static readonly RegistryKey Policy = RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate");

    /// <summary>Numbers: on unless 0.</summary>
    private static readonly string[] Switches = { "DeferFeatureUpdates", "DeferQualityUpdates", "DeferUpgrade", "BranchReadinessLevel", "TargetReleaseVersion" };

    /// <summary>Texts: on unless empty.</summary>
    private static readonly string[] Pauses = { "PauseFeatureUpdatesStartTime", "PauseQualityUpdatesStartTime" };

    private readonly RegistryRow _policy;
    private readonly RegistryRow _automatic;
    private readonly RegistryRow _delivery;
    private readonly RegistryRow _device;

    public UpdatePolicyKeys(IReadOnlyList<RegistryRow> rows) => (_policy, _automatic, _delivery, _device) = (rows[0], rows[1], rows[2], rows[3]);

    public static IReadOnlyList<RegistryQuery> Queries { get; } = new RegistryQuery[]
    {
        new(Policy)
        {
            Texts = new[] { "WUServer", "UpdateServiceUrlAlternate" }.Concat(Pauses).ToArray(),
            Numbers = new[]
            {
                "DoNotConnectToWindowsUpdateInternetLocations", "DisableDualScan", "SetPolicyDrivenUpdateSourceForFeatureUpdates",
                "SetPolicyDrivenUpdateSourceForQualityUpdates", "SetPolicyDrivenUpdateSourceForDriverUpdates", "SetPolicyDrivenUpdateSourceForOtherUpdates",
            }.Concat(Switches).ToArray(),
        },
        new(Policy.Below("AU")) { Numbers = new[] { "UseWUServer", "NoAutoUpdate", "UseUpdateClassPolicySource" } },
        new(RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Windows\DeliveryOptimization")) { Numbers = new[] { "DODownloadMode" } },
        // Its values are left alone: that there are any is what counts.
        new(RegistryKey.LocalMachine(@"SOFTWARE\Microsoft\PolicyManager\current\device\Update")),
    };

    public string Source => $"{_policy.Source}; {_automatic.Source}";

    public RegistryAnswer<string> Server => _policy.Text("WUServer");

    public RegistryAnswer<string> Alternate => _policy.Text("UpdateServiceUrlAlternate");

    public RegistryAnswer<long?> BlocksInternet => _policy.Number("DoNotConnectToWindowsUpdateInternetLocations");

    public RegistryAnswer<long?> DualScanDisabled => _policy.Number("DisableDualScan");

    public RegistryAnswer<long?> UsesServer => _automatic.Number("UseWUServer");

    public RegistryAnswer<long?> AutomaticOff => _automatic.Number("NoAutoUpdate");

    public RegistryAnswer<long?> UsesScanSources => _automatic.Number("UseUpdateClassPolicySource");

    public RegistryAnswer<long?> DownloadMode => _delivery.Number("DODownloadMode");

    /// <summary>Whether the key of device management is there with values.</summary>
    public bool? HasDevicePolicy => _device.IsAbsent ? false : _device.Names is { } names ? names.Count > 0 : null;

    public Facts.Gap? DeviceGap => _device.IsAbsent ? null : _device.Gap;

    public RegistryAnswer<long?> ScanSourceOf(string updates) => _policy.Number($"SetPolicyDrivenUpdateSourceFor{updates}Updates");

    /// <summary>The client policies that are set; null when one couldn't be read and none was seen.</summary>
    public IReadOnlyList<string>? ClientPolicies
    {
        get
        {
            var set = Switches.Where(name => _policy.Number(name).Flag(whenAbsent: false) == true)
                .Concat(Pauses.Where(name => !string.IsNullOrEmpty(_policy.Text(name).Value))).ToArray();
            return set.Length > 0 || ClientGap is null ? set : null;
        }
    }

    public Facts.Gap? ClientGap =>
        Switches.Select(name => _policy.Number(name).GapIfUnread).Concat(Pauses.Select(name => _policy.Text(name).GapIfUnread)).FirstOrDefault(gap => gap is not null);
}
