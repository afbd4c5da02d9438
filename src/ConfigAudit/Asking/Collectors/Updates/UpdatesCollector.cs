using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Collectors.Antivirus;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>Where Windows and Microsoft Defender look for updates, and how far they have come.</summary>
internal sealed class UpdatesCollector : Collector
{
    private static readonly CimQuery Hotfixes = new(
        "root/cimv2",
        "Win32_QuickFixEngineering",
        new[] { "HotFixID", "InstalledOn", "ServicePackInEffect" }
    );

    private static readonly RegistryQuery Definitions = new(
        RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Windows Defender\Signature Updates")
    )
    {
        Texts = new[] { DefinitionPolicyReader.Order, DefinitionPolicyReader.Shares },
        Numbers = new[] { DefinitionPolicyReader.Forced, CloudDefinitions.Delivery },
    };

    /// <summary>The same settings, of device management. Unverified: known from hosts that were seen to have them there.</summary>
    private static readonly RegistryQuery Managed = new(
        RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Windows Defender\Policy Manager")
    )
    {
        Texts = new[] { DefinitionPolicyReader.ManagedOrder, DefinitionPolicyReader.ManagedShares },
        Numbers = new[] { CloudDefinitions.ManagedReporting },
    };

    private static readonly RegistryQuery Reports = new(RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Windows Defender\Spynet"))
    {
        Numbers = new[] { CloudDefinitions.Reporting },
    };

    private static readonly RegistryQuery Installed = new(
        RegistryKey.LocalMachine(@"SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\Results\Install")
    )
    {
        Texts = new[] { UpdateStatusReader.LastSuccess },
    };

    public override string Area => "Update";

    public override IReadOnlyList<FactType> Facts { get; } =
        new FactType[]
        {
            FactType<UpdatePolicyFact>.Instance,
            FactType<DefinitionPolicyFact>.Instance,
            FactType<UpdateStatusFact>.Instance,
            FactType<PatchLevelFact>.Instance,
            FactType<HotfixFact>.Instance,
        };

    public override IReadOnlyList<SourceInfo> Sources { get; } =
        UpdatePolicyKeys
            .Queries.Append(Definitions)
            .Append(Managed)
            .Append(Reports)
            .Concat(PendingRestart.Queries)
            .Append(Installed)
            .Select(query => query.Info)
            .Append(Hotfixes.Info)
            .Append(new SourceInfo(PatchLevelReader.Key.Source, new[] { PatchLevelReader.Revision }))
            .Append(new SourceInfo(AntivirusCollector.Preference.Source, new[] { DefinitionPolicyReader.EffectiveOrder }))
            .ToArray();

    public override async Task<IReadOnlyList<FactSet>> CollectAsync(Collection collection, CancellationToken token)
    {
        var registry = new Registry(collection.Source);
        var hotfixes = collection.Source.QueryAsync(Hotfixes, token);
        var policy = Task.WhenAll(UpdatePolicyKeys.Queries.Select(query => registry.ReadAsync(query, token)));
        var definitions = registry.ReadAsync(Definitions, token);
        var managed = registry.ReadAsync(Managed, token);
        var reports = registry.ReadAsync(Reports, token);
        var preference = collection.Source.QueryAsync(AntivirusCollector.Preference, token);
        var restart = PendingRestart.ReadAsync(registry, token);
        var installed = registry.ReadAsync(Installed, token);
        var revision = registry.NumberAsync(PatchLevelReader.Key, PatchLevelReader.Revision, token);

        var packages = HotfixReader.Read(collection, await hotfixes.ConfigureAwait(false));
        var pending = await restart.ConfigureAwait(false);
        var status = UpdateStatusReader.Read(collection, pending, await installed.ConfigureAwait(false), packages);
        return new FactSet[]
        {
            UpdatePolicyReader.Read(collection, new UpdatePolicyKeys(await policy.ConfigureAwait(false))),
            DefinitionPolicyReader.Read(
                collection,
                await definitions.ConfigureAwait(false),
                await managed.ConfigureAwait(false),
                await reports.ConfigureAwait(false),
                await preference.ConfigureAwait(false)
            ),
            status,
            PatchLevelReader.Read(collection, await revision.ConfigureAwait(false), pending, packages, status.Items[0]),
            packages,
        };
    }
}
