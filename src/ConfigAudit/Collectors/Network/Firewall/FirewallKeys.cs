using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Network.Firewall;

/// <summary>Where the registry keeps the firewall's profiles. Names of keys and values: [MS-GPFAS] §2.2.3.</summary>
internal static class FirewallKeys
{
    public static readonly RegistryKey Policy = RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\WindowsFirewall");
    public static readonly RegistryKey Local = RegistryKey.LocalMachine(@"SYSTEM\CurrentControlSet\Services\SharedAccess\Parameters\FirewallPolicy");

    private static readonly (FirewallProfile Profile, string[] Policies, string Local)[] Profiles =
    {
        (FirewallProfile.Domain, new[] { "DomainProfile" }, "DomainProfile"),
        (FirewallProfile.Private, new[] { "PrivateProfile", "StandardProfile" }, "StandardProfile"),
        (FirewallProfile.Public, new[] { "PublicProfile" }, "PublicProfile"),
    };

    public static IEnumerable<SourceInfo> Sources => Profiles
        .SelectMany(profile => profile.Policies.Select(name => Policy.Below(name)).Append(Local.Below(profile.Local)))
        .SelectMany(key => new[] { Settings(key).Info, Log(key).Info });

    public static IEnumerable<string> PolicyProfiles => Profiles.SelectMany(profile => profile.Policies);

    /// <summary>The keys right below that of the policy. Most hosts have none: one question saves nine.</summary>
    public static Task<RegistryAnswer<IReadOnlyList<string>>> PoliciesAsync(Registry registry, CancellationToken token) => registry.SubkeysAsync(Policy, token);

    /// <summary>Whether the policy certainly has no such key.</summary>
    public static bool Lacks(RegistryAnswer<IReadOnlyList<string>> policies, string name) =>
        policies.IsAbsent || policies.Value?.Contains(name, StringComparer.OrdinalIgnoreCase) == false;

    public static async Task<FirewallAnswers[]> ReadAsync(Registry registry, RegistryAnswer<IReadOnlyList<string>> policies, CancellationToken token)
    {
        return await Task.WhenAll(Profiles.Select(async profile =>
        {
            var local = Local.Below(profile.Local);
            var names = profile.Policies.Select(name => (Key: Policy.Below(name), IsAbsent: Lacks(policies, name))).ToArray();
            var settings = Task.WhenAll(names.Select(name => AskAsync(Settings(name.Key), name.IsAbsent)));
            var logs = Task.WhenAll(names.Select(name => AskAsync(Log(name.Key), name.IsAbsent)));
            var own = AskAsync(Settings(local), false);
            var ownLog = AskAsync(Log(local), false);
            return new FirewallAnswers(profile.Profile, await settings.ConfigureAwait(false), await logs.ConfigureAwait(false), await own.ConfigureAwait(false), await ownLog.ConfigureAwait(false));
        })).ConfigureAwait(false);

        Task<RegistryRow> AskAsync(RegistryQuery query, bool isAbsent) => isAbsent ? Task.FromResult(Absent(query)) : registry.ReadAsync(query, token);
    }

    private static RegistryQuery Settings(RegistryKey key) =>
        new(key) { Numbers = new[] { FirewallReader.Enable, FirewallReader.Inbound, FirewallReader.Outbound, FirewallReader.Merge } };

    private static RegistryQuery Log(RegistryKey key) => new(key.Below("Logging")) { Numbers = new[] { FirewallReader.Dropped, FirewallReader.Successful } };

    private static RegistryRow Absent(RegistryQuery query) => new(
        query.Key,
        null,
        RegistryAnswer<long?>.Absent(query.Key, string.Empty).Gap,
        new Dictionary<string, RegistryAnswer<string>>(),
        query.Numbers.ToDictionary(name => name, name => RegistryAnswer<long?>.Absent(query.Key, name)),
        new Dictionary<string, RegistryAnswer<IReadOnlyList<string>>>());
}
