using System.Collections.Generic;
using System.Linq;

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
        var answers = (rule.Profiles ?? FirewallMerge.Profiles)
            .SelectMany(profile => services.Select(service => Block(rule, service, profile)))
            .ToArray();
        if (answers.Contains(false))
            return _isWhole ? false : null;
        return answers.Contains(null) ? null : true;
    }

    /// <summary>One rule has to do it: what several block together is left out of account.</summary>
    private bool? Block(FirewallRule rule, RemoteService service, FirewallProfile profile)
    {
        var answers = _rules
            .Select(block => And(_merge.Counts(block, profile), And(IsForAll(block), _ports.Holds(block, rule, service))))
            .ToArray();
        return answers.Contains(true) ? true
            : answers.Contains(null) ? null
            : false;
    }

    /// <summary>"Any" alone: networks that hold all of IPv4 say nothing of IPv6.</summary>
    private static bool? IsForAll(FirewallRule block) =>
        block.RemoteAddresses is null ? null : block.RemoteAddresses.Contains(FirewallRule.Any, System.StringComparer.OrdinalIgnoreCase);

    private static bool? And(bool? first, bool? second) =>
        first == false || second == false ? false
        : first is null || second is null ? null
        : true;
}
