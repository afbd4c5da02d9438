using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>The keys that say where Windows may look for updates, each value as what it is documented to be (WindowsUpdate.admx,
/// DeliveryOptimization.admx).</summary>
internal sealed class UpdatePolicyKeys
{
    private static readonly RegistryKey Policy = RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate");

    /// <summary>Numbers: on unless 0.</summary>
    private static readonly string[] Switches =
    {
        "DeferFeatureUpdates",
        "DeferQualityUpdates",
        "DeferUpgrade",
        "BranchReadinessLevel",
        "TargetReleaseVersion",
    };

    /// <summary>Texts: on unless blank.</summary>
    private static readonly string[] Pauses = { "PauseFeatureUpdatesStartTime", "PauseQualityUpdatesStartTime" };

    private const string Caches = "DOCacheHost";

    private readonly RegistryRow _policy;
    private readonly RegistryRow _automatic;
    private readonly RegistryRow _delivery;
    private readonly RegistryRow _device;

    public UpdatePolicyKeys(IReadOnlyList<RegistryRow> rows) =>
        (_policy, _automatic, _delivery, _device) = (rows[0], rows[1], rows[2], rows[3]);

    public static IReadOnlyList<RegistryQuery> Queries { get; } =
        new RegistryQuery[]
        {
            new(Policy)
            {
                Texts = new[] { "WUServer", "UpdateServiceUrlAlternate" }.Concat(Pauses).ToArray(),
                Numbers = new[]
                {
                    "DoNotConnectToWindowsUpdateInternetLocations",
                    "DisableDualScan",
                    "SetPolicyDrivenUpdateSourceForFeatureUpdates",
                    "SetPolicyDrivenUpdateSourceForQualityUpdates",
                    "SetPolicyDrivenUpdateSourceForDriverUpdates",
                    "SetPolicyDrivenUpdateSourceForOtherUpdates",
                }
                    .Concat(Switches)
                    .ToArray(),
            },
            new(Policy.Below("AU")) { Numbers = new[] { "UseWUServer", "NoAutoUpdate", "UseUpdateClassPolicySource" } },
            new(RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Windows\DeliveryOptimization"))
            {
                Texts = new[] { Caches },
                Numbers = new[] { "DODownloadMode" },
            },
            // Its values are left alone: which there are is what counts.
            new(RegistryKey.LocalMachine(@"SOFTWARE\Microsoft\PolicyManager\current\device\Update")),
        };

    public string Source => $"{_policy.Source}; {_automatic.Source}";

    public Reading<string> Server => Address("WUServer");

    public Reading<string> Alternate => Address("UpdateServiceUrlAlternate");

    public Reading<bool?> BlocksInternet => _policy.Switch("DoNotConnectToWindowsUpdateInternetLocations", whenAbsent: false);

    public Reading<bool?> DualScanDisabled => _policy.Switch("DisableDualScan", whenAbsent: false);

    public Reading<bool?> UsesServer => _automatic.Switch("UseWUServer", whenAbsent: false);

    public Reading<bool?> AutomaticOff => _automatic.Switch("NoAutoUpdate", whenAbsent: false);

    public Reading<bool?> UsesScanSources => _automatic.Switch("UseUpdateClassPolicySource", whenAbsent: false);

    /// <summary>0 from the update server alone, 1 and 2 among neighbours, 3 with the internet, 99 and 100 without peers. -1 where it isn't
    /// set, which the key itself can't say.</summary>
    public Reading<long?> DownloadMode => _delivery.Choice("DODownloadMode", -1, 0, 1, 2, 3, 99, 100);

    /// <summary>Names and addresses of cache servers, which stand between commas.</summary>
    public Reading<IReadOnlyList<string>> CacheServers =>
        _delivery
            .TextOr(Caches, string.Empty)
            .Then<IReadOnlyList<string>>(
                text =>
                    text.Split(',', ';')
                        .Select(server => server.Trim())
                        .Where(server => !RegistryReadings.IsBlank(server))
                        .Select(InternetHost.Of)
                        .ToArray()
                        is var servers
                    && !servers.Contains(null)
                        ? servers.Select(server => server!).ToArray()
                        : null,
                new Gap(
                    GapKind.Unusable,
                    $"{_delivery.Source}\\{Caches}",
                    new LocalText("サーバの一覧ではない", "it isn't a list of servers")
                )
            );

    /// <summary>Whether the key of device management is there with values.</summary>
    public Reading<bool?> HasDevicePolicy =>
        Reading<bool?>.Of(
            _device.IsAbsent ? false
                : _device.Names is { } names ? names.Count > 0
                : null,
            _device.Gap
                ?? new Gap(
                    GapKind.Unusable,
                    _device.Source,
                    new LocalText("キーの値を列挙できなかった", "the key's values couldn't be listed")
                )
        );

    /// <summary>Whether device management sets anything that may concern where updates come from.</summary>
    public Reading<bool?> HasDeviceSource =>
        Reading<bool?>.Of(
            _device.IsAbsent ? false
                : _device.Names is { } names ? names.Any(DevicePolicies.MayConcernSource)
                : null,
            _device.Gap
                ?? new Gap(
                    GapKind.Unusable,
                    _device.Source,
                    new LocalText("キーの値を列挙できなかった", "the key's values couldn't be listed")
                )
        );

    /// <summary>The client policies that are set; not known when one couldn't be read and none was seen.</summary>
    public Reading<IReadOnlyList<string>> ClientPolicies
    {
        get
        {
            var all = Switches
                .Select(name => (Name: name, IsSet: _policy.Any(name).Then<bool?>(number => number != 0)))
                .Concat(Pauses.Select(name => (Name: name, IsSet: _policy.TextOr(name, string.Empty).Then<bool?>(text => text.Length > 0))))
                .ToArray();
            var set = all.Where(each => each.IsSet.Value == true).Select(each => each.Name).ToArray();
            var gaps = all.SelectMany(each => each.IsSet.Gaps).ToArray();
            return set.Length > 0 || gaps.Length == 0
                ? Reading<IReadOnlyList<string>>.Of(set)
                : Reading<IReadOnlyList<string>>.Unknown(gaps);
        }
    }

    public Reading<ScanSource?> ScanSourceOf(string updates) =>
        _policy
            .Choice(
                $"SetPolicyDrivenUpdateSourceFor{updates}Updates",
                (long)ScanSource.NotConfigured,
                (long)ScanSource.WindowsUpdate,
                (long)ScanSource.Wsus
            )
            .Then<ScanSource?>(number => (ScanSource)number!.Value);

    /// <summary>A URL; empty where nothing is set. What is no URL is no server, and what Windows makes of it isn't known.</summary>
    private Reading<string> Address(string name) =>
        _policy
            .TextOr(name, string.Empty)
            .Then(
                text =>
                    text.Length == 0
                    || (
                        Uri.TryCreate(text, UriKind.Absolute, out var url)
                        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
                        && url.Host.Length > 0
                    )
                        ? text
                        : null,
                new Gap(GapKind.Unusable, $"{_policy.Source}\\{name}", new LocalText("サーバのURLではない", "it isn't the URL of a server"))
            );
}
