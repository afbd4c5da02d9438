using System;
using System.Linq;

namespace ConfigAudit.Judging.Baselines.Wording;

/// <summary>What English does to a noun of which there are several. The nouns are this tool's own: what they are about follows them.</summary>
internal static class EnglishNoun
{
    /// <summary>What ends the noun that is counted.</summary>
    private static readonly string[] Links = { " that ", " of ", " on ", " in ", " under ", " to ", " out of " };

    private static readonly (string Singular, string Plural)[] Verbs = { ("is ", "are "), ("allows ", "allow ") };

    /// <summary>firewall rule that allows it: firewall rules that allow it.</summary>
    public static string Many(string one)
    {
        var end = Links
            .Select(link => one.IndexOf(link, StringComparison.Ordinal))
            .Where(place => place > 0)
            .DefaultIfEmpty(one.Length)
            .Min();
        return Plural(one.Substring(0, end)) + Agreeing(one.Substring(end));
    }

    /// <summary>3 firewall rules, or 1 firewall rule.</summary>
    public static string Counted(long count, string one) => count == 1 ? $"1 {one}" : $"{count} {Many(one)}";

    /// <summary>a volume, an owner, addresses elsewhere.</summary>
    public static string Some(string noun) =>
        noun.Split(' ')[0].EndsWith("s", StringComparison.Ordinal) ? noun
        : "aeiou".IndexOf(noun[0]) >= 0 ? $"an {noun}"
        : $"a {noun}";

    private static string Plural(string noun) =>
        noun.EndsWith("y", StringComparison.Ordinal) && "aeiou".IndexOf(noun[noun.Length - 2]) < 0
            ? noun.Substring(0, noun.Length - 1) + "ies"
        : new[] { "s", "x", "ch", "sh" }.Any(ending => noun.EndsWith(ending, StringComparison.Ordinal)) ? noun + "es"
        : noun + "s";

    private static string Agreeing(string rest)
    {
        const string That = " that ";
        var verb = Array.Find(Verbs, each => rest.StartsWith(That + each.Singular, StringComparison.Ordinal));
        return verb.Singular is null ? rest : That + verb.Plural + rest.Substring(That.Length + verb.Singular.Length);
    }
}
