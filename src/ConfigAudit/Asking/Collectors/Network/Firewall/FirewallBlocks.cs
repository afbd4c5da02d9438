using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>The rules that block. They go before those that allow, unless IPsec says who it is.</summary>
internal sealed class FirewallBlocks
{
    private readonly FirewallRule[] _rules;
    private readonly FirewallMerge _merge;
    private readonly FirewallPorts _ports;
    private readonly bool _isWhole;

    /// <param name="rules">Those that block.</param>
    /// <param name="merge">Where rules of the machine count.</param>
    /// <param name="ports">Where the services answer.</param>
    /// <param name="isWhole">Whether they are all there are.</param>
    public FirewallBlocks(IEnumerable<FirewallRule> rules, FirewallMerge merge, FirewallPorts ports, bool isWhole) =>
        (_rules, _merge, _ports, _isWhole) = (rules.ToArray(), merge, ports, isWhole);

    /// <summary>Whether everything that a rule opens is blocked for everybody, in each of its profiles.</summary>
    public bool? Block(FirewallRule rule, IReadOnlyList<RemoteService> services)
    {
        var profiles = rule.Profiles ?? FirewallMerge.Profiles;
        var isBlocked = Kleene.All(profiles.SelectMany(profile => services.Select(service => Block(rule, service, profile))));
        return isBlocked == false && !_isWhole ? null : isBlocked;
    }

    /// <summary>One rule has to do it: what several block together is left out of account.</summary>
    private bool? Block(FirewallRule rule, RemoteService service, FirewallProfile profile) =>
        Kleene.Any(_rules.Select(block => _merge.Counts(block, profile) & IsForAll(block) & _ports.Holds(block, rule, service)));

    /// <summary>"Any" alone: networks that hold all of IPv4 say nothing of IPv6.</summary>
    private static bool? IsForAll(FirewallRule block) =>
        block.RemoteAddresses is null ? null : block.RemoteAddresses.Contains(FirewallRule.Any, System.StringComparer.OrdinalIgnoreCase);
}
