using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace ConfigAudit.Base.Values;

/// <summary>What the members of an enumeration are called, for people.</summary>
internal static class MemberNames<E>
    where E : struct, Enum
{
    private static readonly Dictionary<E, LocalText> Names = typeof(E)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .ToDictionary(
            member => (E)member.GetValue(null),
            member => new LocalText(member.GetCustomAttribute<JapaneseNameAttribute>()?.Names[0] ?? member.Name, member.Name)
        );

    /// <summary>Also those that were written by an earlier version, and other ways to spell them.</summary>
    private static readonly Dictionary<string, E> Japanese = typeof(E)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .SelectMany(member =>
            (member.GetCustomAttribute<JapaneseNameAttribute>()?.Names ?? Array.Empty<string>()).Select(name => (name, member))
        )
        .ToDictionary(each => each.name, each => (E)each.member.GetValue(null), StringComparer.Ordinal);

    public static LocalText Of(E member) => Names.TryGetValue(member, out var name) ? name : LocalText.Of(member.ToString());

    /// <summary>By its name in either language, and never by its number: which member that is may differ between versions.</summary>
    /// <exception cref="FormatException">No member is called so.</exception>
    public static E Read(string text)
    {
        if (Japanese.TryGetValue(text.Trim(), out var called))
            return called;
        foreach (var name in Names)
        {
            if (string.Equals(name.Value.En, text.Trim(), StringComparison.OrdinalIgnoreCase))
                return name.Key;
        }

        throw new FormatException(
            new LocalText(
                $"'{text}' は {string.Join("、", Names.Values.Select(name => name.En))} のいずれでもありません",
                $"'{text}' is none of {string.Join(", ", Names.Values.Select(name => name.En))}"
            ).ToString()
        );
    }
}
