using System;
using System.Collections.Generic;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>A pattern of LIKE, without regard to case: % for any text, _ for one character, [abc], [a-f] and [^a] for one of a
/// set.</summary>
internal sealed class LikePattern
{
    /// <summary>Null stands for any text.</summary>
    private readonly List<Func<char, bool>?> _parts = new();

    public LikePattern(string pattern)
    {
        for (var at = 0; at < pattern.Length; at++)
        {
            var close = pattern[at] == '[' ? pattern.IndexOf(']', at + 1) : -1;
            var set = close < 0 ? string.Empty : pattern.Substring(at + 1, close - at - 1);
            if (set.TrimStart('^').Length > 0)
            {
                _parts.Add(set[0] == '^' ? Not(Set(set.Substring(1))) : Set(set));
                at = close;
            }
            else
            {
                _parts.Add(
                    pattern[at] == '%' ? null
                    : pattern[at] == '_' ? _ => true
                    : Set(pattern[at].ToString())
                );
            }
        }
    }

    /// <summary>The time that it takes grows with the product of the two lengths, whatever the pattern.</summary>
    public bool IsLike(string text)
    {
        int t = 0,
            p = 0,
            any = -1,
            from = 0;
        while (t < text.Length)
        {
            if (p < _parts.Count && _parts[p] is null)
                (any, from, p) = (p, t, p + 1);
            else if (p < _parts.Count && _parts[p]!(text[t]))
                (t, p) = (t + 1, p + 1);
            else if (any >= 0)
                (p, t, from) = (any + 1, from + 1, from + 1);
            else
                return false;
        }

        return _parts.FindIndex(p, part => part is not null) < 0;
    }

    private static Func<char, bool> Not(Func<char, bool> set) => character => !set(character);

    private static Func<char, bool> Set(string members)
    {
        var upper = members.ToUpperInvariant();
        return character =>
        {
            var one = char.ToUpperInvariant(character);
            for (var at = 0; at < upper.Length; at++)
            {
                var isRange = at + 2 < upper.Length && upper[at + 1] == '-';
                if (isRange ? one >= upper[at] && one <= upper[at + 2] : one == upper[at])
                    return true;
                at += isRange ? 2 : 0;
            }

            return false;
        };
    }
}
