using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Baselines.Wording;

/// <summary>What is asked of the facts of one kind, as somebody can sign it.</summary>
internal static class Sentence
{
    public static LocalText Every(FactWords of, Clause? where, Clause have) =>
        new(
            where is not null ? $"{of.Noun.Ja}のうち{where.Words.Ja}ものは、すべて{have.Words.Ja}"
                : of.IsOne ? $"{of.Noun.Ja}は、{have.Words.Ja}"
                : $"{of.Noun.Ja}は、すべて{have.Words.Ja}",
            $"{(of.IsOne && where is null ? "for the" : "for every")} {of.Noun.En}{(where is null ? null : $" where {where.Words.En}")}, {have.Words.En}"
        );

    public static LocalText Any(FactWords of, Clause? have) =>
        have is not null && of.IsOne
            ? Every(of, null, have)
            : new LocalText($"{have?.Words.Ja}{of.Noun.Ja}が1件以上ある", $"there is at least one {of.Noun.En}{Where(have)}");

    /// <param name="of">What is counted.</param>
    /// <param name="where">What counts.</param>
    /// <param name="least">How many there are at least.</param>
    /// <param name="most">How many there are at most.</param>
    public static LocalText Number(FactWords of, Clause? where, long least, long most) =>
        most == 0
            ? new LocalText($"{where?.Words.Ja}{of.Noun.Ja}がない", $"there is no {of.Noun.En}{Where(where)}")
            : new LocalText(
                $"{where?.Words.Ja}{of.Noun.Ja}が{Bounds(least, most).Ja}ある",
                IsOne(least, most)
                    ? $"there is {Bounds(least, most).En} {of.Noun.En}{Where(where)}"
                    : $"there are {Bounds(least, most).En} {EnglishNoun.Many(of.Noun.En)}{Where(where)}"
            );

    private static bool IsOne(long least, long most) => most == 1 || (least == 1 && most == long.MaxValue);

    private static string? Where(Clause? clause) => clause is null ? null : $" where {clause.Words.En}";

    private static LocalText Bounds(long least, long most) =>
        least == most ? new LocalText($"ちょうど{least}件", $"exactly {least}")
        : most == long.MaxValue ? new LocalText($"{least}件以上", $"at least {least}")
        : least == 0 ? new LocalText($"{most}件以下", $"at most {most}")
        : new LocalText($"{least}件から{most}件", $"{least} to {most}");
}
