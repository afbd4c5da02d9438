using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace ConfigAudit.Values;

/// <summary>What the members of an enumeration are called, for people.</summary>
internal static class MemberNames<E>
    where E : struct, Enum
{
    private static readonly Dictionary<E, LocalText> Names = typeof(E).GetFields(BindingFlags.Public | BindingFlags.Static).ToDictionary(
        member => (E)member.GetValue(null),
        member => new LocalText(member.GetCustomAttribute<JapaneseNameAttribute>()?.Names[0] ?? member.Name, member.Name));

    public static LocalText Of(E member) => Names.TryGetValue(member, out var name) ? name : LocalText.Of(member.ToString());
}
