using System;

namespace ConfigAudit.Judging.Baselines.Wording;

/// <summary>What English does to a clause that isn't so. The clauses are this tool's own: each begins with a verb of the third person.</summary>
internal static class EnglishClause
{
    private static readonly (string Plain, string Negated)[] Verbs =
    {
        ("is ", "is not "),
        ("can ", "cannot "),
        ("has ", "does not have "),
    };

    private static readonly (string Ending, string Base)[] Endings = { ("ies", "y"), ("sses", "ss"), ("ches", "ch"), ("s", string.Empty) };

    public static string Negated(string clause)
    {
        var verb = Array.Find(Verbs, each => clause.StartsWith(each.Plain, StringComparison.Ordinal));
        if (verb.Plain is not null)
            return verb.Negated + clause.Substring(verb.Plain.Length);
        var first = clause.Split(' ')[0];
        var form = Array.Find(Endings, each => first.EndsWith(each.Ending, StringComparison.Ordinal));
        return form.Ending is null
            ? throw new NotSupportedException($"'{clause}' begins as no clause does.")
            : $"does not {first.Substring(0, first.Length - form.Ending.Length)}{form.Base}{clause.Substring(first.Length)}";
    }
}
