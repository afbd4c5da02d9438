using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Software;

/// <summary>
/// Installed products from the uninstall keys, and packages (MSIX) from theirs: those of the machine, and those of the users whose hives
/// are loaded. What an account
/// of Windows' own has in its hive (SYSTEM, the services) is installed for the machine.
/// </summary>
internal sealed class SoftwareCollector : Collector
{
    /// <summary>More subkeys than any machine has. The fullest one recorded has 535.</summary>
    private const int MaxEntries = 4000;

    /// <summary>The account SYSTEM, by which management tools install.</summary>
    private const string LocalSystem = "S-1-5-18";

    private const string Default = ".DEFAULT";

    private const string Uninstall = @"Microsoft\Windows\CurrentVersion\Uninstall";

    private static readonly RegistryKey Native = RegistryKey.LocalMachine(@"SOFTWARE\" + Uninstall);
    private static readonly RegistryKey Wow = RegistryKey.LocalMachine(@"SOFTWARE\Wow6432Node\" + Uninstall);

    public override string Area => "Software";

    public override IReadOnlyList<FactType> Facts { get; } = new FactType[] { FactType<SoftwareFact>.Instance };

    public override IReadOnlyList<SourceInfo> Sources { get; } =
        new[] { Native, Wow, UserUninstall("*"), UserWow("*") }
            .Select(key => new SourceInfo(key.Source, UninstallEntry.ValueNames))
            .Append(RegistryWidth.Source)
            .Concat(
                new[] { PackageRoot.OfMachine, PackageRoot.OfUser("*") }.Select(key => new SourceInfo(key.Source, Array.Empty<string>()))
            )
            .ToArray();

    public override async Task<IReadOnlyList<FactSet>> CollectAsync(Collection collection, CancellationToken token)
    {
        var registry = new Registry(collection.Source);
        var users = await registry.SubkeysAsync(RegistryKey.Users, token).ConfigureAwait(false);
        var people = (users.Value ?? Array.Empty<string>()).Where(IsPerson).ToArray();

        var packages = PackagesAsync(registry, people, token);
        var native = ReadRootAsync(registry, new UninstallRoot(Native, SoftwareScope.Machine), token);
        var wow = ReadRootAsync(registry, new UninstallRoot(Wow, SoftwareScope.Machine), token);
        var own = await Task.WhenAll(Hives(users.Value ?? Array.Empty<string>()).Select(root => ReadRootAsync(registry, root, token)))
            .ConfigureAwait(false);
        var machine = new[] { await native.ConfigureAwait(false), await wow.ConfigureAwait(false) };
        var width = await RegistryWidth.DoubtAsync(registry, collection, machine[0], machine[1], token).ConfigureAwait(false);
        return new FactSet[]
        {
            SoftwareReader.Read(collection, new SoftwareAnswers(users, machine, Once(own), await packages.ConfigureAwait(false), width)),
        };
    }

    private static RegistryKey UserUninstall(string sid) => RegistryKey.Users.Below($@"{sid}\SOFTWARE\{Uninstall}");

    private static RegistryKey UserWow(string sid) => RegistryKey.Users.Below($@"{sid}\SOFTWARE\Wow6432Node\{Uninstall}");

    /// <summary>The uninstall keys of the loaded hives. Older recordings hold those of people alone, and no 32-bit ones: of others they say
    /// nothing, and no live host answers so.</summary>
    private static IEnumerable<UninstallRoot> Hives(IEnumerable<string> sids) =>
        from sid in sids
        where !IsClasses(sid)
        let scope = IsPerson(sid) ? SoftwareScope.User : SoftwareScope.Machine
        from key in new[] { UserUninstall(sid), UserWow(sid) }
        select new UninstallRoot(key, scope) { MayBeUnrecorded = scope == SoftwareScope.Machine || key == UserWow(sid) };

    /// <summary>.DEFAULT is SYSTEM's hive under another name: what stands in both is there once.</summary>
    private static UninstallRoot[] Once(IReadOnlyList<UninstallRoot> roots)
    {
        var system = roots
            .Where(root => root.Key == UserUninstall(LocalSystem) || root.Key == UserWow(LocalSystem))
            .SelectMany(root => root.Entries)
            .Select(Told)
            .ToArray();
        return roots
            .Select(root =>
                root.Key == UserUninstall(Default) || root.Key == UserWow(Default)
                    ? root with
                    {
                        Entries = root.Entries.Where(entry => !system.Contains(Told(entry))).ToArray(),
                    }
                    : root
            )
            .ToArray();

        static (string, string?, string?) Told(UninstallEntry entry) =>
            (entry.KeyName.ToUpperInvariant(), entry.DisplayName.Value, entry.Version.Value);
    }

    private static Task<PackageRoot[]> PackagesAsync(Registry registry, IReadOnlyList<string> people, CancellationToken token)
    {
        var roots = people
            .Select(sid => (Key: PackageRoot.OfUser(sid), Scope: SoftwareScope.User))
            .Prepend((Key: PackageRoot.OfMachine, Scope: SoftwareScope.Machine));
        return Task.WhenAll(
            roots.Select(async root => new PackageRoot(
                root.Key,
                root.Scope,
                await registry.SubkeysAsync(root.Key, token).ConfigureAwait(false)
            ))
        );
    }

    /// <summary>Local, domain and Entra accounts (S-1-5-21-…, S-1-12-1-…); not services, and not the _Classes halves of hives.</summary>
    private static bool IsPerson(string sid) =>
        (sid.StartsWith("S-1-5-21-", StringComparison.OrdinalIgnoreCase) || sid.StartsWith("S-1-12-1-", StringComparison.OrdinalIgnoreCase))
        && !IsClasses(sid);

    private static bool IsClasses(string sid) => sid.EndsWith("_Classes", StringComparison.OrdinalIgnoreCase);

    private static async Task<UninstallRoot> ReadRootAsync(Registry registry, UninstallRoot root, CancellationToken token)
    {
        var names = await registry.SubkeysAsync(root.Key, token).ConfigureAwait(false);
        var keys = names.Value ?? Array.Empty<string>();
        // Every Windows has the first; a host that says it hasn't was not asked what it seems.
        var unread = root.Key == Native ? names.Gap : names.GapIfUnread;
        var gap =
            keys.Count > MaxEntries
                ? new Gap(
                    GapKind.Unusable,
                    root.Key.Source,
                    new LocalText(
                        $"サブキーが{keys.Count}個あり、{MaxEntries}個を読んだ",
                        $"it has {keys.Count} subkeys; {MaxEntries} were read"
                    )
                )
            : root.MayBeUnrecorded && unread?.Kind == GapKind.NotRecorded ? null
            : unread;
        // All at once: the session lets a few through at a time.
        var entries = keys.Take(MaxEntries).Select(name => ReadEntryAsync(registry, root.Key.Below(name), token));
        return root with { Gap = gap, IsAbsent = names.IsAbsent, Entries = await Task.WhenAll(entries).ConfigureAwait(false) };
    }

    /// <summary>Round trips are what a walk through these keys costs. Keys without a name are no programs, and most of them are
    /// empty.</summary>
    private static async Task<UninstallEntry> ReadEntryAsync(Registry registry, RegistryKey key, CancellationToken token)
    {
        var values = await RegistryValues.ListAsync(registry, key, token).ConfigureAwait(false);
        var name = await values.TextAsync(UninstallEntry.Name, token).ConfigureAwait(false);
        if (string.IsNullOrWhiteSpace(name.Value))
            return new UninstallEntry(key, name);

        var component = values.NumberAsync(UninstallEntry.SystemComponentName, token);
        var names = new[]
        {
            UninstallEntry.VersionName,
            UninstallEntry.PublisherName,
            UninstallEntry.InstallDateName,
            UninstallEntry.ParentKeyName,
            UninstallEntry.ReleaseTypeName,
        };
        var texts = await Task.WhenAll(names.Select(value => values.TextAsync(value, token))).ConfigureAwait(false);
        return new UninstallEntry(key, name)
        {
            Version = texts[0],
            Publisher = texts[1],
            InstallDate = texts[2],
            ParentKey = texts[3],
            ReleaseType = texts[4],
            SystemComponent = await component.ConfigureAwait(false),
        };
    }
}
