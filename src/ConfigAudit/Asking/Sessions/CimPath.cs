using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Sessions;

/// <summary>
/// Names an instance by its class and keys: <c>\\HOST\root\cimv2:Win32_Group.Domain="PC001",Name="Users"</c>. Every protocol's references
/// become such
/// texts, without host and namespace, so that rows and recordings hold one kind.
/// </summary>
internal sealed class CimPath : IEquatable<CimPath>
{
    private static readonly Regex Whole = LinearPattern.Of(
        @"^(?:[^""']*:)?(?<class>\w+)\.(?<keys>\w+=(?:""(?:[^""\\]|\\.)*""|'(?:[^'\\]|\\.)*'|[\w-]+)(?:,\w+=(?:""(?:[^""\\]|\\.)*""|'(?:[^'\\]|\\.)*'|[\w-]+))*)$"
    );

    private static readonly Regex Escape = LinearPattern.Of(@"\\(.)");

    private static readonly Regex Key = LinearPattern.Of(
        @"\G,?(?<name>\w+)=(?:""(?<value>(?:[^""\\]|\\.)*)""|'(?<value>(?:[^'\\]|\\.)*)'|(?<value>[\w-]+))"
    );

    private readonly SortedDictionary<string, string> _keys;

    public CimPath(string @class, IEnumerable<KeyValuePair<string, string>> keys)
    {
        Class = @class;
        _keys = new SortedDictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var key in keys)
            _keys[key.Key] = key.Value;
    }

    public string Class { get; }

    public IEnumerable<KeyValuePair<string, string>> Keys => _keys;

    public string? this[string key] => _keys.TryGetValue(key, out var value) ? value : null;

    /// <summary>Null when the text is no path with keys.</summary>
    public static CimPath? Parse(string? text)
    {
        // Most texts are none, and are told apart by a glance.
        if (text is null || text.IndexOf('=') < 0 || Whole.Match(text) is not { Success: true } match)
            return null;
        return new CimPath(
            match.Groups["class"].Value,
            Key.Matches(match.Groups["keys"].Value)
                .Cast<Match>()
                .Select(key => new KeyValuePair<string, string>(key.Groups["name"].Value, Unescaped(key.Groups["value"].Value)))
        );
    }

    public bool Equals(CimPath? other) =>
        other is not null
        && Class.Equals(other.Class, StringComparison.OrdinalIgnoreCase)
        && _keys.Count == other._keys.Count
        && _keys.All(key => string.Equals(other[key.Key], key.Value, StringComparison.OrdinalIgnoreCase));

    public override bool Equals(object? obj) => Equals(obj as CimPath);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(string.Join("\n", _keys.Values));

    public override string ToString() =>
        $"{Class}.{string.Join(",", _keys.Select(key => $"{key.Key}=\"{key.Value.Replace(@"\", @"\\").Replace("\"", "\\\"")}\""))}";

    private static string Unescaped(string text) => Escape.Replace(text, "$1");
}
