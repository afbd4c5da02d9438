using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>Other names for hosts, domains, people, servers and whatever else somebody called something: the same for the same, wherever it
/// stands.</summary>
internal sealed class OtherNames
{
    public const string Host = "HOST";
    public const string Domain = "DOMAIN";

    /// <summary>An account of a domain, of this host or of Entra ID. Windows' own are everybody's.</summary>
    private static readonly Regex SidPattern = LinearPattern.Of(@"S-1-(5-21|12-1)-\d+-\d+-\d+", RegexOptions.IgnoreCase);

    /// <summary>A name as short as this, of letters alone, may be a word in the name of a program: a domain called NET, and .NET.</summary>
    private const int Word = 4;

    private readonly Dictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _telling = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _sids = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Another name, of a kind. One that is blank, or the dash of an event, names nothing.</summary>
    public string Of(string name, string kind)
    {
        if (string.IsNullOrWhiteSpace(name) || name == "-")
            return name;
        if (!_names.TryGetValue(name, out var other))
            _names.Add(name, other = $"{kind}-{Number(kind)}");
        if (kind is Host or Domain or "person" && (name.Length > Word || name.Any(sign => !char.IsLetter(sign))))
            _telling.Add(name);
        return other;
    }

    /// <summary>A computer's account ends in a dollar sign. The desktop's own stay.</summary>
    public string Account(string name) =>
        name.Length > 1 && name.EndsWith("$", StringComparison.Ordinal) ? Of(name.TrimEnd('$'), Host) + "$"
        : DesktopAccounts.Has(name) ? name
        : Of(name, GenericWords.Make(name) ? "user" : "person");

    /// <summary>Whether it is a person's, a section's or shared by name is what accounts are judged by; a digit would make it
    /// nobody's.</summary>
    public string FullName(string name) =>
        Of(
            name,
            GenericWords.SayShared(name) ? "Shared"
                : GenericWords.MakeFull(name) || name.Any(char.IsDigit) ? "Staff"
                : "Person"
        );

    /// <summary>A text that keeps its words but for those that are known to name this host, its domain or its people.</summary>
    public string Words(string text)
    {
        text = Sids(text);
        foreach (var name in _telling.OrderByDescending(name => name.Length))
        {
            for (var at = Find(text, name, 0); at >= 0; at = Find(text, name, at + _names[name].Length))
                text = text.Substring(0, at) + _names[name] + text.Substring(at + name.Length);
        }

        return text;
    }

    public string Sids(string text) =>
        SidPattern.Replace(
            text,
            match =>
            {
                if (!_sids.TryGetValue(match.Value, out var other))
                    _sids.Add(match.Value, other = $"S-1-5-21-1000-2000-{(_sids.Count + 1).ToString(CultureInfo.InvariantCulture)}");
                return other;
            }
        );

    /// <summary>Where a name stands by itself, and not as part of a word.</summary>
    private static int Find(string text, string name, int from)
    {
        for (
            var at = text.IndexOf(name, from, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase)
        )
        {
            var end = at + name.Length;
            if ((at == 0 || !char.IsLetterOrDigit(text[at - 1])) && (end == text.Length || !char.IsLetterOrDigit(text[end])))
                return at;
        }

        return -1;
    }

    private string Number(string kind)
    {
        var number = _names.Count + 1;
        return kind is "Person" or "Shared"
            ? string.Concat(number.ToString("0000", CultureInfo.InvariantCulture).Select(digit => (char)('A' + (digit - '0'))))
            : number.ToString("000", CultureInfo.InvariantCulture);
    }
}
