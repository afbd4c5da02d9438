using System;
using System.Linq;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>
/// Update policies to where Windows looks for updates. Source: Microsoft Learn, "Use Windows Update client policies and WSUS together" and
/// "Why am I seeing
/// updates from Windows Update" (dual scan).
/// </summary>
internal static class UpdatePolicyReader
{
    private const long Windows11 = 22000;
    private const long Server2025 = 26100;

    private const long InternetPeering = 3;

    public static FactSet<UpdatePolicyFact> Read(Collection collection, UpdatePolicyKeys keys)
    {
        var facts = new FactSetBuilder<UpdatePolicyFact>();
        var hasServer = ReadingExtensions.All(keys.UsesServer, keys.Server.Then<bool?>(url => url.Length > 0));
        var scan = ScanPolicies.Of(keys, collection);
        var dual = ReadingExtensions.All(
            scan.Decides.Not(),
            keys.ClientPolicies.Then<bool?>(policies => policies.Count > 0),
            ReadingExtensions.All(keys.DualScanDisabled, HeedsDisabling(collection)).Not()
        );
        var reasons = new (InternetReason Reason, Reading<bool?> Holds)[]
        {
            (InternetReason.NoUpdateServer, hasServer.Not()),
            (
                InternetReason.ServerOnInternet,
                ReadingExtensions.Any(
                    keys.Server.Then<bool?>(IsOnInternet),
                    keys.Alternate.Then<bool?>(IsOnInternet),
                    keys.CacheServers.Then<bool?>(servers => servers.Any(InternetHost.IsOne))
                )
            ),
            (InternetReason.InternetLocationsAllowed, keys.BlocksInternet.Not()),
            (InternetReason.DualScan, dual),
            (InternetReason.ScanSource, scan.NamesMicrosoft),
            (InternetReason.ScanSourceIncomplete, scan.IsIncomplete),
            (InternetReason.DeviceManagement, keys.HasDeviceSource),
            (InternetReason.InternetPeers, keys.DownloadMode.Then<bool?>(mode => mode == InternetPeering)),
        };
        facts.Add(
            new UpdatePolicyFact
            {
                ComputerName = collection.ComputerName,
                Source = keys.Source,
                MayFetchFromInternet = facts.Known(
                    nameof(UpdatePolicyFact.MayFetchFromInternet),
                    ReadingExtensions.Any(reasons.Select(each => each.Holds).ToArray())
                ),
                InternetReasons = reasons.Where(each => each.Holds.Value == true).Select(each => each.Reason).ToArray(),
                LooksAt = facts.Known(nameof(UpdatePolicyFact.LooksAt), LooksAt(hasServer, scan, dual)),
                UpdateServer = facts.Known(nameof(UpdatePolicyFact.UpdateServer), keys.Server),
                AlternateServer = facts.Known(nameof(UpdatePolicyFact.AlternateServer), keys.Alternate),
                CacheServers = facts.Known(nameof(UpdatePolicyFact.CacheServers), keys.CacheServers),
                UsesUpdateServer = facts.Known(nameof(UpdatePolicyFact.UsesUpdateServer), keys.UsesServer),
                BlocksInternetLocations = facts.Known(nameof(UpdatePolicyFact.BlocksInternetLocations), keys.BlocksInternet),
                DualScanDisabled = facts.Known(nameof(UpdatePolicyFact.DualScanDisabled), keys.DualScanDisabled),
                ClientPolicies = facts.Known(nameof(UpdatePolicyFact.ClientPolicies), keys.ClientPolicies),
                UsesScanSources = facts.Known(nameof(UpdatePolicyFact.UsesScanSources), keys.UsesScanSources),
                FeatureSource = facts.Known(nameof(UpdatePolicyFact.FeatureSource), keys.ScanSourceOf("Feature")),
                QualitySource = facts.Known(nameof(UpdatePolicyFact.QualitySource), keys.ScanSourceOf("Quality")),
                DriverSource = facts.Known(nameof(UpdatePolicyFact.DriverSource), keys.ScanSourceOf("Driver")),
                OtherSource = facts.Known(nameof(UpdatePolicyFact.OtherSource), keys.ScanSourceOf("Other")),
                AutomaticUpdatesOff = facts.Known(nameof(UpdatePolicyFact.AutomaticUpdatesOff), keys.AutomaticOff),
                ManagedByDevicePolicy = facts.Known(nameof(UpdatePolicyFact.ManagedByDevicePolicy), keys.HasDevicePolicy),
            }
        );
        return facts.Build();
    }

    private static Reading<UpdateSource?> LooksAt(Reading<bool?> hasServer, ScanPolicies scan, Reading<bool?> dual)
    {
        if (hasServer.Value == false)
            return Reading<UpdateSource?>.Of(UpdateSource.WindowsUpdate);
        if (hasServer.Value is null || scan.Decides.Value is null)
            return Reading<UpdateSource?>.Unknown(hasServer.Gaps.Concat(scan.Decides.Gaps).ToArray());
        return scan.Decides.Value == true
            ? scan.Result
            : dual.Then<UpdateSource?>(looks => looks == true ? UpdateSource.WindowsUpdate : UpdateSource.Wsus);
    }

    private static Reading<bool?> HeedsDisabling(Collection collection) =>
        ScanPolicies.Heeds(collection, (kind, build) => build < (kind == HostKind.Client ? Windows11 : Server2025));

    private static bool? IsOnInternet(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && InternetHost.IsOne(address.DnsSafeHost);
}
