using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;

namespace ConfigAudit.Tests.Mutation;

/// <summary>Why survivors of one kind are right.</summary>
/// <param name="Checks">The checks, with blanks between; * for all.</param>
/// <param name="Place">Where: a pattern with *.</param>
/// <param name="Property">Of which value: a pattern with *.</param>
/// <param name="Operators">How; none for all.</param>
/// <param name="Reason">Why the Pass is earned all the same.</param>
internal sealed record Explanation(string Checks, string Place, string Property, Operator[] Operators, string Reason)
{
    public static IReadOnlyList<Explanation> All { get; } = Array.Empty<Explanation>();

    public bool Fits(Survivor survivor) =>
        survivor.Wrong == Wrong.Survived
        && Checks.Split(' ').Any(check => Like(check, survivor.Check))
        && Like(Place, survivor.Place)
        && Like(Property, survivor.Property)
        && (Operators.Length == 0 || Operators.Contains(survivor.Operator));

    private static bool Like(string pattern, string text) =>
        Regex.IsMatch(text, "^" + Regex.Escape(pattern).Replace("\\*", ".*") + "$", RegexOptions.IgnoreCase | RegexOptions.Singleline);
}
