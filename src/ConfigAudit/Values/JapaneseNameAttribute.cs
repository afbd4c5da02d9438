using System;
using System.Collections.Generic;

namespace ConfigAudit.Values;

/// <summary>What a member of an enumeration is called in Japanese; the first is the usual one.</summary>
[AttributeUsage(AttributeTargets.Field)]
internal sealed class JapaneseNameAttribute : Attribute
{
    public JapaneseNameAttribute(params string[] names) => Names = names;

    public IReadOnlyList<string> Names { get; }
}
