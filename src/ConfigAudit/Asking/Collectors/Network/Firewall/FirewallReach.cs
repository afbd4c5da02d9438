using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>
/// From where the rules that let one service in, in one profile, let it in together: whoever splits the internet among several rules lets
/// in everybody as well as whoever names it in one.
/// </summary>
internal sealed class FirewallReach
{
    private readonly Dictionary<(RemoteService Service, FirewallProfile Profile), bool?> _together;

    public FirewallReach(IReadOnlyCollection<FirewallRuleFact> rules)
    {
        var parts = rules.Where(rule => IsPart(rule) && Counts(rule) != false).ToArray();
        _together = parts
            .SelectMany(Ways)
            .Distinct()
            .ToDictionary(way => way, way => Together(parts.Where(rule => Ways(rule).Contains(way)).ToArray()));
    }

    /// <summary>Whether a rule, by itself or with the others, lets in everybody.</summary>
    public bool? FromAnywhere(FirewallRuleFact rule)
    {
        var alone = FirewallAddresses.FromAnywhere(rule.RemoteAddresses);
        if (!IsPart(rule) || Counts(rule) == false)
            return alone;
        return Kleene.Any(Ways(rule).Select(way => _together[way]).Append(alone));
    }

    /// <summary>A rule for everybody needs no others, and takes nothing from one for a vendor's address; one for private addresses alone
    /// adds nothing.</summary>
    private static bool IsPart(FirewallRuleFact rule) =>
        rule.RemoteAddresses is { } addresses
        && FirewallAddresses.FromAnywhere(addresses) != true
        && FirewallAddresses.HoldPublic(addresses);

    private static bool? Together(FirewallRuleFact[] rules)
    {
        if (FirewallAddresses.FromAnywhere(Addresses(rules.Where(rule => Counts(rule) == true))) == true)
            return true;
        return FirewallAddresses.FromAnywhere(Addresses(rules)) == true ? null : false;
    }

    private static string[] Addresses(IEnumerable<FirewallRuleFact> rules) =>
        rules.SelectMany(rule => rule.RemoteAddresses!).Distinct().ToArray();

    /// <summary>Whether a rule really lets somebody in who isn't known by IPsec.</summary>
    private static bool? Counts(FirewallRuleFact rule) => rule.OpensServices & rule.InForce & !rule.IsBlocked & !rule.RequiresIpsec;

    private static IEnumerable<(RemoteService Service, FirewallProfile Profile)> Ways(FirewallRuleFact rule) =>
        rule.Services!.SelectMany(service => (rule.Profiles ?? FirewallMerge.Profiles).Select(profile => (service, profile)));
}
