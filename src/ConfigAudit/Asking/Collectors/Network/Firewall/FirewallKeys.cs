using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>
/// Where the registry keeps the firewall's profiles. Names of keys and values: [MS-GPFAS] §2.2.3. Those of device management (the Firewall
/// CSP's MdmStore) stand in a key of the same
/// shape: unverified, known from scripts and benchmarks that read it there. Nobody was seen to read a PrivateProfile in it, where the CSP
/// has a node of that name; it is looked for.
/// </summary>
internal static class FirewallKeys
{
    public static readonly RegistryKey Policy = RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\WindowsFirewall");
    public static readonly RegistryKey Local = RegistryKey.LocalMachine(
        @"SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy"
    );

    public static readonly RegistryKey Device = Local.Below(DeviceName);

    private const string DeviceName = "Mdm";

    private static readonly (FirewallProfile Profile, string[] Policies, string Local)[] Profiles =
    {
        (FirewallProfile.Domain, new[] { "DomainProfile" }, "DomainProfile"),
        (FirewallProfile.Private, new[] { "PrivateProfile", "StandardProfile" }, "StandardProfile"),
        (FirewallProfile.Public, new[] { "PublicProfile" }, "PublicProfile"),
    };

    public static IEnumerable<SourceInfo> Sources =>
        Profiles
            .SelectMany(profile =>
                profile.Policies.SelectMany(name => new[] { Policy.Below(name), Device.Below(name) }).Append(Local.Below(profile.Local))
            )
            .SelectMany(key => new[] { Settings(key).Info, Log(key).Info });

    public static IEnumerable<string> PolicyProfiles => Profiles.SelectMany(profile => profile.Policies);

    /// <summary>The keys right below that of the policy. Most hosts have none: one question saves nine.</summary>
    public static Task<RegistryAnswer<IReadOnlyList<string>>> PoliciesAsync(Registry registry, CancellationToken token) =>
        registry.SubkeysAsync(Policy, token);

    /// <summary>The keys right below that of device management: none where the firewall's own key, in which it would stand, doesn't hold
    /// it.</summary>
    private static async Task<RegistryAnswer<IReadOnlyList<string>>> DevicesAsync(Registry registry, CancellationToken token)
    {
        var local = await registry.SubkeysAsync(Local, token).ConfigureAwait(false);
        return Lacks(local, DeviceName)
            ? new RegistryAnswer<IReadOnlyList<string>>(Array.Empty<string>(), null)
            : await registry.SubkeysAsync(Device, token).ConfigureAwait(false);
    }

    /// <summary>Whether the policy certainly has no such key.</summary>
    public static bool Lacks(RegistryAnswer<IReadOnlyList<string>> policies, string name) =>
        policies.IsAbsent || policies.Value?.Contains(name, StringComparer.OrdinalIgnoreCase) == false;

    public static async Task<FirewallAnswers[]> ReadAsync(
        Registry registry,
        RegistryAnswer<IReadOnlyList<string>> policies,
        CancellationToken token
    )
    {
        var devices = await DevicesAsync(registry, token).ConfigureAwait(false);
        return await Task.WhenAll(
                Profiles.Select(async profile =>
                {
                    var local = Local.Below(profile.Local);
                    var (settings, logs) = (
                        AllAsync(profile.Policies, Policy, policies, Settings),
                        AllAsync(profile.Policies, Policy, policies, Log)
                    );
                    var (managed, managedLogs) = (
                        AllAsync(profile.Policies, Device, devices, Settings),
                        AllAsync(profile.Policies, Device, devices, Log)
                    );
                    var (own, ownLog) = (AskAsync(Settings(local), false), AskAsync(Log(local), false));
                    return new FirewallAnswers(
                        profile.Profile,
                        await settings.ConfigureAwait(false),
                        await logs.ConfigureAwait(false),
                        await managed.ConfigureAwait(false),
                        await managedLogs.ConfigureAwait(false),
                        await own.ConfigureAwait(false),
                        await ownLog.ConfigureAwait(false)
                    );
                })
            )
            .ConfigureAwait(false);

        Task<RegistryRow[]> AllAsync(
            string[] names,
            RegistryKey above,
            RegistryAnswer<IReadOnlyList<string>> there,
            Func<RegistryKey, RegistryQuery> query
        ) => Task.WhenAll(names.Select(name => AskAsync(query(above.Below(name)), Lacks(there, name))));

        Task<RegistryRow> AskAsync(RegistryQuery query, bool isAbsent) =>
            isAbsent ? Task.FromResult(Absent(query)) : registry.ReadAsync(query, token);
    }

    private static RegistryQuery Settings(RegistryKey key) =>
        new(key)
        {
            Numbers = new[]
            {
                FirewallReader.Enable,
                FirewallReader.Inbound,
                FirewallReader.Outbound,
                FirewallReader.Shielded,
                FirewallReader.Merge,
            },
            Texts = new[] { FirewallReader.Exceptions },
        };

    private static RegistryQuery Log(RegistryKey key) =>
        new(key.Below("Logging")) { Numbers = new[] { FirewallReader.Dropped, FirewallReader.Successful } };

    private static RegistryRow Absent(RegistryQuery query) =>
        new(
            query.Key,
            null,
            RegistryAnswer<long?>.Absent(query.Key, string.Empty).Gap,
            query.Texts.ToDictionary(name => name, name => RegistryAnswer<string>.Absent(query.Key, name)),
            query.Numbers.ToDictionary(name => name, name => RegistryAnswer<long?>.Absent(query.Key, name)),
            new Dictionary<string, RegistryAnswer<IReadOnlyList<string>>>()
        );
}
