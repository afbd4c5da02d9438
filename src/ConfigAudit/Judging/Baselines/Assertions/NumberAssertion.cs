using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Conditions;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Assertions;

/// <summary>How many items fulfil a condition lies within bounds.</summary>
internal sealed class NumberAssertion<T> : SetAssertion<T>
    where T : Fact, new()
{
    private readonly Condition<T>? _where;
    private readonly long _least;
    private readonly long _most;

    public NumberAssertion(Condition<T>? where, long least, long most)
        : base(least, most, where)
    {
        (_where, _least, _most) = (where, least, most);
    }

    public override LocalText Words => Sentence.Number(Called, _where?.Words, _least, _most);

    protected override Truth Count(T item) => _where?.Judge(item) ?? Truth.True;

    protected override IReadOnlyList<T> Deciding(Truth truth, Tally<T> tally) => tally.Counted(Truth.True);

    protected override LocalText Told(Truth truth, IReadOnlyList<T> deciding, int total)
    {
        var count =
            _where is null
                ? new LocalText(
                    total == 0 ? $"{Called.Noun.Ja}が1件もない" : $"{Called.Noun.Ja}が{total}件ある",
                    total == 0
                        ? $"there is no {Called.Noun.En}"
                        : $"there {(total == 1 ? "is" : "are")} {EnglishNoun.Counted(total, Called.Noun.En)}"
                )
            : total == 0 ? new LocalText($"{Called.Noun.Ja}が1件もない", $"there is no {Called.Noun.En}")
            : total == 1 && deciding.Count == 1
                ? Called.IsOne ? new LocalText($"{Called.Noun.Ja}が該当する", $"the {Called.Noun.En} is such")
                    : new LocalText($"{Called.Noun.Ja} 1件が該当する", $"the only {Called.Noun.En} is such")
            : total == 1
                ? Called.IsOne ? new LocalText($"{Called.Noun.Ja}は該当しない", $"the {Called.Noun.En} is not such")
                    : new LocalText($"{Called.Noun.Ja} 1件は該当しない", $"the only {Called.Noun.En} is not such")
            : deciding.Count == 0
                ? new LocalText(
                    $"{Called.Noun.Ja} {total}件のうち、該当するものがない",
                    $"none of {EnglishNoun.Counted(total, Called.Noun.En)} is such"
                )
            : new LocalText(
                $"{Called.Noun.Ja} {total}件のうち{deciding.Count}件が該当する",
                $"{deciding.Count} of {EnglishNoun.Counted(total, Called.Noun.En)} {(deciding.Count == 1 ? "is" : "are")} such"
            );
        return truth == Truth.True ? count : count.Because(new LocalText($"期待：{Words.Ja}", $"expected: {Words.En}"));
    }
}
