using System;

namespace ConfigAudit.Judging.Baselines.Wording;

/// <summary>
/// What Japanese does to the end of a clause when another follows, or when it isn't so. The clauses are this tool's own, so a few endings are
/// all there are: ある, いる, する, ない, and verbs that drop their る.
/// </summary>
internal static class JapaneseClause
{
    private static readonly (string Plain, string Continued, string Negated)[] Endings =
    {
        ("がない", "がなく", "がある"),
        ("もない", "もなく", "もないわけではない"),
        ("でない", "でなく", "である"),
        ("しない", "せず", "する"),
        ("いない", "おらず", "いる"),
        ("ない", "ず", "る"),
        ("ある", "あり", "ない"),
        ("いる", "おり", "いない"),
        ("する", "し", "しない"),
        ("る", string.Empty, "ない"),
    };

    /// <summary>As it stands before かつ.</summary>
    public static string Continued(string clause) => With(clause, ending => ending.Continued);

    /// <summary>That it isn't so.</summary>
    public static string Negated(string clause) => With(clause, ending => ending.Negated);

    private static string With(string clause, Func<(string Plain, string Continued, string Negated), string> form)
    {
        var ending = Array.Find(Endings, each => clause.EndsWith(each.Plain, StringComparison.Ordinal));
        return ending.Plain is null
            ? throw new NotSupportedException($"'{clause}' ends as no clause does.")
            : clause.Substring(0, clause.Length - ending.Plain.Length) + form(ending);
    }
}
