using System;
using System.Text;

namespace ConfigAudit.Values;

/// <summary>Texts out of files may hold halves of characters, or numbers that Unicode gives to none, on which its functions throw.</summary>
internal static class WholeText
{
    /// <summary>Whether a text is made of characters, so that it can be compared in any width.</summary>
    public static bool Is(string text)
    {
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
}
