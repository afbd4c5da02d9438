using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>
/// A recording under other names. What is declared a fact stays, what is declared to name something is replaced
/// (<see cref="Disclosures"/>), and of what isn't declared nothing is
/// kept: a property is left out, which the format takes for "not recorded", and a value of the registry is there without its name and data.
/// </summary>
internal sealed class Pseudonyms
{
    private const string EventStrings = "InsertionStrings";
    private const string NotAll = "not all of it was recorded";

    private static readonly IReadOnlyDictionary<string, Disclosed> Places = Disclosures
        .All.Where(each => !DisclosedKeys.IsKey(each.Place))
        .ToDictionary(each => each.Place, StringComparer.OrdinalIgnoreCase);

    /// <summary>A text in a condition.</summary>
    private static readonly Regex Literal = LinearPattern.Of(
        @"'(?<text>(?:[^'\\]|\\[\s\S])*)(?:'|\\?\z)|""(?<text>(?:[^""\\]|\\[\s\S])*)(?:""|\\?\z)"
    );

    /// <summary>What an event holds as a fact: the number of a logon, or of its kind.</summary>
    private static readonly Regex Number = LinearPattern.Of("^(?:0x[0-9a-f]{1,16}|[0-9]{1,10})$", RegexOptions.IgnoreCase);

    private readonly OtherTexts _texts = new();
    private readonly DisclosedKeys _keys;

    private Pseudonyms(string computerName, IEnumerable<SourceInfo> catalogued)
    {
        _keys = new DisclosedKeys(_texts, catalogued);
        Computer = _texts.Treat(Disclosure.Host, computerName);
    }

    /// <summary>What the computer is called instead.</summary>
    public string Computer { get; }

    /// <param name="recording">Changed in place.</param>
    /// <param name="computerName">The name that it was asked by.</param>
    /// <param name="catalogued">What catalogues had asked besides: versions and dates.</param>
    public static Pseudonyms Apply(Recording recording, string computerName, IEnumerable<SourceInfo>? catalogued = null)
    {
        var pseudonyms = new Pseudonyms(computerName, catalogued ?? Array.Empty<SourceInfo>());
        // Once to learn all that names something, since that may stand in a text before it stands by itself.
        pseudonyms.Instances(recording);
        pseudonyms.Replace(recording);
        return pseudonyms;
    }

    private void Replace(Recording recording)
    {
        var (instances, methods) = Instances(recording);
        Put(recording.Instances, instances);
        Put(recording.Methods, methods);
        _keys.Replace(recording);
        Put(
            recording.Conditions,
            recording
                .Conditions.Where(pair => Places.ContainsKey(pair.Key))
                .ToDictionary(pair => pair.Key, pair => (IReadOnlyList<string>)pair.Value.Select(Condition).ToArray())
        );
        // Why it broke off may name the host.
        Put(recording.Partial, Scopes(recording.Partial.Keys).ToDictionary(pair => pair.Other, _ => NotAll));
        Put(recording.Failures, Scopes(recording.Failures.Keys).ToDictionary(pair => pair.Other, pair => recording.Failures[pair.Scope]));
        var absent = Scopes(recording.Absent).Select(pair => pair.Other).ToArray();
        recording.Absent.Clear();
        recording.Absent.UnionWith(absent);
    }

    private (Dictionary<string, IReadOnlyList<CimRow>> Instances, Dictionary<string, IReadOnlyList<RecordedCall>> Methods) Instances(
        Recording recording
    ) =>
        (
            recording
                .Instances.Where(pair => Places.ContainsKey(pair.Key))
                .ToDictionary(
                    pair => pair.Key,
                    pair => (IReadOnlyList<CimRow>)pair.Value.Select(row => Mapped(row, Places[pair.Key], string.Empty)).ToArray()
                ),
            recording
                .Methods.Where(pair => Places.ContainsKey(pair.Key))
                .ToDictionary(
                    pair => pair.Key,
                    pair => (IReadOnlyList<RecordedCall>)pair.Value.Select(call => Mapped(call, Places[pair.Key])).ToArray()
                )
        );

    private static void Put<V>(Dictionary<string, V> table, Dictionary<string, V> other)
    {
        table.Clear();
        foreach (var pair in other)
            table[pair.Key] = pair.Value;
    }

    /// <summary>Namespaces, classes and keys that are asked for; others have no bearing.</summary>
    private IEnumerable<(string Scope, string Other)> Scopes(IEnumerable<string> scopes) =>
        scopes
            .Select(scope => (Scope: scope, Other: DisclosedKeys.IsKey(scope) ? _keys.Key(scope) : scope))
            .Where(pair =>
                DisclosedKeys.IsKey(pair.Scope)
                || pair.Scope == "*"
                || pair.Scope.StartsWith("root/cimv2:StdRegProv", StringComparison.OrdinalIgnoreCase)
                || Places.Keys.Any(place => place.StartsWith(pair.Scope, StringComparison.OrdinalIgnoreCase))
            )
            .GroupBy(pair => pair.Other, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.First());

    private RecordedCall Mapped(RecordedCall call, Disclosed place) =>
        new(
            call.In.Where(pair => place.Names.ContainsKey(pair.Key))
                .ToDictionary(pair => pair.Key, pair => Treated(pair.Value, place, pair.Key)),
            // What a method gives back stands in a parameter of the answer, with the instances in it.
            new CimRow(
                call.Out.Names.Where(name => name == "ReturnValue" || place.Names.ContainsKey(name) || call.Out.Rows(name) is not null)
                    .ToDictionary(
                        name => name,
                        name =>
                            place.Names.ContainsKey(name) ? Treated(call.Out[name], place, name)
                            : call.Out.Rows(name) is { } rows ? rows.Select(row => Mapped(row, place, string.Empty)).ToArray<object?>()
                            : call.Out.Number(name),
                        StringComparer.OrdinalIgnoreCase
                    )
            )
        );

    /// <param name="row">An instance, or one that is embedded in it.</param>
    /// <param name="place">What is declared.</param>
    /// <param name="above">The property that it is embedded in, with a dot behind.</param>
    private CimRow Mapped(CimRow row, Disclosed place, string above) =>
        new(
            row.Names.Where(name => place.Names.ContainsKey(above + name))
                .ToDictionary(
                    name => name,
                    name => place.Names[above + name] == Disclosure.Event ? Event(row) : Treated(row[name], place, above + name),
                    StringComparer.OrdinalIgnoreCase
                )
        );

    private object? Treated(object? value, Disclosed place, string name) =>
        value switch
        {
            string text => place.Names[name] == Disclosure.Reference ? Reference(text) : _texts.Treat(place.Names[name], text),
            CimRow row => Mapped(row, place, name + "."),
            System.Collections.IEnumerable values => values.Cast<object?>().Select(each => Treated(each, place, name)).ToArray(),
            _ => value,
        };

    /// <summary>A path's keys are an account's, a group's or a logon's.</summary>
    private string Reference(string text) =>
        CimPath.Parse(text) is { } path
            ? new CimPath(
                path.Class,
                path.Keys.Select(key => new KeyValuePair<string, string>(key.Key, Key(path, key.Key, key.Value)))
            ).ToString()
            : string.Empty;

    private string Key(CimPath path, string name, string value)
    {
        // What Windows logs on for its desktop has names of its own, and those stay.
        if (DesktopAccounts.Has(path["Name"] ?? string.Empty))
            return value;
        var place = Places.Values.FirstOrDefault(each => each.Place.EndsWith(":" + path.Class, StringComparison.OrdinalIgnoreCase));
        return name.Equals("Domain", StringComparison.OrdinalIgnoreCase) ? _texts.Treat(Disclosure.Domain, value)
            : name.Equals("Name", StringComparison.OrdinalIgnoreCase)
                ? path.Class.Equals("Win32_Group", StringComparison.OrdinalIgnoreCase) ? Group(value)
                    : _texts.Treat(Disclosure.Account, value)
            : place?.Names.TryGetValue(name, out var kind) == true ? _texts.Treat(kind, value)
            : string.Empty;
    }

    private string Group(string name) => Groups.Contains(name) ? name : _texts.Names.Of(name, "group");

    /// <summary>Groups that every host or domain has, by their English names.</summary>
    private static readonly HashSet<string> Groups = new(StringComparer.OrdinalIgnoreCase)
    {
        "Administrators",
        "Users",
        "Domain Admins",
        "Domain Users",
        "Enterprise Admins",
    };

    private object?[] Event(CimRow row)
    {
        if (row.Slots(EventStrings) is not { } strings)
            return Array.Empty<object?>();
        var kinds =
            row.Number("EventCode") is { } code && Disclosures.Events.TryGetValue(code, out var known)
                ? known
                : new Dictionary<int, Disclosure>();
        return strings
            .Select(
                (text, at) =>
                    !kinds.TryGetValue(at, out var kind) || (kind == Disclosure.Fact && !Number.IsMatch(text)) ? "-"
                    : IsNobody(text) ? text
                    : _texts.Treat(kind, text)
            )
            .ToArray<object?>();
    }

    /// <summary>What stands in an event for a client that is the host itself.</summary>
    private static bool IsNobody(string text) => text is "" or "-" or "LOCAL" or "Unknown";

    /// <summary>The same question, as whoever replays it will ask it: its texts are treated as paths where they are, and as what else is
    /// known.</summary>
    private string Condition(string condition) =>
        Literal.Replace(
            condition,
            match =>
            {
                var text = Regex.Replace(match.Groups["text"].Value, @"\\(.)", "$1");
                var bare = text.Trim('%');
                var other =
                    text.Contains('\\') && bare.Length > 0
                        ? text.Replace(bare, _texts.Treat(Disclosure.Path, bare))
                        : _texts.Names.Words(text);
                return $"{match.Value[0]}{other.Replace(@"\", @"\\").Replace(match.Value.Substring(0, 1), @"\" + match.Value[0])}{match.Value[0]}";
            }
        );
}
