using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>Where rules stand as texts: those of group policy, and of device management.</summary>
internal static class FirewallRuleKeys
{
    /// <summary>One round trip each. Group policy's are dozens at most, and Windows' own hundreds don't stand here.</summary>
    private const int MostRules = 1000;

    private const string Rules = "FirewallRules";

    private static readonly RegistryKey Mdm = FirewallKeys.Device.Below(Rules);

    public static IEnumerable<SourceInfo> Sources =>
        new[] { FirewallKeys.Policy.Below(Rules), Mdm }
            .Select(key => new SourceInfo(key.Source, new[] { "*" }))
            .Concat(OlderFirewallKeys.Sources);

    /// <param name="registry">The host's.</param>
    /// <param name="policies">The keys right below that of the policy.</param>
    /// <param name="token">To give up.</param>
    public static async Task<FirewallRuleTexts[]> ReadAsync(
        Registry registry,
        RegistryAnswer<IReadOnlyList<string>> policies,
        CancellationToken token
    )
    {
        var key = FirewallKeys.Policy.Below(Rules);
        var older = OlderFirewallKeys.ReadAsync(registry, policies, token);
        var policy = FirewallKeys.Lacks(policies, Rules)
            ? Task.FromResult(new FirewallRuleTexts(SettingOrigin.Policy, key))
            : ReadAsync(registry, SettingOrigin.Policy, key, token);
        var mdm = ReadAsync(registry, SettingOrigin.Mdm, Mdm, token);
        return new[]
        {
            (await policy.ConfigureAwait(false)) with
            {
                Older = await older.ConfigureAwait(false),
            },
            await mdm.ConfigureAwait(false),
        };
    }

    private static async Task<FirewallRuleTexts> ReadAsync(
        Registry registry,
        SettingOrigin origin,
        RegistryKey key,
        CancellationToken token
    )
    {
        var values = await RegistryValues.ListAsync(registry, key, token).ConfigureAwait(false);
        var names = (values.Names ?? Array.Empty<string>()).OrderBy(name => name, StringComparer.Ordinal).ToArray();
        var texts = await Task.WhenAll(
                names.Take(MostRules).Select(async name => (name, await values.TextAsync(name, token).ConfigureAwait(false)))
            )
            .ConfigureAwait(false);
        var gap = values.Gap is { Kind: GapKind.NotPresent } ? null : values.Gap;
        return new FirewallRuleTexts(origin, key)
        {
            Texts = texts,
            Gap =
                gap
                ?? (
                    names.Length > MostRules
                        ? new Gap(
                            GapKind.Unusable,
                            key.Source,
                            new LocalText($"規則が{MostRules}件を超える", $"it has more than {MostRules} rules")
                        )
                        : null
                ),
        };
    }
}

/// <summary>The rules that one key holds as texts.</summary>
internal sealed record FirewallRuleTexts(SettingOrigin Origin, RegistryKey Key)
{
    public IReadOnlyList<(string Name, RegistryAnswer<string> Text)> Texts { get; init; } = Array.Empty<(string, RegistryAnswer<string>)>();

    /// <summary>Why there may be more; null for a key that isn't there.</summary>
    public Gap? Gap { get; init; }

    /// <summary>Why there may be what works like a rule: settings of an older kind.</summary>
    public Gap? Older { get; init; }
}
