using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Network;

/// <summary>Rules from all places to rule facts: those that can open a service.</summary>
internal static class FirewallRuleReader
{
    private const string Local = "root/StandardCimv2:MSFT_NetFirewallRule";

    private static readonly FirewallRuleFact UnseenLocal = new() { Origin = SettingOrigin.Local };

    public static FactSet<FirewallRuleFact> Read(
        Collection collection, FirewallRuleAnswers classes, IReadOnlyList<FirewallRuleTexts> texts, IReadOnlyCollection<FirewallProfileFact> profiles)
    {
        var facts = new FactSetBuilder<FirewallRuleFact>();
        foreach (var row in classes.Rules.Rows)
            Add(facts, collection, FromRow(row, classes), profiles);
        MayLack(facts, classes);
        foreach (var place in texts)
            Add(facts, collection, place, profiles);
        Explain(facts, classes);
        return facts.Build();
    }

    private static void Add(FactSetBuilder<FirewallRuleFact> facts, Collection collection, FirewallRule rule, IReadOnlyCollection<FirewallProfileFact> profiles)
    {
        var (services, certainly) = FirewallPorts.Opened(rule);
        if (services.Count == 0)
            return;
        facts.Add(new FirewallRuleFact
        {
            ComputerName = collection.ComputerName,
            Source = rule.Source,
            Id = rule.Id,
            Name = rule.Name,
            Services = services,
            OpensServices = certainly,
            Protocol = rule.Protocol,
            Ports = rule.Ports,
            RemoteAddresses = rule.RemoteAddresses,
            FromAnywhere = FirewallAddresses.FromAnywhere(rule.RemoteAddresses),
            RequiresIpsec = rule.RequiresIpsec,
            Program = rule.Program,
            WindowsService = rule.WindowsService,
            Profiles = rule.Profiles,
            InForce = rule.Origin == SettingOrigin.Local ? IsMerged(rule, profiles) : true,
            Origin = rule.Origin,
        });
    }

    private static void Add(FactSetBuilder<FirewallRuleFact> facts, Collection collection, FirewallRuleTexts place, IReadOnlyCollection<FirewallProfileFact> profiles)
    {
        foreach (var (name, text) in place.Texts)
        {
            var (rule, problem) = text.Value is { } value ? FirewallRuleText.Read(value, new FirewallRule(name, place.Origin, place.Key.Source)) : (null, "it is no text");
            if (rule is not null)
                Add(facts, collection, rule, profiles);
            else if (problem is not null)
                facts.MayLack(text.Gap ?? new Gap(GapKind.Unusable, $"{place.Key.Source}\\{name}", problem), new FirewallRuleFact { Id = name, Origin = place.Origin });
        }

        var unseen = new FirewallRuleFact { Origin = place.Origin };
        facts.MayLack(place.Gap, unseen);
        facts.MayLack(place.Older, unseen);
    }

    private static FirewallRule FromRow(CimRow row, FirewallRuleAnswers classes)
    {
        var id = row.Text("InstanceID");
        var protocol = Protocol(classes.Ports.Of(id));
        return new FirewallRule(id, SettingOrigin.Local, Local)
        {
            Name = row.Text("DisplayName"),
            Protocol = protocol,
            Ports = classes.Ports.Of(id)?.Texts("LocalPort") ?? (protocol == FirewallRule.Any ? new[] { FirewallRule.Any } : null),
            RemoteAddresses = classes.Addresses.Of(id)?.Texts("RemoteAddress"),
            Profiles = Profiles(row.Number("Profiles")),
            Program = classes.Programs.Text(id, "AppPath"),
            WindowsService = classes.Services.Text(id, "ServiceName"),
            IsForApp = classes.Programs.Says(id, "Package"),
            // "6.1+" is that version or later, and the last of a list.
            IsNarrowed = row.Texts("Platforms") is { Count: > 0 } platforms && !platforms.Any(platform => platform.EndsWith("+", StringComparison.Ordinal)),
            RequiresIpsec = classes.Security.Of(id) is not null ? true : classes.Security.Gap is null ? false : null,
        };
    }

    /// <summary>A name, or a number.</summary>
    private static string? Protocol(CimRow? filter) => filter?.Text("Protocol") switch
    {
        "6" => "TCP",
        "17" => "UDP",
        "256" => FirewallRule.Any,
        var protocol => protocol,
    };

    private static FirewallProfile[]? Profiles(long? mask)
    {
        var all = (FirewallProfile[])Enum.GetValues(typeof(FirewallProfile));
        var named = all.Where(profile => (mask & (long)profile) != 0).ToArray();
        return mask switch { null => null, 0 => all, _ => named.Length > 0 ? named : null };
    }

    /// <summary>Whether group policy lets the machine's rules count in one of the rule's profiles.</summary>
    private static bool? IsMerged(FirewallRule rule, IReadOnlyCollection<FirewallProfileFact> profiles)
    {
        var merged = profiles.Where(profile => rule.Profiles is null || rule.Profiles.Contains(profile.Profile!.Value)).Select(profile => profile.AllowLocalRules).Distinct().ToArray();
        if (rule.Profiles is null)
            return merged.Length == 1 ? merged[0] : null;
        return merged.Contains(true) ? true : merged.Contains(null) ? null : false;
    }

    private static void MayLack(FactSetBuilder<FirewallRuleFact> facts, FirewallRuleAnswers classes)
    {
        facts.MayLack(classes.Rules.Gap, UnseenLocal);
        if (classes.Rules.Gap is not null)
            return;
        // Every Windows has rules, so one without any filters didn't tell them: to an account without administrative rights, say.
        if (classes.Rules.Rows.Count == 0 && classes.Ports.IsEmpty)
            facts.MayLack(classes.Ports.Gap ?? new Gap(GapKind.Unusable, Local, "the host told of no rule at all, which can't be true"), UnseenLocal);
        else if (classes.Rules.Rows.Any(row => HasNoPorts(classes.Ports.Of(row.Text("InstanceID")))))
            facts.MayLack(classes.Ports.Missing, UnseenLocal);
    }

    /// <summary>Protocols other than these have no ports.</summary>
    private static bool HasNoPorts(CimRow? filter) => Protocol(filter) is null || (Protocol(filter) is "TCP" or "UDP" && filter!.Texts("LocalPort") is null);

    private static void Explain(FactSetBuilder<FirewallRuleFact> facts, FirewallRuleAnswers classes)
    {
        const string Certainty = nameof(FirewallRuleFact.OpensServices);
        facts.Unread(classes.Addresses.Missing, nameof(FirewallRuleFact.RemoteAddresses));
        facts.Unread(classes.Addresses.Gap ?? new Gap(GapKind.Unusable, "root/StandardCimv2:MSFT_NetAddressFilter", "the remote addresses aren't there, or one of them isn't understood"), nameof(FirewallRuleFact.FromAnywhere));
        facts.Unread(classes.Security.Gap, nameof(FirewallRuleFact.RequiresIpsec));
        facts.Unread(classes.Programs.Missing, nameof(FirewallRuleFact.Program));
        facts.Unread(classes.Services.Missing, nameof(FirewallRuleFact.WindowsService));
        facts.Unread(
            classes.Programs.Gap ?? classes.Services.Gap ?? new Gap(GapKind.Unusable, Local, "the rule is bound to something of which isn't known whether it answers at these ports"), Certainty);
        facts.Unread(new Gap(GapKind.Unusable, Local, "the host tells no profiles that there are"), nameof(FirewallRuleFact.Profiles));
        facts.Unread(new Gap(GapKind.Unusable, Local, "whether group policy lets the machine's rules count in the rule's profiles isn't known"), nameof(FirewallRuleFact.InForce));
    }
}
