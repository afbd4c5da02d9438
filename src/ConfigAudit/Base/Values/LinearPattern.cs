using System;
using System.Text.RegularExpressions;

namespace ConfigAudit.Base.Values;

/// <summary>
/// A regular expression of our own, for texts of other people's. Each is written so that its time grows with the length of the text alone:
/// no two quantifiers take one
/// character, and none is tried again from each character of what it took before. The limit is there for a mistake in that, and so long
/// that a thread that has to
/// wait doesn't reach it.
/// </summary>
internal static class LinearPattern
{
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public static Regex Of(string pattern, RegexOptions options = RegexOptions.None) =>
        new(pattern, options | RegexOptions.CultureInvariant, Patience);
}
