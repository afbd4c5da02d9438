using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>In which profiles rules of the machine count beside those of group policy.</summary>
internal sealed class FirewallMerge
{
    private readonly IReadOnlyCollection<FirewallProfileFact> _profiles;

    public FirewallMerge(IReadOnlyCollection<FirewallProfileFact> profiles) => _profiles = profiles;

    /// <summary>All there are.</summary>
    public static IReadOnlyList<FirewallProfile> Profiles { get; } = (FirewallProfile[])Enum.GetValues(typeof(FirewallProfile));

    /// <summary>Whether a rule counts in a profile. Null where what it is for, or what group policy says, isn't known.</summary>
    public bool? Counts(FirewallRule rule, FirewallProfile profile)
    {
        if (rule.Profiles?.Contains(profile) == false)
            return false;
        var counts = rule.Origin == SettingOrigin.Local ? _profiles.FirstOrDefault(fact => fact.Profile == profile)?.AllowLocalRules : true;
        return rule.Profiles is null && counts == true ? null : counts;
    }

    /// <summary>Whether it counts in one of its profiles at least.</summary>
    public bool? Counts(FirewallRule rule) => Kleene.Any(Profiles.Select(profile => Counts(rule, profile)));
}
