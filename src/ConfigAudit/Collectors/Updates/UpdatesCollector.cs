using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Updates;

/// <summary>Where Windows and Microsoft Defender look for updates, and how far they have come.</summary>
internal sealed class UpdatesCollector : Collector
{
    private static readonly RegistryKey Current = RegistryKey.LocalMachine(@"SOFTWARE\Microsoft\Windows\CurrentVersion");
    private static readonly RegistryKey AutoUpdate = Current.Below(@"WindowsUpdate\Auto Update");

    private static readonly CimQuery Hotfixes = new("root/cimv2", "Win32_QuickFixEngineering", new[] { "HotFixID", "InstalledOn", "ServicePackInEffect" });

    private static readonly RegistryQuery Definitions = new(RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Windows Defender\Signature Updates"))
    {
        Texts = new[] { DefinitionPolicyReader.Order, DefinitionPolicyReader.Shares },
        Numbers = new[] { DefinitionPolicyReader.Forced },
    };

    // That these two are there is all that they say.
    private static readonly RegistryQuery Servicing = new(Current.Below(@"Component Based Servicing\RebootPending"));
    private static readonly RegistryQuery Required = new(AutoUpdate.Below("RebootRequired"));

    private static readonly RegistryQuery Installed = new(AutoUpdate.Below(@"Results\Install")) { Texts = new[] { UpdateStatusReader.LastSuccess } };

    public override string Area => "Update";

    public override IReadOnlyList<FactType> Facts { get; } = new FactType[]
    {
        FactType<UpdatePolicyFact>.Instance, FactType<DefinitionPolicyFact>.Instance, FactType<UpdateStatusFact>.Instance, FactType<HotfixFact>.Instance,
    };

    public override IReadOnlyList<SourceInfo> Sources { get; } = UpdatePolicyKeys.Queries.Append(Definitions).Append(Servicing).Append(Required).Append(Installed)
        .Select(query => query.Info)
        .Append(new SourceInfo(Hotfixes.Source, Hotfixes.Properties))
        .ToArray();

    public override async Task<IReadOnlyList<FactSet>> CollectAsync(Collection collection, CancellationToken token)
    {
        var registry = new Registry(collection.Source);
        var hotfixes = collection.Source.QueryAsync(Hotfixes, token);
        var policy = Task.WhenAll(UpdatePolicyKeys.Queries.Select(query => registry.ReadAsync(query, token)));
        var definitions = registry.ReadAsync(Definitions, token);
        var servicing = registry.ReadAsync(Servicing, token);
        var required = registry.ReadAsync(Required, token);
        var installed = registry.ReadAsync(Installed, token);

        var packages = HotfixReader.Read(collection, await hotfixes.ConfigureAwait(false));
        return new FactSet[]
        {
            UpdatePolicyReader.Read(collection, new UpdatePolicyKeys(await policy.ConfigureAwait(false))),
            DefinitionPolicyReader.Read(collection, await definitions.ConfigureAwait(false)),
            UpdateStatusReader.Read(
                collection, await servicing.ConfigureAwait(false), await required.ConfigureAwait(false), await installed.ConfigureAwait(false), packages),
            packages,
        };
    }
}
