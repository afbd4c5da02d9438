using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Base.Values;

/// <summary>Whether a text without spaces, as Japanese is, is put together from certain words and nothing else.</summary>
internal static class WordParts
{
    /// <summary>Whether a word is put together from some that say it, one at least, and others.</summary>
    public static bool AreAll(string word, string[] saying, string[] others)
    {
        // Up to each character: whether words end there, and whether one that says it is among them.
        var (ends, says) = (new bool[word.Length + 1], new bool[word.Length + 1]);
        ends[0] = true;
        for (var at = 0; at < word.Length; at++)
        {
            if (!ends[at])
                continue;
            foreach (var each in Following(word, at, saying))
                ends[at + each.Length] = says[at + each.Length] = true;
            foreach (var each in Following(word, at, others))
            {
                ends[at + each.Length] = true;
                says[at + each.Length] |= says[at];
            }
        }

        return says[word.Length];
    }

    private static IEnumerable<string> Following(string word, int at, string[] words) =>
        words.Where(each => string.CompareOrdinal(word, at, each, 0, each.Length) == 0);
}
