namespace ConfigAudit.Base.Values;

/// <summary>Patterns in which * stands for any text, without regard to case.</summary>
internal static class Wildcard
{
    /// <summary>The time that it takes grows with the product of the two lengths, whatever the pattern.</summary>
    public static bool IsLike(string text, string pattern)
    {
        int t = 0,
            p = 0,
            star = -1,
            from = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*')
                (star, from, p) = (p, t, p + 1);
            else if (p < pattern.Length && char.ToUpperInvariant(pattern[p]) == char.ToUpperInvariant(text[t]))
                (t, p) = (t + 1, p + 1);
            else if (star >= 0)
                (p, t, from) = (star + 1, from + 1, from + 1);
            else
                return false;
        }

        while (p < pattern.Length && pattern[p] == '*')
            p++;
        return p == pattern.Length;
    }
}
