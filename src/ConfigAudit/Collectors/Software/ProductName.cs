using System.Globalization;
using System.Linq;

namespace ConfigAudit.Collectors.Software;

/// <summary>Names of products as people read them.</summary>
internal static class ProductName
{
    /// <summary>With ordinary spaces for all that looks like one, and without marks that nobody sees: vendors leave both in DisplayName.</summary>
    public static string Plain(string name) => new string(name
        .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.Format)
        .Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter).ToArray()).Trim();
}
