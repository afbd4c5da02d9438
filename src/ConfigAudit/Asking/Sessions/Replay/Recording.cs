using System;
using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>What a machine answered, kept in a file. The format is described in tests/Recordings/README.md.</summary>
internal sealed class Recording
{
    public string Path { get; init; } = string.Empty;

    /// <summary>When the machine was asked; null when the recording doesn't say.</summary>
    public DateTimeOffset? RecordedAt { get; init; }

    /// <summary><c>namespace:Class</c> to its instances.</summary>
    public Dictionary<string, IReadOnlyList<CimRow>> Instances { get; } = NewTable<IReadOnlyList<CimRow>>();

    /// <summary><c>namespace:Class.Method</c> to its recorded calls.</summary>
    public Dictionary<string, IReadOnlyList<RecordedCall>> Methods { get; } = NewTable<IReadOnlyList<RecordedCall>>();

    /// <summary>Full key name to value name to data.</summary>
    public Dictionary<string, Dictionary<string, object?>> Registry { get; } = NewTable<Dictionary<string, object?>>();

    /// <summary>Namespaces, <c>namespace:Class</c> and <c>registry:KEY</c> that the machine doesn't have.</summary>
    public HashSet<string> Absent { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary><c>namespace:Class</c> or <c>registry:KEY</c> to the reason why not all of it was recorded.</summary>
    public Dictionary<string, string> Partial { get; } = NewTable<string>();

    /// <summary><c>namespace:Class</c> to the conditions under which it was asked; without one, all its instances were.</summary>
    public Dictionary<string, IReadOnlyList<string>> Conditions { get; } = NewTable<IReadOnlyList<string>>();

    /// <summary>Scopes that failed, and how. "*" is everything.</summary>
    public Dictionary<string, GapKind> Failures { get; } = NewTable<GapKind>();

    public static string Normalize(string name) =>
        name.StartsWith("registry:", StringComparison.OrdinalIgnoreCase) ? name : name.Replace('\\', '/');

    private static Dictionary<string, V> NewTable<V>() => new(StringComparer.OrdinalIgnoreCase);
}

/// <summary>What a recorded key holds instead of a value's data.</summary>
internal sealed class RegistryMark
{
    /// <summary>The value exists; nobody asked what it holds.</summary>
    public static readonly RegistryMark Unread = new();

    /// <summary>The value was asked for, and doesn't exist.</summary>
    public static readonly RegistryMark Absent = new();

    /// <summary>The value exists, and is neither a text, nor a number, nor a list of texts: its method isn't among those that are
    /// asked.</summary>
    public static readonly RegistryMark Other = new();

    private RegistryMark() { }
}

/// <summary>One recorded call of a method.</summary>
/// <param name="In">The in parameters that it was called with.</param>
/// <param name="Out">What came back, ReturnValue included.</param>
internal sealed record RecordedCall(IReadOnlyDictionary<string, object?> In, CimRow Out);
