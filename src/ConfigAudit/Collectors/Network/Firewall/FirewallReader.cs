using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Network.Firewall;

/// <summary>The profiles' keys to firewall profile facts: policy before the machine's own.</summary>
internal static class FirewallReader
{
    public const string Enable = "EnableFirewall";
    public const string Inbound = "DefaultInboundAction";
    public const string Outbound = "DefaultOutboundAction";
    public const string Merge = "AllowLocalPolicyMerge";
    public const string Dropped = "LogDroppedPackets";
    public const string Successful = "LogSuccessfulConnections";

    public static FactSet<FirewallProfileFact> Read(Collection collection, IEnumerable<FirewallAnswers> profiles)
    {
        var facts = new FactSetBuilder<FirewallProfileFact>();
        foreach (var profile in profiles)
            Add(facts, collection, profile);
        return facts.Build();
    }

    private static void Add(FactSetBuilder<FirewallProfileFact> facts, Collection collection, FirewallAnswers profile)
    {
        var enabled = First(Enable, profile.Policies.Append(profile.Local));
        var inbound = First(Inbound, profile.Policies.Append(profile.Local));
        var outbound = First(Outbound, profile.Policies.Append(profile.Local));
        var merge = First(Merge, profile.Policies);
        var dropped = First(Dropped, profile.PolicyLogs.Append(profile.LocalLog));
        var successful = First(Successful, profile.PolicyLogs.Append(profile.LocalLog));
        // That inbound is blocked where nothing is set is documented (INetFwPolicy2). Unverified: that outbound is allowed and local rules are merged then,
        // that successful connections aren't logged, and that a policy for StandardProfile speaks for the private profile.
        facts.Add(new FirewallProfileFact
        {
            ComputerName = collection.ComputerName,
            Source = string.Join("; ", profile.Policies.Append(profile.Local).Select(row => row.Source)),
            Profile = profile.Profile,
            Enabled = enabled.Value is { } number ? number != 0 : null,
            DefaultInbound = Action(inbound.Or((long)FirewallAction.Block)),
            DefaultOutbound = Action(outbound.Or((long)FirewallAction.Allow)),
            AllowLocalRules = merge.Flag(whenAbsent: true),
            LogBlocked = dropped.Flag(whenAbsent: false),
            LogAllowed = successful.Flag(whenAbsent: false),
            Origin = enabled.Value is null ? null : profile.Policies.Any(row => row.Number(Enable).Value is not null) ? SettingOrigin.Policy : SettingOrigin.Local,
        });

        facts.Unread(enabled.Gap, nameof(FirewallProfileFact.Enabled), nameof(FirewallProfileFact.Origin));
        facts.Unread(inbound.GapIfUnread ?? Odd(profile, Inbound), nameof(FirewallProfileFact.DefaultInbound));
        facts.Unread(outbound.GapIfUnread ?? Odd(profile, Outbound), nameof(FirewallProfileFact.DefaultOutbound));
        facts.Unread(merge.GapIfUnread, nameof(FirewallProfileFact.AllowLocalRules));
        facts.Unread(dropped.GapIfUnread, nameof(FirewallProfileFact.LogBlocked));
        facts.Unread(successful.GapIfUnread, nameof(FirewallProfileFact.LogAllowed));
    }

    /// <summary>The first row that has the value; one that couldn't be read might have, so it ends the search.</summary>
    private static RegistryAnswer<long?> First(string name, IEnumerable<RegistryRow> rows)
    {
        var answers = rows.Select(row => row.Number(name)).ToArray();
        return answers.FirstOrDefault(answer => !answer.IsAbsent) ?? answers[answers.Length - 1];
    }

    private static FirewallAction? Action(long? number) => number switch
    {
        0 => FirewallAction.Allow,
        1 => FirewallAction.Block,
        _ => null,
    };

    private static Gap Odd(FirewallAnswers profile, string name) => new(GapKind.Unusable, $"{profile.Local.Source}\\{name}", "it is neither 0 nor 1");
}
