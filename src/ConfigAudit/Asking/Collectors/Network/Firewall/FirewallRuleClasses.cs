using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>
/// The rules of the machine's own store: the rules' class, and one class for each kind of filter, whose instances have the InstanceID of their rule. Each is
/// listed once; asking the filters of one rule after the other takes minutes. Unverified on a live host: that a query without a store is about the machine's own, as
/// Get-NetFirewallRule documents it.
/// </summary>
internal static class FirewallRuleClasses
{
    private const string Namespace = "root/StandardCimv2";

    /// <summary>All of them: a condition would keep those back that don't tell whether they are meant.</summary>
    private static readonly CimQuery Rules = new(Namespace, "MSFT_NetFirewallRule", new[] { "InstanceID", "DisplayName", "Profiles", "Platforms", "Direction", "Enabled", "Action" });

    private static readonly CimQuery Ports = Filter("MSFT_NetProtocolPortFilter", "Protocol", "LocalPort");
    private static readonly CimQuery Addresses = Filter("MSFT_NetAddressFilter", "RemoteAddress");
    private static readonly CimQuery Programs = Filter("MSFT_NetApplicationFilter", "AppPath", "Package");
    private static readonly CimQuery Services = Filter("MSFT_NetServiceFilter", "ServiceName");

    /// <summary>Few rules ask for IPsec, so the others needn't be listed.</summary>
    private static readonly CimQuery Security = Filter("MSFT_NetNetworkLayerSecurityFilter", "Authentication") with { Where = "Authentication<>0 OR Authentication IS NULL" };

    public static IEnumerable<SourceInfo> Sources => new[] { Rules, Ports, Addresses, Programs, Services, Security }.Select(query => new SourceInfo(query.Source, query.Properties));

    public static async Task<FirewallRuleAnswers> ReadAsync(ICimSource source, CancellationToken token)
    {
        var filters = new[] { Ports, Addresses, Programs, Services, Security }.Select(query => source.QueryAsync(query, token)).ToArray();
        var rules = await source.QueryAsync(Rules, token).ConfigureAwait(false);
        var answers = await Task.WhenAll(filters).ConfigureAwait(false);
        return new FirewallRuleAnswers(rules, new FilterRows(Ports, answers[0]), new FilterRows(Addresses, answers[1]), new FilterRows(Programs, answers[2]), new FilterRows(Services, answers[3]), new FilterRows(Security, answers[4]));
    }

    private static CimQuery Filter(string name, params string[] properties) => new(Namespace, name, properties.Prepend("InstanceID").ToArray());
}

/// <summary>What the classes answered.</summary>
internal sealed record FirewallRuleAnswers(CimAnswer Rules, FilterRows Ports, FilterRows Addresses, FilterRows Programs, FilterRows Services, FilterRows Security);
