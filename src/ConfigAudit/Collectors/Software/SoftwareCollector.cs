using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Software;

/// <summary>Installed products from the uninstall keys: both views of the machine, and the hives of the users who are logged on.</summary>
internal sealed class SoftwareCollector : Collector
{
    /// <summary>How many registry calls are in flight on one session. Each is a round trip of its own.</summary>
    private const int InFlight = 8;

    private const string Uninstall = @"Microsoft\Windows\CurrentVersion\Uninstall";

    private static readonly RegistryKey[] MachineKeys =
    {
        RegistryKey.LocalMachine(@"SOFTWARE\" + Uninstall),
        RegistryKey.LocalMachine(@"SOFTWARE\Wow6432Node\" + Uninstall),
    };

    public override string Area => "Software";

    public override IReadOnlyList<FactType> Facts { get; } = new FactType[] { FactType<SoftwareFact>.Instance };

    public override IReadOnlyList<SourceInfo> Sources { get; } = MachineKeys
        .Append(RegistryKey.Users.Below(@"*\SOFTWARE\" + Uninstall))
        .Select(key => new SourceInfo(key.Source, UninstallEntry.ValueNames))
        .ToArray();

    public override async Task<IReadOnlyList<FactSet>> CollectAsync(Collection collection, CancellationToken token)
    {
        var registry = new Registry(collection.Source);
        using var flight = new SemaphoreSlim(InFlight);
        var users = await registry.SubkeysAsync(RegistryKey.Users, token).ConfigureAwait(false);
        var roots = MachineKeys.Select(key => new UninstallRoot(key, SoftwareScope.Machine))
            .Concat((users.Value ?? Array.Empty<string>()).Where(IsPerson)
                .Select(sid => new UninstallRoot(RegistryKey.Users.Below($@"{sid}\SOFTWARE\{Uninstall}"), SoftwareScope.User)));

        var read = await Task.WhenAll(roots.Select(root => ReadRootAsync(registry, root, flight, token))).ConfigureAwait(false);
        return new FactSet[] { SoftwareReader.Read(collection, read, users.Gap) };
    }

    /// <summary>Local, domain and Entra accounts (S-1-5-21-…, S-1-12-1-…); not services, and not the _Classes halves of hives.</summary>
    private static bool IsPerson(string sid) =>
        (sid.StartsWith("S-1-5-21-", StringComparison.OrdinalIgnoreCase) || sid.StartsWith("S-1-12-1-", StringComparison.OrdinalIgnoreCase))
        && !sid.EndsWith("_Classes", StringComparison.OrdinalIgnoreCase);

    private static async Task<UninstallRoot> ReadRootAsync(Registry registry, UninstallRoot root, SemaphoreSlim flight, CancellationToken token)
    {
        var names = await registry.SubkeysAsync(root.Key, token).ConfigureAwait(false);
        var entries = (names.Value ?? Array.Empty<string>()).Select(name => ReadEntryAsync(registry, root.Key.Below(name), flight, token));
        return root with { Gap = names.GapIfUnread, Entries = await Task.WhenAll(entries).ConfigureAwait(false) };
    }

    private static async Task<UninstallEntry> ReadEntryAsync(Registry registry, RegistryKey key, SemaphoreSlim flight, CancellationToken token)
    {
        await flight.WaitAsync(token).ConfigureAwait(false);
        try
        {
            // Most keys that aren't programs lack the name: one call tells, and the rest is saved.
            var name = await registry.TextAsync(key, UninstallEntry.Name, token).ConfigureAwait(false);
            if (string.IsNullOrWhiteSpace(name.Value))
                return new UninstallEntry(key, name);
            return new UninstallEntry(key, name)
            {
                Version = await registry.TextAsync(key, UninstallEntry.VersionName, token).ConfigureAwait(false),
                Publisher = await registry.TextAsync(key, UninstallEntry.PublisherName, token).ConfigureAwait(false),
                InstallDate = await registry.TextAsync(key, UninstallEntry.InstallDateName, token).ConfigureAwait(false),
                SystemComponent = await registry.NumberAsync(key, UninstallEntry.SystemComponentName, token).ConfigureAwait(false),
                ParentKey = await registry.TextAsync(key, UninstallEntry.ParentKeyName, token).ConfigureAwait(false),
                ReleaseType = await registry.TextAsync(key, UninstallEntry.ReleaseTypeName, token).ConfigureAwait(false),
            };
        }
        finally
        {
            flight.Release();
        }
    }
}
