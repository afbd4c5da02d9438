using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>
/// Antivirus and EDR products: the Security Center of a client, Microsoft Defender's own class, and on every host the services of the
/// security-product catalogue, since servers have no Security Center and EDR sensors don't register with it. The same catalogue says where
/// products keep the day
/// of their definitions.
/// </summary>
internal sealed class AntivirusCollector : Collector
{
    /// <summary>Defender's provider is known to hang beside another vendor's product; where it works it answers at once.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly CimQuery SecurityCenter = new(
        "root/SecurityCenter2",
        "AntiVirusProduct",
        new[] { "displayName", "productState", "timestamp", "pathToSignedProductExe", "pathToSignedReportingExe" }
    );

    // All properties: the class grew over the years, and WMI rejects a query that names one which a host lacks.
    private static readonly CimQuery Defender = new("root/Microsoft/Windows/Defender", "MSFT_MpComputerStatus", Array.Empty<string>())
    {
        Within = Patience,
    };

    internal static CimQuery Preference { get; } =
        new("root/Microsoft/Windows/Defender", "MSFT_MpPreference", Array.Empty<string>()) { Within = Patience };

    private static readonly RegistryQuery Sensor = new(
        RegistryKey.LocalMachine(@"SOFTWARE\Microsoft\Windows Advanced Threat Protection\Status")
    )
    {
        Numbers = new[] { ServiceProductReader.OnboardingName },
    };

    private static readonly CimQuery Services = new(
        "root/cimv2",
        "Win32_Service",
        ServiceRow.Properties.Concat(new[] { "Name", "StartMode", "AcceptStop", "PathName" }).ToArray()
    );

    private static readonly CimQuery Drivers = new("root/cimv2", "Win32_SystemDriver", ServiceRow.OfDrivers.Append("Name").ToArray());

    private static readonly CimQuery Start = new("root/cimv2", "Win32_OperatingSystem", new[] { "LastBootUpTime" });

    private static readonly CimQuery Windows = new("root/cimv2", "Win32_OperatingSystem", new[] { "OperatingSystemSKU" });

    /// <summary>Windows Enterprise multi-session: a client by its builds, with a server's ProductType and without a Security
    /// Center.</summary>
    private const long MultiSession = 175;

    public override string Area => "Antivirus";

    public override IReadOnlyList<FactType> Facts { get; } =
        new FactType[] { FactType<AntivirusFact>.Instance, FactType<DefenderSettingsFact>.Instance };

    public override IReadOnlyList<SourceInfo> Sources { get; } =
        new[]
        {
            SecurityCenter.Info,
            new SourceInfo(
                Defender.Source,
                new[]
                {
                    "AMServiceEnabled",
                    "AntivirusEnabled",
                    "RealTimeProtectionEnabled",
                    "BehaviorMonitorEnabled",
                    "IsTamperProtected",
                    "AMRunningMode",
                    "OnAccessProtectionEnabled",
                    "IoavProtectionEnabled",
                    "AntivirusSignatureVersion",
                    "AntivirusSignatureLastUpdated",
                    "AntivirusSignatureAge",
                    "DefenderSignaturesOutOfDate",
                    "AMEngineVersion",
                    "ProductStatus",
                    DefenderStatus.Troubleshooting,
                }
            ),
            new SourceInfo(
                Preference.Source,
                new[]
                {
                    "DisableRealtimeMonitoring",
                    "DisableIOAVProtection",
                    "DisableBehaviorMonitoring",
                    "DisableLocalAdminMerge",
                    "ExclusionPath",
                    "ExclusionExtension",
                    "ExclusionProcess",
                    "ExclusionIpAddress",
                }
                    .Concat(DefenderActions.Names)
                    .ToArray()
            ),
            Services.Info,
            Drivers.Info,
            new SourceInfo(Windows.Source, Windows.Properties.Concat(Start.Properties).ToArray()),
            Sensor.Info,
        }
            .Concat(RunningPrograms.Sources)
            .Concat(DefenderPolicy.Sources)
            .Concat(DefenderSwitches.Sources)
            .ToArray();

    public override IReadOnlyList<SourceInfo> SourcesBy(CatalogFolder catalogs) =>
        Sources
            .Concat(catalogs.SecurityProducts.SelectMany(product => product.Definitions).Select(definition => definition.Info))
            .ToArray();

    public override async Task<IReadOnlyList<FactSet>> CollectAsync(Collection collection, CancellationToken token)
    {
        var center = CenterAsync(collection, token);
        var defender = collection.Source.QueryAsync(Defender, token);
        var preference = collection.Source.QueryAsync(Preference, token);
        var policy = DefenderPolicy.AskAsync(collection.Source, token);
        var sensor = new Registry(collection.Source).ReadAsync(Sensor, token);
        var products = collection.Catalogs.SecurityProducts;
        var service = collection.Source.QueryNamedAsync(
            Services,
            "Name",
            products.SelectMany(product => product.Services.Concat(product.Components)).Append(DefenderReader.Service),
            token
        );
        var driver = collection.Source.QueryNamedAsync(Drivers, "Name", products.SelectMany(product => product.Drivers), token);
        var registered = await center.ConfigureAwait(false);
        var registrations = Registration.All(registered);
        var status = await defender.ConfigureAwait(false);
        var states = new ServiceStates(await service.ConfigureAwait(false), await driver.ConfigureAwait(false));
        var definitions = DefinitionKeys.AskAsync(collection, ProductLookup.Present(collection, registrations, states), token);
        var programs = await RunningPrograms.AskAsync(collection.Source, registrations.Where(IsOpen), token).ConfigureAwait(false);
        // Where verified services decide, there is nothing more to ask.
        bool IsOpen(Registration each) =>
            each.Claim == ProtectionState.On
            && ProductLookup.ProductOf(collection, each, states) is not { IsVerified: true, Services.Count: > 0 };
        var (preferences, policies) = (await preference.ConfigureAwait(false), await policy.ConfigureAwait(false));
        var switches = await DefenderSwitches.AskAsync(collection.Source, policies, preferences, token).ConfigureAwait(false);
        var isOn = new SoleInstance(status, Defender.Source).Row is { } own && new DefenderStatus(own).State == ProtectionState.On;
        // An old word that isn't contradicted turns on nothing.
        var started = registrations.Any(each => (isOn || each.Claim == ProtectionState.On) && each.IsOld(collection.Now))
            ? await collection.Source.QueryAsync(Start, token).ConfigureAwait(false)
            : CimAnswer.Of(Array.Empty<CimRow>());
        var lastBoot = new SoleInstance(started, Start.Source).Read("LastBootUpTime", row => row.Instant("LastBootUpTime")).Value;
        var onboarding = (await sensor.ConfigureAwait(false)).Number(ServiceProductReader.OnboardingName);
        return new FactSet[]
        {
            AntivirusReader.Read(
                collection,
                new AntivirusAnswers(
                    registered,
                    registrations,
                    status,
                    switches,
                    states,
                    programs,
                    onboarding,
                    lastBoot,
                    await definitions.ConfigureAwait(false)
                )
            ),
            DefenderSettingsReader.Read(collection, registrations, status, states, preferences, policies),
        };
    }

    /// <summary>Null where Windows has no Security Center.</summary>
    private static async Task<CimAnswer?> CenterAsync(Collection collection, CancellationToken token)
    {
        if (collection.Kind is HostKind.Server or HostKind.DomainController)
            return null;
        var center = await collection.Source.QueryAsync(SecurityCenter, token).ConfigureAwait(false);
        if (center.Gap is not { Kind: GapKind.NotPresent })
            return center;
        var system = await collection.Source.QueryAsync(Windows, token).ConfigureAwait(false);
        return system.Rows.Count == 1 && system.Rows[0].Number("OperatingSystemSKU") == MultiSession ? null : center;
    }
}
