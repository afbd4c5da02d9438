using System;
using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Conditions;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Assertions;

/// <summary>
/// Every item of a selection fulfils a condition: none is selected and doesn't. One known item that doesn't makes it false; otherwise
/// anything not read leaves it open.
/// Where the host is known to have no such item at all it holds, as in mathematics; a check for which that is no success says so with
/// appliesWhen.
/// </summary>
internal sealed class EveryAssertion<T> : SetAssertion<T>
    where T : Fact, new()
{
    private readonly Condition<T>? _where;
    private readonly Condition<T> _have;

    public EveryAssertion(Condition<T>? where, Condition<T> have)
        : base(0, 0, where, have) => (_where, _have) = (where, have);

    public override bool IsFailedBy(Fact item) => item is T one && Count(one) == Truth.True;

    public override LocalText Words => Sentence.Every(Called, _where?.Words, _have.Words);

    /// <summary>Selected, and not fulfilled.</summary>
    protected override Truth Count(T item)
    {
        var selected = _where?.Judge(item) ?? Truth.True;
        return selected == Truth.False ? Truth.False : selected.And(_have.Judge(item).Not());
    }

    protected override IReadOnlyList<T> Deciding(Truth truth, Tally<T> tally) =>
        truth == Truth.False
            ? tally.Counted(Truth.True)
            : Array.FindAll(tally.Set.Items, item => _where is null || _where.Judge(item) != Truth.False);

    protected override LocalText Told(Truth truth, IReadOnlyList<T> deciding, int total) =>
        truth == Truth.False
            ? new LocalText(
                Called.IsOne && total == 1
                    ? $"{Called.Noun.Ja}が条件を満たさない"
                    : $"{Called.Noun.Ja} {total}件のうち{deciding.Count}件が条件を満たさない",
                $"{deciding.Count} of {total} {Kind} {(deciding.Count == 1 ? "doesn't" : "don't")}"
            ).Because(Shortfall<T>.Of(_have, deciding))
            : new LocalText(
                Called.IsOne && total == 1
                    ? $"{Called.Noun.Ja}が条件を満たす"
                    : $"{Called.Noun.Ja} {total}件のうち対象は{deciding.Count}件で、すべて条件を満たす",
                $"{deciding.Count} of {total} {Kind} are meant, and all do"
            );
}
