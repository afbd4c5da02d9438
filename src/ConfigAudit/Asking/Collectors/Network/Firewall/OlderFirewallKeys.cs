using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>
/// Settings of group policy that let remote administration, Remote Desktop, file sharing or a port in without a rule: the administrative
/// templates of Windows XP's time, which
/// are offered to this day. Unverified: what each of them opens on a later Windows. So they are looked for, and one that is on is a gap
/// among the rules.
/// </summary>
internal static class OlderFirewallKeys
{
    private const string Enabled = "Enabled";
    private const string OpenPorts = "GloballyOpenPorts";

    private static readonly (string Key, string Switch)[] Switches =
    {
        ("RemoteAdminSettings", "RemoteAdminSettings"),
        ("Services", @"Services\RemoteDesktop"),
        ("Services", @"Services\FileAndPrint"),
    };

    public static IEnumerable<SourceInfo> Sources =>
        FirewallKeys
            .PolicyProfiles.Select(FirewallKeys.Policy.Below)
            .SelectMany(key =>
                Switches.Select(each => Switch(key, each.Switch).Info).Append(new SourceInfo(List(key).Source, new[] { "*" }))
            );

    /// <param name="registry">The host's.</param>
    /// <param name="policies">The keys right below that of the policy.</param>
    /// <param name="token">To give up.</param>
    public static async Task<Gap?> ReadAsync(Registry registry, RegistryAnswer<IReadOnlyList<string>> policies, CancellationToken token)
    {
        var profiles = FirewallKeys
            .PolicyProfiles.Where(name => policies.Value?.Contains(name, StringComparer.OrdinalIgnoreCase) == true)
            .Select(FirewallKeys.Policy.Below);
        var gaps = await Task.WhenAll(profiles.Select(key => ReadAsync(registry, key, token))).ConfigureAwait(false);
        return gaps.FirstOrDefault(gap => gap is not null);
    }

    private static async Task<Gap?> ReadAsync(Registry registry, RegistryKey profile, CancellationToken token)
    {
        var keys = await registry.SubkeysAsync(profile, token).ConfigureAwait(false);
        bool Has(string name) => keys.Value?.Contains(name, StringComparer.OrdinalIgnoreCase) == true;
        var switches = Task.WhenAll(
            Switches.Where(each => Has(each.Key)).Select(each => registry.ReadAsync(Switch(profile, each.Switch), token))
        );
        var ports = Has(OpenPorts) ? await registry.ValueNamesAsync(List(profile), token).ConfigureAwait(false) : null;
        return keys.GapIfUnread
            ?? (await switches.ConfigureAwait(false))
                .Select(row => row.Number(Enabled).GapIfUnread ?? (row.Number(Enabled).Value is null or 0 ? null : On(row.Source)))
                .FirstOrDefault(gap => gap is not null)
            ?? ports?.GapIfUnread
            ?? (ports?.Value?.Count > 0 ? On(List(profile).Source) : null);
    }

    private static RegistryQuery Switch(RegistryKey profile, string name) => new(profile.Below(name)) { Numbers = new[] { Enabled } };

    private static RegistryKey List(RegistryKey profile) => profile.Below(OpenPorts + @"\List");

    private static Gap On(string source) =>
        new(
            GapKind.NotSupported,
            source,
            new LocalText(
                "グループポリシーの古い形式の設定で受信が許可されており、何を開くか分からない",
                "group policy lets something in by a setting of an older kind, and what that opens isn't known"
            )
        );
}
