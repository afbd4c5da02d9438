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
            .Where(member =>
                (member.GetCustomAttribute<JapaneseNameAttribute>()?.Names ?? Array.Empty<string>())
                    .Append(member.Name)
                    .Any(name => Plain(name) == Plain(text))
            )
            .Select(member => member.GetValue(null))
            .FirstOrDefault();

    /// <summary>As names are compared.</summary>
    public static string Plain(string text) => HostileText.Compatible(text).Replace(" ", string.Empty).ToUpperInvariant();
}
