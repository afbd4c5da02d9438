using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>Rules from all places to rule facts: those that can open a service.</summary>
internal static class FirewallRuleReader
{
    private const string Local = "root/StandardCimv2:MSFT_NetFirewallRule";

    /// <summary>MSFT_NetFirewallRule.Action: 2 allows, 3 allows what IPsec authenticated past rules that block, 4 blocks.</summary>
    private const long Block = 4;

    /// <summary>What a rule needn't be known further for: it is for outbound connections, is off, or lets in only whom IPsec
    /// authenticated.</summary>
    private static readonly (string Property, long Value)[] Unconcerned = { ("Direction", 2), ("Enabled", 2), ("Action", 3) };

    /// <summary>What a rule says that is on, and about inbound connections.</summary>
    private static readonly (string Property, long[] Values)[] Concerned =
    {
        ("Direction", new[] { 1L }),
        ("Enabled", new[] { 1L }),
        ("Action", new[] { 2L, Block }),
    };

    private static readonly FirewallRuleFact UnseenLocal = new() { Origin = SettingOrigin.Local };

    public static FactSet<FirewallRuleFact> Read(
        Collection collection,
        FirewallRuleAnswers classes,
        IReadOnlyList<FirewallRuleTexts> texts,
        RemoteDesktopPorts remoteDesktop,
        IReadOnlyCollection<FirewallProfileFact> profiles
    )
    {
        var ports = new FirewallPorts(remoteDesktop.Numbers);
        var facts = new FactSetBuilder<FirewallRuleFact>();
        var read = texts
            .SelectMany(place => place.Texts.Select(text => (place, text.Name, text.Text, Rule: Parsed(place, text.Name, text.Text))))
            .ToArray();
        var rows = classes.Rules.Rows.Where(row => !Unconcerned.Any(value => row.Number(value.Property) == value.Value)).ToArray();
        var lack = RulesGap(classes, rows, ports);
        var rules = rows.Where(row => Odd(row) is null)
            .Select(row => FromRow(row, classes))
            .Concat(read.Select(each => each.Rule.Rule).OfType<FirewallRule>())
            .ToArray();
        var merge = new FirewallMerge(profiles);
        var isWhole = lack is null && texts.All(place => place.Gap is null) && read.All(each => each.Rule.Problem is null);
        var blocks = new FirewallBlocks(rules.Where(rule => rule.Blocks), merge, ports, isWhole);
        var opening = rules
            .Where(rule => !rule.Blocks)
            .Select(rule => Fact(collection, rule, merge, blocks, ports))
            .OfType<FirewallRuleFact>()
            .ToArray();
        var reach = new FirewallReach(opening);
        foreach (var fact in opening)
            facts.Add(fact with { FromAnywhere = reach.FromAnywhere(fact) });

        facts.MayLack(lack, UnseenLocal);
        if (rules.Any(rule => MayBeRemoteDesktop(rule) && merge.Counts(rule) != false))
            facts.MayLack(remoteDesktop.Gap, new FirewallRuleFact { Services = new[] { RemoteService.Rdp } });
        foreach (var (place, name, text, rule) in read.Where(each => each.Rule.Problem is not null))
        {
            facts.MayLack(
                text.Gap ?? new Gap(GapKind.Unusable, $"{place.Key.Source}\\{name}", rule.Problem!),
                new FirewallRuleFact { Id = name, Origin = place.Origin }
            );
        }

        foreach (var place in texts)
        {
            facts.MayLack(place.Gap, new FirewallRuleFact { Origin = place.Origin });
            facts.MayLack(place.Older, new FirewallRuleFact { Origin = place.Origin });
        }

        Unread(facts, classes, lack);
        return facts.Build();
    }

    private static (FirewallRule? Rule, LocalText? Problem) Parsed(FirewallRuleTexts place, string name, RegistryAnswer<string> text) =>
        text.Value is { } value
            ? FirewallRuleText.Read(value, new FirewallRule(name, place.Origin, place.Key.Source))
            : (null, new("文字列ではない", "it is no text"));

    /// <summary>Null for a rule that opens none of the services. From where it does so, all of them tell together.</summary>
    private static FirewallRuleFact? Fact(
        Collection collection,
        FirewallRule rule,
        FirewallMerge merge,
        FirewallBlocks blocks,
        FirewallPorts ports
    )
    {
        var (services, certainly) = ports.Opened(rule);
        return services.Count == 0
            ? null
            : new FirewallRuleFact
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
                RequiresIpsec = rule.RequiresIpsec,
                Program = rule.Program,
                WindowsService = rule.WindowsService,
                Profiles = rule.Profiles,
                InForce = merge.Counts(rule),
                IsBlocked = blocks.Block(rule, services),
                Origin = rule.Origin,
            };
    }

    /// <summary>A rule that would let everybody in to Remote Desktop if its port were Remote Desktop's.</summary>
    private static bool MayBeRemoteDesktop(FirewallRule rule) =>
        !rule.Blocks
        && (PortText.IsFor(rule.Protocol, PortText.Tcp) || PortText.IsFor(rule.Protocol, PortText.Udp))
        && rule.Ports?.Any(port => PortText.Range(port) is not null) == true
        && FirewallOwners.MayServe(rule, RemoteService.Rdp)
        && rule.RequiresIpsec != true
        && FirewallAddresses.FromAnywhere(rule.RemoteAddresses) != false;

    private static FirewallRule FromRow(CimRow row, FirewallRuleAnswers classes)
    {
        var id = row.Text("InstanceID");
        var protocol = Protocol(classes.Ports.Of(id));
        return new FirewallRule(id, SettingOrigin.Local, Local)
        {
            Name = row.Text("DisplayName"),
            Blocks = row.Number("Action") == Block,
            Protocol = protocol,
            Ports = Known(classes.Ports.Of(id)?.Slots("LocalPort")) ?? (protocol == FirewallRule.Any ? new[] { FirewallRule.Any } : null),
            RemoteAddresses = Known(classes.Addresses.Of(id)?.Slots("RemoteAddress")),
            Profiles = Profiles(row.Number("Profiles")),
            Program = classes.Programs.Text(id, "AppPath"),
            WindowsService = classes.Services.Text(id, "ServiceName"),
            IsForApp = classes.Programs.Says(id, "Package"),
            // One that blocks may do so on some interfaces, local addresses and remote ports alone, which would take three more classes to
            // know. "6.1+" is that
            // version or later, and the last of a list.
            IsNarrowed =
                row.Number("Action") == Block
                || classes.Programs.IsUnread(id, "Package")
                || (
                    row.Texts("Platforms") is { Count: > 0 } platforms
                    && !platforms.Any(platform => platform.EndsWith("+", StringComparison.Ordinal))
                ),
            RequiresIpsec =
                classes.Security.Of(id) is { } ipsec ? (ipsec.Number("Authentication") is { } number ? number != 0 : null)
                : classes.Security.IsWhole ? false
                : null,
        };
    }

    /// <summary>An empty list isn't "Any", which has a word of its own: it wasn't told.</summary>
    private static IReadOnlyList<string>? Known(IReadOnlyList<string>? list) => list is { Count: > 0 } ? list : null;

    /// <summary>Why a rule can't be placed that may be on, and may let something in.</summary>
    private static Gap? Odd(CimRow row) =>
        Concerned
            .Where(value => row.Number(value.Property) is not { } number || !value.Values.Contains(number))
            .Select(value => new Gap(
                GapKind.Unusable,
                $"{Local}.InstanceID={row.Text("InstanceID") ?? "?"}",
                new LocalText(
                    $"{value.Property} が示されないか、文書にない値である",
                    $"its {value.Property} isn't told, or isn't one that is known"
                )
            ))
            .FirstOrDefault();

    /// <summary>A name, or a number; null for what is neither. All but TCP and UDP have no ports that matter here.</summary>
    private static string? Protocol(CimRow? filter) =>
        filter?.Text("Protocol")?.Trim().ToUpperInvariant() switch
        {
            "6" or "TCP" => "TCP",
            "17" or "UDP" => "UDP",
            "256" or "ANY" => FirewallRule.Any,
            "1" or "ICMPV4" => "ICMPv4",
            "58" or "ICMPV6" => "ICMPv6",
            var number => byte.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? number : null,
        };

    private static FirewallProfile[]? Profiles(long? mask)
    {
        var all = (FirewallProfile[])Enum.GetValues(typeof(FirewallProfile));
        var named = all.Where(profile => (mask & (long)profile) != 0).ToArray();
        return mask switch
        {
            null => null,
            0 => all,
            _ => named.Length > 0 ? named : null,
        };
    }

    /// <summary>Why the machine may have rules that aren't known. One reason of several rules is enough.</summary>
    private static Gap? RulesGap(FirewallRuleAnswers classes, IReadOnlyList<CimRow> rows, FirewallPorts ports)
    {
        if (classes.Rules.Gap is not null)
            return classes.Rules.Gap;
        // Every Windows has rules, so one without any didn't tell them: to an account without administrative rights, say.
        if (classes.Rules.Rows.Count == 0)
        {
            return classes.Ports.Gap
                ?? new Gap(
                    GapKind.Unusable,
                    Local,
                    new LocalText("規則が1つもない。あり得ない応答である", "the host told of no rule at all, which can't be true")
                );
        }

        return rows.Where(row => MayOpen(row, classes, ports)).Select(Odd).FirstOrDefault(gap => gap is not null)
            ?? (rows.Any(row => HasNoPorts(classes.Ports.Of(row.Text("InstanceID")))) ? classes.Ports.RowGap : null);
    }

    /// <summary>Whether it could open a service if it allowed something; not, where its ports are known and are none of theirs.</summary>
    private static bool MayOpen(CimRow row, FirewallRuleAnswers classes, FirewallPorts ports) =>
        HasNoPorts(classes.Ports.Of(row.Text("InstanceID"))) || ports.Opened(FromRow(row, classes)).Services.Count > 0;

    /// <summary>Protocols other than these have no ports.</summary>
    private static bool HasNoPorts(CimRow? filter) =>
        Protocol(filter) is null || (Protocol(filter) is "TCP" or "UDP" && filter!.Slots("LocalPort") is null or { Count: 0 });

    private static void Unread(FactSetBuilder<FirewallRuleFact> facts, FirewallRuleAnswers classes, Gap? lack)
    {
        const string Certainty = nameof(FirewallRuleFact.OpensServices);
        facts.Unread(classes.Addresses.RowGap, nameof(FirewallRuleFact.RemoteAddresses));
        facts.Unread(
            classes.Addresses.Gap
                ?? new Gap(
                    GapKind.Unusable,
                    "root/StandardCimv2:MSFT_NetAddressFilter",
                    new LocalText(
                        "リモートアドレスがないか、解釈できないものがあるか、残りを含む他の規則が有効か分からない",
                        "the remote addresses aren't there, or one of them isn't understood, or it isn't known whether other rules that hold the rest count"
                    )
                ),
            nameof(FirewallRuleFact.FromAnywhere)
        );
        facts.Unread(classes.Security.RowGap, nameof(FirewallRuleFact.RequiresIpsec));
        facts.Unread(
            new Gap(GapKind.Unusable, Local, new LocalText("InstanceIDの応答がない", "the host gave no InstanceID")),
            nameof(FirewallRuleFact.Id)
        );
        facts.Unread(
            new Gap(GapKind.Unusable, Local, new LocalText("規則に名前がない", "the rule has no name")),
            nameof(FirewallRuleFact.Name)
        );
        facts.Unread(classes.Programs.RowGap, nameof(FirewallRuleFact.Program));
        facts.Unread(classes.Services.RowGap, nameof(FirewallRuleFact.WindowsService));
        facts.Unread(
            classes.Programs.Gap
                ?? classes.Services.Gap
                ?? new Gap(
                    GapKind.Unusable,
                    Local,
                    new LocalText(
                        "規則の対象が、これらのポートで待ち受けるものか分からない",
                        "the rule is bound to something of which isn't known whether it answers at these ports"
                    )
                ),
            Certainty
        );
        facts.Unread(
            new Gap(
                GapKind.Unusable,
                Local,
                new LocalText("あり得るプロファイルの応答がない", "the host tells no profiles that there are")
            ),
            nameof(FirewallRuleFact.Profiles)
        );
        facts.Unread(
            lack
                ?? new Gap(
                    GapKind.Unusable,
                    Local,
                    new LocalText(
                        "遮断の規則を読めていない可能性があるか、何を遮断するか分からない",
                        "a rule that blocks may not have been read, or it isn't known what it blocks"
                    )
                ),
            nameof(FirewallRuleFact.IsBlocked)
        );
        facts.Unread(
            new Gap(
                GapKind.Unusable,
                Local,
                new LocalText(
                    "規則のプロファイルで、ローカルの規則を有効とするグループポリシーかどうか分からない",
                    "whether group policy lets the machine's rules count in the rule's profiles isn't known"
                )
            ),
            nameof(FirewallRuleFact.InForce)
        );
    }
}
