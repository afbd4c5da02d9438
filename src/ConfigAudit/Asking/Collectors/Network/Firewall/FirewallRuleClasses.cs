using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>
/// The rules of the machine's own store: the rules' class, and one class for each kind of filter, whose instances have the InstanceID of
/// their rule. Each is
/// listed once; asking the filters of one rule after the other takes minutes. Unverified on a live host: that a query without a store is
/// about the machine's own, as
/// Get-NetFirewallRule documents it.
/// </summary>
internal static class FirewallRuleClasses
{
    private const string Namespace = "root/StandardCimv2";

    /// <summary>All of them: a condition would keep those back that don't tell whether they are meant.</summary>
    private static readonly CimQuery Rules = new(
        Namespace,
        "MSFT_NetFirewallRule",
        new[] { "InstanceID", "DisplayName", "Profiles", "Platforms", "Direction", "Enabled", "Action" }
    );

    private static readonly CimQuery Ports = Filter("MSFT_NetProtocolPortFilter", "Protocol", "LocalPort");
    private static readonly CimQuery Addresses = Filter("MSFT_NetAddressFilter", "RemoteAddress");
    private static readonly CimQuery Programs = Filter("MSFT_NetApplicationFilter", "AppPath", "Package");
    private static readonly CimQuery Services = Filter("MSFT_NetServiceFilter", "ServiceName");

    /// <summary>Few rules ask for IPsec, so the others needn't be listed.</summary>
    private static readonly CimQuery Security = Filter("MSFT_NetNetworkLayerSecurityFilter", "Authentication") with
    {
        Where = "Authentication<>0 OR Authentication IS NULL",
    };

    public static IEnumerable<SourceInfo> Sources =>
        new[] { Rules, Ports, Addresses, Programs, Services, Security }.Select(query => query.Info);

    public static async Task<FirewallRuleAnswers> ReadAsync(ICimSource source, CancellationToken token)
    {
        // All are asked before the first is waited for.
        var (rules, ports, addresses) = (source.QueryAsync(Rules, token), AskAsync(Ports), AskAsync(Addresses));
        var (programs, services, security) = (AskAsync(Programs), AskAsync(Services), AskAsync(Security));
        await Task.WhenAll(rules, ports, addresses, programs, services, security).ConfigureAwait(false);
        return new FirewallRuleAnswers
        {
            Rules = await rules.ConfigureAwait(false),
            Ports = await ports.ConfigureAwait(false),
            Addresses = await addresses.ConfigureAwait(false),
            Programs = await programs.ConfigureAwait(false),
            Services = await services.ConfigureAwait(false),
            Security = await security.ConfigureAwait(false),
        };

        async Task<FilterRows> AskAsync(CimQuery filter) => new(filter, await source.QueryAsync(filter, token).ConfigureAwait(false));
    }

    private static CimQuery Filter(string name, params string[] properties) =>
        new(Namespace, name, properties.Prepend("InstanceID").ToArray());
}

/// <summary>What the classes answered.</summary>
internal sealed record FirewallRuleAnswers
{
    public required CimAnswer Rules { get; init; }

    public required FilterRows Ports { get; init; }

    public required FilterRows Addresses { get; init; }

    public required FilterRows Programs { get; init; }

    public required FilterRows Services { get; init; }

    public required FilterRows Security { get; init; }
}
