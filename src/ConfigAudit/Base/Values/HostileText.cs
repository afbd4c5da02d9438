using System;
using System.Linq;
using System.Text;

namespace ConfigAudit.Base.Values;

/// <summary>
/// What a machine says, made fit to be kept and shown: a name may hold escapes that a terminal obeys, marks that turn the order of what is
/// read, or what is no
/// character at all, on which Unicode's functions and XML's throw. Each such one is replaced by a sign that can be seen, so that the text
/// stays another than one without it.
/// </summary>
internal static class HostileText
{
    private const int MaxLength = 200;
    private const int MostShown = 1000;
    private const char Replacement = '\uFFFD';

    /// <summary>The whole text. One that is harmless already is itself.</summary>
    public static string Harmless(string text)
    {
        if (text.All(IsPlain))
            return text;
        var harmless = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]))
            {
                // The last two of each plane are no characters.
                if ((char.ConvertToUtf32(text[i], text[i + 1]) & 0xFFFE) == 0xFFFE)
                    harmless.Append(Replacement);
                else
                    harmless.Append(text[i]).Append(text[i + 1]);
                i++;
            }
            else
            {
                harmless.Append(IsPlain(text[i]) ? text[i] : Sign(text[i]));
            }
        }

        return harmless.ToString();
    }

    /// <summary>The beginning of it, where a line of a message has to hold it.</summary>
    public static string Shown(string text) => Harmless(text.Length > MaxLength ? text.Substring(0, MaxLength) + "…" : text);

    /// <summary>The text where people read it: of one that fills pages by itself the beginning, and how long it is.</summary>
    public static string Excerpt(string text) =>
        text.Length <= MostShown
            ? text
            : FormattableString.Invariant($"{Harmless(text.Substring(0, MostShown))}… ({text.Length} characters)");

    /// <summary>The text in the form in which names that look alike are the same (UAX #15, NFKC), whatever it holds.</summary>
    public static string Compatible(string text) => Harmless(text).Normalize(NormalizationForm.FormKC);

    /// <summary>No control (C0, C1, DEL), none that breaks a line or turns the direction (UAX #9), no half of a pair, none that Unicode
    /// leaves out.</summary>
    private static bool IsPlain(char letter) =>
        !char.IsControl(letter)
        && !char.IsSurrogate(letter)
        && letter
            is not (
                '\u2028'
                or '\u2029'
                or '\u061C'
                or '\uFFFE'
                or '\uFFFF'
                or (>= '\u202A' and <= '\u202E')
                or (>= '\u2066' and <= '\u2069')
                or (>= '\uFDD0' and <= '\uFDEF')
            );

    /// <summary>The picture that Unicode has of a control character, else the sign for what can't be shown.</summary>
    private static char Sign(char letter) =>
        letter < ' ' ? (char)('\u2400' + letter)
        : letter == '\u007F' ? '\u2421'
        : Replacement;
}
