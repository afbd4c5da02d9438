using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Conditions;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Assertions;

/// <summary>Some item fulfils a condition. One known item is enough; where none does, anything not read leaves it open.</summary>
internal sealed class AnyAssertion<T> : SetAssertion<T>
    where T : Fact, new()
{
    private readonly Condition<T>? _have;

    public AnyAssertion(Condition<T>? have)
        : base(1, long.MaxValue, have) => _have = have;

    public override LocalText Words => Sentence.Any(Called, _have?.Words);

    protected override Truth Count(T item) => _have?.Judge(item) ?? Truth.True;

    /// <summary>Where none does, that none of them all does.</summary>
    protected override IReadOnlyList<T> Deciding(Truth truth, Tally<T> tally) => tally.Counted(truth);

    /// <summary>None of them does.</summary>
    protected override IReadOnlyList<T> KnownToFail(Tally<T> tally) => tally.Counted(Truth.False);

    protected override LocalText Told(Truth truth, IReadOnlyList<T> deciding, int total) =>
        truth == Truth.True
            ? new LocalText(
                Called.IsOne ? $"{Called.Noun.Ja}が条件を満たす" : $"{Called.Noun.Ja}のうち{deciding.Count}件が条件を満たす",
                Called.IsOne
                    ? $"the {Called.Noun.En} complies"
                    : $"{EnglishNoun.Counted(deciding.Count, Called.Noun.En)} {(deciding.Count == 1 ? "complies" : "comply")}"
            )
        : total == 0
            ? new LocalText(
                Called.IsOne ? $"{Called.Noun.Ja}の情報がない" : $"{Called.Noun.Ja}が1件もない",
                Called.IsOne ? $"nothing is told of the {Called.Noun.En}" : $"there is no {Called.Noun.En}"
            ).Because(new LocalText($"期待：{Words.Ja}", $"expected: {Words.En}"))
        : new LocalText(
            Called.IsOne ? $"{Called.Noun.Ja}が条件を満たさない"
                : total == 1 ? $"{Called.Noun.Ja} 1件が条件を満たさない"
                : $"{Called.Noun.Ja} {total}件のうち、条件を満たすものがない",
            Called.IsOne ? $"the {Called.Noun.En} doesn't comply"
                : total == 1 ? $"the only {Called.Noun.En} doesn't comply"
                : $"none of {EnglishNoun.Counted(total, Called.Noun.En)} complies"
        ).Because(Shortfall<T>.Of(_have!, deciding));
}
