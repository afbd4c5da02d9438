namespace ConfigAudit.Base.Values;

/// <summary>Texts out of files may hold halves of characters, or numbers that Unicode gives to none, on which its functions throw in some
/// runtimes and not in others.</summary>
internal static class WholeText
{
    /// <summary>Whether a text is made of characters, so that it can be compared in any width.</summary>
    public static bool Is(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            // Most texts hold nothing that lies so high.
            if (text[at] < '\uD800')
                continue;
            if (char.IsSurrogate(text[at]))
            {
                if (
                    at + 1 == text.Length
                    || !char.IsSurrogatePair(text[at], text[at + 1])
                    || (char.ConvertToUtf32(text[at], text[at + 1]) & 0xFFFE) == 0xFFFE
                )
                {
                    return false;
                }

                at++;
            }
            else if (text[at] is '\uFFFE' or '\uFFFF' or (>= '\uFDD0' and <= '\uFDEF'))
            {
                return false;
            }
        }

        return true;
    }
}
