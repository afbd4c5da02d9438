using System;
using System.Linq;
using System.Net;
using ConfigAudit.Collectors.OperatingSystem;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;
using ConfigAudit.Values;

namespace ConfigAudit.Collectors.Updates;

/// <summary>
/// Update policies to where Windows looks for updates. Source: Microsoft Learn, "Use Windows Update client policies and WSUS together" and "Why am I seeing
/// updates from Windows Update" (dual scan).
/// </summary>
internal static class UpdatePolicyReader
{
    private const long Windows11 = 22000;
    private const long Server2025 = 26100;

    /// <summary>Windows 10 2004; Server 2022. Server 2016 and 2019 ignore scan-source policies.</summary>
    private const long ScanSourcesOnClients = 19041;

    private const long ScanSourcesOnServers = 20348;

    private const long InternetPeering = 3;

    /// <summary>Domains of Microsoft's own update services.</summary>
    private static readonly string[] Microsofts = { "microsoft.com", "windowsupdate.com", "windows.com" };

    private static readonly string[] Classes = { "Feature", "Quality", "Driver", "Other" };

    public static FactSet<UpdatePolicyFact> Read(Collection collection, UpdatePolicyKeys keys)
    {
        var facts = new FactSetBuilder<UpdatePolicyFact>();
        var sources = Classes.Select(each => Member(keys.ScanSourceOf(each))).ToArray();
        var fact = new UpdatePolicyFact
        {
            ComputerName = collection.ComputerName,
            Source = keys.Source,
            UpdateServer = keys.Server.Or(string.Empty),
            AlternateServer = keys.Alternate.Or(string.Empty),
            UsesUpdateServer = keys.UsesServer.Flag(whenAbsent: false),
            BlocksInternetLocations = keys.BlocksInternet.Flag(whenAbsent: false),
            DualScanDisabled = keys.DualScanDisabled.Flag(whenAbsent: false),
            ClientPolicies = keys.ClientPolicies,
            UsesScanSources = keys.UsesScanSources.Flag(whenAbsent: false),
            FeatureSource = sources[0],
            QualitySource = sources[1],
            DriverSource = sources[2],
            OtherSource = sources[3],
            AutomaticUpdatesOff = keys.AutomaticOff.Flag(whenAbsent: false),
            ManagedByDevicePolicy = keys.HasDevicePolicy,
        };
        var hasServer = And(fact.UsesUpdateServer, fact.UpdateServer is null ? null : fact.UpdateServer.Length > 0);
        var scan = Scan(fact, HeedsScanSources(collection));
        var dual = scan.Decides == true ? false : And(fact.ClientPolicies is null ? null : fact.ClientPolicies.Count > 0, Not(And(fact.DualScanDisabled, HeedsDisabling(collection))));
        var reasons = new (InternetReason Reason, bool? Holds)[]
        {
            (InternetReason.NoUpdateServer, Not(hasServer)),
            (InternetReason.ServerOnInternet, Or(OnInternet(fact.UpdateServer), OnInternet(fact.AlternateServer))),
            (InternetReason.InternetLocationsAllowed, Not(fact.BlocksInternetLocations)),
            (InternetReason.DualScan, scan.Decides is null ? null : dual),
            (InternetReason.ScanSource, scan.NamesMicrosoft),
            (InternetReason.ScanSourceIncomplete, scan.IsIncomplete),
            (InternetReason.DeviceManagement, fact.ManagedByDevicePolicy),
            (InternetReason.InternetPeers, keys.DownloadMode.Value is { } mode ? mode == InternetPeering : keys.DownloadMode.IsAbsent ? false : null),
        };
        facts.Add(fact with
        {
            InternetReasons = reasons.Where(each => each.Holds == true).Select(each => each.Reason).ToArray(),
            MayFetchFromInternet = reasons.Any(each => each.Holds == true) ? true : reasons.Any(each => each.Holds is null) ? null : false,
            LooksAt = LooksAt(hasServer, scan, dual),
        });
        Explain(facts, collection, keys);
        return facts.Build();
    }

    private static void Explain(FactSetBuilder<UpdatePolicyFact> facts, Collection collection, UpdatePolicyKeys keys)
    {
        facts.Unread(keys.Server.GapIfUnread, nameof(UpdatePolicyFact.UpdateServer), nameof(UpdatePolicyFact.LooksAt), nameof(UpdatePolicyFact.MayFetchFromInternet));
        facts.Unread(keys.Alternate.GapIfUnread, nameof(UpdatePolicyFact.AlternateServer), nameof(UpdatePolicyFact.MayFetchFromInternet));
        facts.Unread(keys.UsesServer.GapIfUnread, nameof(UpdatePolicyFact.UsesUpdateServer), nameof(UpdatePolicyFact.LooksAt), nameof(UpdatePolicyFact.MayFetchFromInternet));
        facts.Unread(keys.BlocksInternet.GapIfUnread, nameof(UpdatePolicyFact.BlocksInternetLocations), nameof(UpdatePolicyFact.MayFetchFromInternet));
        facts.Unread(keys.DualScanDisabled.GapIfUnread, nameof(UpdatePolicyFact.DualScanDisabled), nameof(UpdatePolicyFact.LooksAt));
        facts.Unread(keys.ClientGap, nameof(UpdatePolicyFact.ClientPolicies), nameof(UpdatePolicyFact.LooksAt), nameof(UpdatePolicyFact.MayFetchFromInternet));
        facts.Unread(keys.UsesScanSources.GapIfUnread, nameof(UpdatePolicyFact.UsesScanSources), nameof(UpdatePolicyFact.LooksAt), nameof(UpdatePolicyFact.MayFetchFromInternet));
        facts.Unread(keys.AutomaticOff.GapIfUnread, nameof(UpdatePolicyFact.AutomaticUpdatesOff));
        facts.Unread(keys.DeviceGap, nameof(UpdatePolicyFact.ManagedByDevicePolicy), nameof(UpdatePolicyFact.MayFetchFromInternet));
        facts.Unread(keys.DownloadMode.GapIfUnread, nameof(UpdatePolicyFact.MayFetchFromInternet));
        foreach (var (each, property) in Classes.Zip(
            new[] { nameof(UpdatePolicyFact.FeatureSource), nameof(UpdatePolicyFact.QualitySource), nameof(UpdatePolicyFact.DriverSource), nameof(UpdatePolicyFact.OtherSource) },
            (each, property) => (each, property)))
        {
            facts.Unread(keys.ScanSourceOf(each).GapIfUnread, property);
        }

        if (collection.Kind is null || collection.Build is null)
        {
            facts.Unread(
                new Gap(GapKind.NotSupported, "root/cimv2:Win32_OperatingSystem", "which policies count depends on the build, and that isn't known"),
                nameof(UpdatePolicyFact.LooksAt), nameof(UpdatePolicyFact.MayFetchFromInternet));
        }
    }

    private static UpdateSource? LooksAt(bool? hasServer, ScanPolicies scan, bool? dual)
    {
        if (hasServer == false)
            return UpdateSource.WindowsUpdate;
        if (hasServer is null || scan.Decides is null || scan.IsIncomplete == true)
            return null;
        if (scan.Decides == true)
            return scan.Result;
        return dual is null ? null : dual.Value ? UpdateSource.WindowsUpdate : UpdateSource.Wsus;
    }

    /// <summary>Four policies, which count together: where the build heeds them, and a value of AU switches them on.</summary>
    private static ScanPolicies Scan(UpdatePolicyFact fact, bool? heeded)
    {
        var used = And(fact.UsesScanSources, heeded);
        if (used != true)
            return new ScanPolicies(used, used, used, null);
        var sources = new[] { fact.FeatureSource, fact.QualitySource, fact.DriverSource, fact.OtherSource };
        if (sources.Contains(ScanSource.NotConfigured))
            return new ScanPolicies(true, sources.Contains(ScanSource.WindowsUpdate), true, null);
        if (sources.Contains(null))
            return new ScanPolicies(null, sources.Contains(ScanSource.WindowsUpdate) ? true : null, null, null);
        var isMicrosoft = sources.Contains(ScanSource.WindowsUpdate);
        var result = !isMicrosoft ? UpdateSource.Wsus : sources.Contains(ScanSource.Wsus) ? UpdateSource.Mixed : UpdateSource.WindowsUpdate;
        return new ScanPolicies(true, isMicrosoft, false, result);
    }

    private static bool? HeedsScanSources(Collection collection) =>
        collection.Kind is null || collection.Build is null ? null : collection.Build >= (collection.Kind == HostKind.Client ? ScanSourcesOnClients : ScanSourcesOnServers);

    private static bool? HeedsDisabling(Collection collection) =>
        collection.Kind is null || collection.Build is null ? null : collection.Build < (collection.Kind == HostKind.Client ? Windows11 : Server2025);

    /// <summary>Of a number it can be told, and of Microsoft's names; any other name may stand anywhere, and is for a register to judge.</summary>
    private static bool? OnInternet(string? url)
    {
        if (url is null)
            return null;
        var host = Uri.TryCreate(url, UriKind.Absolute, out var address) ? address.DnsSafeHost : url;
        return IPAddress.TryParse(host, out var number)
            ? AddressRanges.IsPublic(number)
            : Microsofts.Any(domain => host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase));
    }

    private static ScanSource? Member(RegistryAnswer<long?> answer) =>
        answer.IsAbsent ? ScanSource.NotConfigured : answer.Value switch { 0 => ScanSource.WindowsUpdate, 1 => ScanSource.Wsus, _ => null };

    private static bool? And(bool? a, bool? b) => a == false || b == false ? false : a is null || b is null ? null : true;

    private static bool? Or(bool? a, bool? b) => Not(And(Not(a), Not(b)));

    private static bool? Not(bool? a) => !a;

    /// <param name="Decides">Whether scan-source policies, and not dual scan, say where Windows looks.</param>
    /// <param name="NamesMicrosoft">Whether one of them names Windows Update.</param>
    /// <param name="IsIncomplete">Whether some of the four are missing.</param>
    /// <param name="Result">Where they send Windows.</param>
    private sealed record ScanPolicies(bool? Decides, bool? NamesMicrosoft, bool? IsIncomplete, UpdateSource? Result);
}
