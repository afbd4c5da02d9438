using ConfigAudit.Facts;

namespace ConfigAudit.Sessions;

/// <summary>A registry value, or why there is none.</summary>
internal sealed record RegistryAnswer<V>(V? Value, Gap? Gap)
{
    /// <summary>The answer about a value that its key was seen not to have.</summary>
    public static RegistryAnswer<V> Absent(RegistryKey key, string value) => new(default, new Gap(GapKind.NotPresent, $"{key.Source}\\{value}", "not there"));

    /// <summary>Whether it is certain that the key or value isn't there.</summary>
    public bool IsAbsent => Gap?.Kind == GapKind.NotPresent;

    /// <summary>The gap, unless being absent is an answer that the caller understands.</summary>
    public Gap? GapIfUnread => IsAbsent ? null : Gap;
}
