using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Baselines.Wording;

/// <summary>A condition in words: what is so of one item. In Japanese it can stand before what it is about, and in English after "where".</summary>
/// <param name="Words">"状態が動作中である", "its state is On".</param>
internal sealed record Clause(LocalText Words)
{
    /// <summary>Whether it has to be set apart from what is joined to it by "and".</summary>
    private bool IsChoice { get; init; }

    public static Clause And(IEnumerable<Clause> parts)
    {
        var all = parts.ToArray();
        return new Clause(
            new LocalText(
                string.Join("、かつ、", all.Select((part, index) => index < all.Length - 1 ? part.Continued : part.ApartJa)),
                Listed(all.Select(part => part.IsChoice ? $"({part.Words.En})" : part.Words.En).ToArray())
            )
        );
    }

    public static Clause Or(IEnumerable<Clause> parts)
    {
        var all = parts.ToArray();
        return new Clause(
            new LocalText(
                string.Join("か、又は、", all.Select(part => part.Words.Ja)),
                string.Join(" or ", all.Select(part => part.Words.En))
            )
        )
        {
            IsChoice = true,
        };
    }

    public static Clause Not(Clause part) =>
        Had(part.Words)
        ?? new(new LocalText($"次に該当しない（{part.Words.Ja}）", $"it is not so that {part.Words.En}")) { Tail = $"（{part.Words.Ja}）" };

    /// <summary>That it isn't so that there is none, without saying no twice; null for any other clause.</summary>
    private static Clause? Had(LocalText none)
    {
        const string Ja = "がない";
        const string En = "it has no ";
        return none.Ja.EndsWith(Ja, StringComparison.Ordinal) && none.En.StartsWith(En, StringComparison.Ordinal)
            ? new Clause(
                new LocalText(
                    none.Ja.Substring(0, none.Ja.Length - Ja.Length) + "がある",
                    $"it has {EnglishNoun.Some(none.En.Substring(En.Length))}"
                )
            )
            : null;
    }

    /// <summary>a, b and c.</summary>
    private static string Listed(string[] parts) =>
        parts.Length < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.Take(parts.Length - 1))} and {parts[parts.Length - 1]}";

    /// <summary>What follows the verb, in brackets.</summary>
    private string Tail { get; init; } = string.Empty;

    private string ApartJa => IsChoice ? $"次のいずれかに該当する（{Words.Ja}）" : Words.Ja;

    private string Continued =>
        IsChoice ? $"次のいずれかに該当し（{Words.Ja}）"
        : Tail.Length > 0 ? $"次に該当せず{Tail}"
        : JapaneseClause.Continued(Words.Ja);
}
