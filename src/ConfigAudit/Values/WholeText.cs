using System;
using System.Text;

namespace ConfigAudit.Values;

/// <summary>Texts out of files may hold halves of characters, or numbers that Unicode gives to none, on which its functions throw.</summary>
internal static class WholeText
{
    /// <summary>Whether a text is made of characters, so that it can be compared in any width.</summary>
    public static bool Is(string text)
    {
        if (!HasDoubtful(text))
            return true;
        try
        {
            _ = text.IsNormalized(NormalizationForm.FormKC);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Halves of pairs, and what lies where Unicode has numbers without characters: most texts hold neither.</summary>
    private static bool HasDoubtful(string text)
    {
        foreach (var character in text)
        {
            if (character >= '\uD800' && (char.IsSurrogate(character) || character >= '\uFDD0'))
                return true;
        }

        return false;
    }
}
