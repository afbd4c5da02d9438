using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>Keys of the registry under other names: along a path that is declared a key keeps its name, or is treated as the braces there
/// say; off it, it is a key without one.</summary>
internal sealed class DisclosedKeys
{
    private const string Scope = "registry:";

    private readonly OtherTexts _texts;
    private readonly IReadOnlyList<(string[] Parts, Disclosed Place)> _places;

    public DisclosedKeys(OtherTexts texts, IEnumerable<SourceInfo> catalogued)
    {
        _texts = texts;
        var known = Disclosures.All.Where(each => IsKey(each.Place)).ToArray();
        var added = catalogued
            .Where(source => IsKey(source.Place) && !source.Place.Contains('*'))
            .GroupBy(source => source.Place, StringComparer.OrdinalIgnoreCase)
            .Where(group => !known.Any(each => each.Place.Equals(group.Key, StringComparison.OrdinalIgnoreCase)))
            .Select(group => new Disclosed(
                group.Key,
                group
                    .SelectMany(source => source.Names)
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(name => name, _ => Disclosure.Version, StringComparer.OrdinalIgnoreCase)
            ));
        _places = known.Concat(added).Select(place => (place.Place.Substring(Scope.Length).Split('\\'), place)).ToArray();
    }

    public static bool IsKey(string scope) => scope.StartsWith(Scope, StringComparison.OrdinalIgnoreCase);

    /// <summary>The key's other name, <c>registry:</c> before it.</summary>
    public string Key(string scope) => Scope + Walk(scope.Substring(Scope.Length)).Name;

    public void Replace(Recording recording)
    {
        var other = recording
            .Registry.Select(pair => (Walk(pair.Key), pair.Value))
            .Select(pair => (pair.Item1.Name, Values: Values(pair.Value, pair.Item1.Place)))
            .ToArray();
        recording.Registry.Clear();
        foreach (var (name, values) in other)
            recording.Registry[name] = values;
    }

    private (string Name, Disclosed? Place) Walk(string key)
    {
        var parts = key.Split('\\');
        var open = _places;
        for (var at = 0; at < parts.Length; at++)
        {
            var (part, depth) = (parts[at], at);
            var next = open.Where(place =>
                    place.Parts.Length > depth
                    && (place.Parts[depth].Equals(part, StringComparison.OrdinalIgnoreCase) || Braces(place.Parts[depth]) is not null)
                )
                .ToArray();
            // A name that is declared goes before any.
            var named = next.Where(place => Braces(place.Parts[depth]) is null).ToArray();
            open = named.Length > 0 ? named : next;
            if (open.Count == 0)
                parts[at] = _texts.Names.Of(part, "key");
            else if (named.Length == 0)
                parts[at] = _texts.Treat(Braces(open[0].Parts[depth])!.Value, part);
        }

        return (string.Join("\\", parts), open.FirstOrDefault(place => place.Parts.Length == parts.Length).Place);
    }

    private static Disclosure? Braces(string part) =>
        part.StartsWith("{", StringComparison.Ordinal)
        && Enum.TryParse<Disclosure>(part.Trim('{', '}'), out var kind)
        && Enum.IsDefined(typeof(Disclosure), kind)
            ? kind
            : null;

    /// <summary>A value that isn't declared is there, without its name and data: its key may have been asked for all that it
    /// holds.</summary>
    private Dictionary<string, object?> Values(Dictionary<string, object?> values, Disclosed? place)
    {
        var other = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        var number = 0;
        foreach (var pair in values)
        {
            if (
                place is not null
                && (place.Names.TryGetValue(pair.Key, out var kind) || place.Names.TryGetValue(Disclosures.Every, out kind))
            )
            {
                other[_texts.Treat(place.ValueNames, pair.Key)] = Treated(pair.Value, kind);
            }
            else if (pair.Value != RegistryMark.Absent)
            {
                other[$"value-{++number:000}"] = RegistryMark.Unread;
            }
        }

        return other;
    }

    private object? Treated(object? value, Disclosure kind) =>
        value switch
        {
            string text when kind == Disclosure.Version && !OtherTexts.IsVersion(text) => RegistryMark.Unread,
            string text => _texts.Treat(kind, text),
            object?[] values => values.Select(each => Treated(each, kind)).ToArray(),
            _ => value,
        };
}
