using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Base.Values;

/// <summary>Finds the name that was meant by one that was mistyped.</summary>
internal static class Likeness
{
    /// <summary>The nearest of the names; null where none is near. Case, spaces and underscores make no difference.</summary>
    public static string? Nearest(string name, IEnumerable<string> known) =>
        known
            .Select(each => (Name: each, Distance: Distance(Plain(name), Plain(each))))
            .Where(each => each.Distance <= (Plain(each.Name).Length < 6 ? 1 : 2))
            .OrderBy(each => each.Distance)
            .Select(each => each.Name)
            .FirstOrDefault();

    private static string Plain(string name) => new string(name.Where(char.IsLetterOrDigit).ToArray()).ToUpperInvariant();

    /// <summary>How many letters have to be put in, taken out, changed, or changed with their neighbour.</summary>
    private static int Distance(string a, string b)
    {
        // A header as long as a page is no typing error.
        if (Math.Abs(a.Length - b.Length) > 2)
            return int.MaxValue;
        var steps = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    steps[i, j] = i + j;
                    continue;
                }

                steps[i, j] = Math.Min(
                    Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1,
                    steps[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                );
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
            }
        }

        return steps[a.Length, b.Length];
    }
}
