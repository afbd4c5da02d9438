using System;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Software;

/// <summary>Names of products as people read them.</summary>
internal static class ProductName
{
    /// <summary>As Japanese editions write it, in brackets of either width, with a blank or without.</summary>
    private static readonly Regex Bits = LinearPattern.Of(@"[(（] ?(32|64) ?ビット(?: ?版)? ?[)）]");

    /// <summary>
    /// With one ordinary space for all that looks like some, and without marks and control characters that nobody sees: vendors leave all
    /// of them in DisplayName. How many bits
    /// it has is written as in English.
    /// </summary>
    public static string Plain(string name) => Bits.Replace(Visible(name), "($1-bit)");

    private static string Visible(string name) =>
        string.Join(
            " ",
            new string(
                name.Select(letter => char.IsWhiteSpace(letter) ? ' ' : letter)
                    .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control))
                    .ToArray()
            ).Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries)
        );
}
