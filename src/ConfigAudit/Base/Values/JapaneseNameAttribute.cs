using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;

namespace ConfigAudit.Base.Values;

/// <summary>What a member of an enumeration is called in Japanese; the first is the usual one.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class JapaneseNameAttribute : Attribute
{
    public JapaneseNameAttribute(params string[] names) => Names = names;

    public IReadOnlyList<string> Names { get; }

    /// <summary>The member that is called so, in English or in Japanese, in whatever case, width and spaces; null for none.</summary>
    public static object? Member(Type type, string text) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(member => Japanese(member).Append(member.Name).Any(name => Plain(name) == Plain(text)))
            .Select(member => member.GetValue(null))
            .FirstOrDefault();

    /// <summary>What may be written for the members, each in English with its usual name in Japanese.</summary>
    public static string[] Choices(Type type) =>
        type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(member => Japanese(member) is { Count: > 0 } names ? $"{member.Name} ({names[0]})" : member.Name)
            .ToArray();

    /// <summary>Of the system's own enumerations, those of the week have names that everybody writes.</summary>
    private static IReadOnlyList<string> Japanese(FieldInfo member) =>
        member.GetCustomAttribute<JapaneseNameAttribute>()?.Names
        ?? (
            member.GetValue(null) is DayOfWeek day && "日月火水木金土"[(int)day] is var name
                ? new[] { $"{name}曜日", $"{name}曜", $"{name}" }
                : Array.Empty<string>()
        );

    /// <summary>As names are compared.</summary>
    public static string Plain(string text) => HostileText.Compatible(text).Replace(" ", string.Empty).ToUpperInvariant();
}
