using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Network.Firewall;

/// <summary>The profiles' keys and the firewall's services to firewall profile facts: policy before the machine's own.</summary>
internal static class FirewallReader
{
    public const string Enable = "EnableFirewall";
    public const string Inbound = "DefaultInboundAction";
    public const string Outbound = "DefaultOutboundAction";
    public const string Merge = "AllowLocalPolicyMerge";
    public const string Dropped = "LogDroppedPackets";
    public const string Successful = "LogSuccessfulConnections";

    private const string Firewall = "mpssvc";
    private const string Engine = "BFE";

    public static CimQuery Services { get; } = ServiceState.Query(Firewall, Engine);

    public static FactSet<FirewallProfileFact> Read(Collection collection, IEnumerable<FirewallAnswers> profiles, CimAnswer services)
    {
        var facts = new FactSetBuilder<FirewallProfileFact>();
        var works = Works(services);
        foreach (var profile in profiles)
            Add(facts, collection, profile, works);
        return facts.Build();
    }

    /// <summary>
    /// The firewall doesn't start without the filtering engine, so that it runs is proof enough of a host that shows only the one; an engine that is shown must work too.
    /// </summary>
    private static Reading<bool?> Works(CimAnswer services)
    {
        var (firewall, engine) = (new ServiceState(services, Firewall), new ServiceState(services, Engine));
        return engine.IsThere ? ReadingExtensions.All(firewall.Works, engine.Works) : firewall.Works;
    }

    private static void Add(FactSetBuilder<FirewallProfileFact> facts, Collection collection, FirewallAnswers profile, Reading<bool?> works)
    {
        var rows = profile.Policies.Append(profile.Local).ToArray();
        var logs = profile.PolicyLogs.Append(profile.LocalLog).ToArray();
        var enabled = Setting(Enable, rows, null);
        // That inbound is blocked where nothing is set is documented (INetFwPolicy2). Unverified: that outbound is allowed and local rules are merged then,
        // that successful connections aren't logged, and that a policy for StandardProfile speaks for the private profile.
        facts.Add(new FirewallProfileFact
        {
            ComputerName = collection.ComputerName,
            Source = string.Join("; ", rows.Select(row => row.Source).Append(Services.Source)),
            Profile = profile.Profile,
            Enabled = facts.Known(nameof(FirewallProfileFact.Enabled), ReadingExtensions.All(Flag(enabled), works)),
            IsSetOn = facts.Known(nameof(FirewallProfileFact.IsSetOn), Flag(enabled)),
            ServiceWorks = facts.Known(nameof(FirewallProfileFact.ServiceWorks), works),
            DefaultInbound = facts.Known(nameof(FirewallProfileFact.DefaultInbound), Action(Setting(Inbound, rows, 1))),
            DefaultOutbound = facts.Known(nameof(FirewallProfileFact.DefaultOutbound), Action(Setting(Outbound, rows, 0))),
            AllowLocalRules = facts.Known(nameof(FirewallProfileFact.AllowLocalRules), Flag(Setting(Merge, profile.Policies, 1))),
            LogBlocked = facts.Known(nameof(FirewallProfileFact.LogBlocked), Flag(Setting(Dropped, logs, 0))),
            LogAllowed = facts.Known(nameof(FirewallProfileFact.LogAllowed), Flag(Setting(Successful, logs, 0))),
            Origin = facts.Known(nameof(FirewallProfileFact.Origin), enabled.Then<SettingOrigin?>(
                _ => profile.Policies.Any(row => row.Number(Enable).Value is not null) ? SettingOrigin.Policy : SettingOrigin.Local)),
        });
    }

    /// <summary>
    /// 0 or 1, by the first row that has the value; one that couldn't be read might have, so it ends the search. Two policies for one profile that say different things leave
    /// it unknown: which of them counts isn't documented.
    /// </summary>
    private static Reading<long?> Setting(string name, RegistryRow[] rows, long? whenAbsent)
    {
        var set = rows.Where(row => !row.Number(name).IsAbsent).ToArray();
        var first = (set.FirstOrDefault() ?? rows[rows.Length - 1]).Choice(name, whenAbsent, 0, 1);
        var second = rows.Take(rows.Length - 1).Where(row => row.Number(name).Value is not null).Skip(1).FirstOrDefault();
        return second is null || first.Value is null || second.Number(name).Value == first.Value
            ? first
            : Reading<long?>.Unknown(new Gap(GapKind.Unusable, $"{set[0].Source}\\{name}", $"it is {first.Value}, and {second.Source} says {second.Number(name).Value}"));
    }

    private static Reading<bool?> Flag(Reading<long?> setting) => setting.Then<bool?>(number => number == 1);

    private static Reading<FirewallAction?> Action(Reading<long?> setting) => setting.Then<FirewallAction?>(number => number == 1 ? FirewallAction.Block : FirewallAction.Allow);
}
