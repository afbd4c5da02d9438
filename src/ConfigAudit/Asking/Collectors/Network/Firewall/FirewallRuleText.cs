using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Network.Firewall;

/// <summary>
/// A rule as text: [MS-GPFAS] §2.2.2.19, <c>v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389|Name=…|</c>. Names are taken in any
/// case, since Windows' own rules
/// are written so.
/// </summary>
internal static class FirewallRuleText
{
    private static readonly Regex Version = LinearPattern.Of(@"^v\d{1,3}\.\d{1,3}$", RegexOptions.IgnoreCase);

    /// <summary>Fields that say once what they say.</summary>
    private static readonly string[] Single = { "Action", "Active", "Dir", "Protocol", "App", "Svc", "Name" };

    /// <summary>Fields that stand as often as there is something to name. A later version of the format has its ports and addresses in
    /// fields of their own.</summary>
    private static readonly string[] Ports = { "LPort", "LPort2_10", "LPort2_20", "LPort2_24", "LPort2_25", "LPort2_29" };
    private static readonly string[] Addresses = { "RA4", "RA6", "RA42", "RA62" };

    /// <summary>What may stand in a field that demands IPsec (§2.2.2.6).</summary>
    private static readonly (string Field, string[] Values)[] Ipsec =
    {
        ("Security", new[] { "Authenticate", "AuthenticateEncrypt" }),
        ("Security2_9", new[] { "An-NoEncap" }),
        ("Security2", new[] { "AnE-Nego" }),
    };

    private static readonly string[] Apps = { "AppPkgId", "PFN" };
    private static readonly string[] Narrowing =
    {
        "LUAuth",
        "LUAuth2_24",
        "TTK",
        "TTK2_22",
        "TTK2_27",
        "TTK2_28",
        "NNm",
        "SecurityRealmId",
    };

    /// <summary>Fields that leave a way in to a rule that allows, and a way past one that blocks.</summary>
    private static readonly string[] Partial = { "RPort", "RPort2_10", "RPort2_28", "IF", "IFType", "LA4", "LA6", "RMAuth", "RUAuth" };

    /// <summary>Fields that leave open what the others open.</summary>
    private static readonly string[] Idle =
    {
        "Profile",
        "Desc",
        "EmbedCtxt",
        "Edge",
        "Defer",
        "LSM",
        "ICMP4",
        "ICMP6",
        "Platform",
        "Platform2",
        "AuthByPassOut",
        "SkipVer",
        "LOM",
        "PCross",
        "LUOwn",
    };

    private static readonly HashSet<string> Names = new(
        Single
            .Concat(Ports)
            .Concat(Addresses)
            .Concat(Ipsec.Select(each => each.Field))
            .Concat(Apps)
            .Concat(Narrowing)
            .Concat(Partial)
            .Concat(Idle),
        StringComparer.OrdinalIgnoreCase
    );

    /// <summary>The rule; or what is wrong with the text; or neither for a rule that is off, is for outbound connections, or neither allows
    /// nor blocks.</summary>
    public static (FirewallRule? Rule, LocalText? Problem) Read(string text, FirewallRule rule)
    {
        var parts = text.Split('|');
        if (parts.Length < 3 || !Version.IsMatch(parts[0]) || parts[parts.Length - 1].Length > 0)
            return (null, new("ファイアウォールの規則ではない", "it is no firewall rule"));
        var fields = parts.Skip(1).Take(parts.Length - 2).Select(part => part.Split(new[] { '=' }, 2)).ToArray();
        if (fields.Any(field => field.Length < 2))
            return (null, new("値のないフィールドがある", "a field has no value"));
        var values = fields.ToLookup(field => field[0], field => field[1], StringComparer.OrdinalIgnoreCase);
        if (Single.FirstOrDefault(name => values[name].Skip(1).Any()) is { } twice)
            return (null, new($"{twice} が複数ある", $"it has more than one {twice}"));
        if (Concerns(values) is not { } concerns)
            return (null, new("動作、方向又は状態を解釈できない", "its action, direction or state isn't understood"));
        if (!concerns)
            return (null, null);
        var blocks = string.Equals(values["Action"].First(), "Block", StringComparison.OrdinalIgnoreCase);
        var unknown = values.Select(field => field.Key).FirstOrDefault(name => !Names.Contains(name));
        // It might be one more port or address. A rule that blocks may block less by it, or more.
        if (unknown is not null && !blocks)
            return (null, new($"フィールド {unknown} が文書にない", $"the field {unknown} isn't known"));
        if (Protocol(values["Protocol"].FirstOrDefault()) is not { } protocol)
            return (null, new("プロトコルを解釈できない", "its protocol isn't understood"));
        if (
            Ipsec
                .SelectMany(each => values[each.Field].Where(value => !each.Values.Contains(value, StringComparer.OrdinalIgnoreCase)))
                .FirstOrDefault() is
            { } strange
        )
        {
            return (
                null,
                new(
                    $"IPsecの要求を解釈できない（{HostileText.Shown(strange)}）",
                    $"whether it demands IPsec isn't understood ({HostileText.Shown(strange)})"
                )
            );
        }

        if (Profiles(values["Profile"].ToArray()) is not { } profiles)
            return (null, new("プロファイルを解釈できない", "its profile isn't understood"));
        return (
            rule with
            {
                Name = values["Name"].FirstOrDefault(),
                Blocks = blocks,
                Protocol = protocol,
                Ports = All(values, Ports),
                RemoteAddresses = All(values, Addresses),
                Profiles = profiles,
                Program = values["App"].FirstOrDefault() ?? FirewallRule.Any,
                WindowsService = values["Svc"].FirstOrDefault() ?? FirewallRule.Any,
                IsForApp = Apps.Any(values.Contains),
                // A list of versions without "or later" may leave out the host's.
                IsNarrowed =
                    unknown is not null
                    || (blocks && Partial.Any(values.Contains))
                    || Narrowing.Any(values.Contains)
                    || (values.Contains("Platform") && !values["Platform2"].Contains("GTEQ", StringComparer.OrdinalIgnoreCase)),
                RequiresIpsec = Ipsec.Any(each => values.Contains(each.Field)),
            },
            null
        );
    }

    /// <summary>Whether it is on, inbound, and allows or blocks. A rule that doesn't say that it is on is off.</summary>
    private static bool? Concerns(ILookup<string, string> values) =>
        (
            values["Action"].FirstOrDefault()?.ToUpperInvariant(),
            values["Dir"].FirstOrDefault()?.ToUpperInvariant(),
            values["Active"].FirstOrDefault()?.ToUpperInvariant()
        ) switch
        {
            ("ALLOW" or "BLOCK", "IN", "TRUE") => true,
            ("ALLOW" or "BLOCK" or "BYPASS", "IN" or "OUT", "TRUE" or "FALSE" or null) => false,
            _ => null,
        };

    private static string? Protocol(string? number) =>
        number switch
        {
            null => FirewallRule.Any,
            "6" => "TCP",
            "17" => "UDP",
            _ => byte.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? number : null,
        };

    /// <summary>A rule that names none is for all.</summary>
    private static FirewallProfile[]? Profiles(string[] names)
    {
        var all = (FirewallProfile[])Enum.GetValues(typeof(FirewallProfile));
        if (names.Length == 0)
            return all;
        return names.All(name => all.Any(profile => IsNamed(profile, name)))
            ? all.Where(profile => names.Any(name => IsNamed(profile, name))).ToArray()
            : null;
    }

    private static bool IsNamed(FirewallProfile profile, string name) =>
        string.Equals(profile.ToString(), name, StringComparison.OrdinalIgnoreCase);

    private static string[] All(ILookup<string, string> values, IEnumerable<string> names) =>
        names.SelectMany(name => values[name]).Distinct(StringComparer.OrdinalIgnoreCase).DefaultIfEmpty(FirewallRule.Any).ToArray();
}
