using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions;

/// <summary>A registry value, or why there is none. Of a list that isn't whole there are both: what is there, and why that may not be
/// all.</summary>
internal sealed record RegistryAnswer<V>(V? Value, Gap? Gap)
{
    /// <summary>The answer about a value that its key was seen not to have.</summary>
    public static RegistryAnswer<V> Absent(RegistryKey key, string value) =>
        new(default, new Gap(GapKind.NotPresent, $"{key.Source}\\{value}", new LocalText("存在しない", "not there")));

    /// <summary>Whether it is certain that the key or value isn't there.</summary>
    public bool IsAbsent => Gap?.Kind == GapKind.NotPresent;

    /// <summary>The gap, unless being absent is an answer that the caller understands.</summary>
    public Gap? GapIfUnread => IsAbsent ? null : Gap;
}

/// <summary>What a value means to a fact: null is not known, and a known absence has the meaning that Windows gives it.</summary>
internal static class RegistryAnswers
{
    /// <summary>The number, or what Windows takes where there is none; null when that couldn't be read.</summary>
    public static long? Or(this RegistryAnswer<long?> answer, long whenAbsent) => answer.Value ?? (answer.IsAbsent ? whenAbsent : null);

    /// <summary>The text, or what Windows takes where there is none; null when that couldn't be read.</summary>
    public static string? Or(this RegistryAnswer<string> answer, string whenAbsent) =>
        answer.Value ?? (answer.IsAbsent ? whenAbsent : null);

    /// <summary>A switch: any number but zero is on.</summary>
    public static bool? Flag(this RegistryAnswer<long?> answer, bool whenAbsent) =>
        answer.Or(whenAbsent ? 1 : 0) is { } number ? number != 0 : null;
}
