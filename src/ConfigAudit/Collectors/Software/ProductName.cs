using System;
using System.Globalization;
using System.Linq;

namespace ConfigAudit.Collectors.Software;

/// <summary>Names of products as people read them.</summary>
internal static class ProductName
{
    /// <summary>With one ordinary space for all that looks like some, and without marks and control characters that nobody sees: vendors leave all of them in DisplayName.</summary>
    public static string Plain(string name) => string.Join(" ", new string(name
        .Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter)
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control)).ToArray())
        .Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries));
}
