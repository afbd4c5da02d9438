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
                Called.IsOne && total == 1 ? $"{Called.Noun.Ja}が条件を満たさない"
                    : total == 1 ? $"{Called.Noun.Ja} 1件が条件を満たさない"
                    : $"{Called.Noun.Ja} {total}件のうち{deciding.Count}件が条件を満たさない",
                Called.IsOne && total == 1 ? $"the {Called.Noun.En} doesn't comply"
                    : total == 1 ? $"the only {Called.Noun.En} doesn't comply"
                    : $"{deciding.Count} of {EnglishNoun.Counted(total, Called.Noun.En)} {(deciding.Count == 1 ? "doesn't" : "don't")} comply"
            ).Because(Shortfall<T>.Of(_have, deciding))
        : Called.IsOne && total == 1 ? Noted(new LocalText($"{Called.Noun.Ja}が条件を満たす", $"the {Called.Noun.En} complies"), deciding)
        : total == 0
            ? new LocalText(
                $"{Called.Noun.Ja}が1件もなく、条件を満たさないものがない",
                $"there is no {Called.Noun.En}, and so none that doesn't comply"
            )
        : Meant(deciding.Count, total);

    private LocalText Noted(LocalText told, IReadOnlyList<T> deciding) =>
        deciding.Count == 1 && _have.Note(deciding[0]) is { } note ? told.Because(note) : told;

    /// <summary>How many were looked at, of those that there are.</summary>
    private static LocalText Meant(int meant, int total)
    {
        var all = EnglishNoun.Counted(total, Called.Noun.En);
        return meant == 0
                ? new LocalText(
                    $"{Called.Noun.Ja} {total}件に対象となるものがなく、条件を満たさないものがない",
                    $"of {all} none is meant, and so none doesn't comply"
                )
            : meant == total
                ? new LocalText(
                    total == 1 ? $"{Called.Noun.Ja} 1件が条件を満たす" : $"{Called.Noun.Ja} {total}件のすべてが条件を満たす",
                    total == 1 ? $"the only {Called.Noun.En} complies"
                        : total == 2 ? $"both {EnglishNoun.Many(Called.Noun.En)} comply"
                        : $"all {all} comply"
                )
            : new LocalText(
                $"{Called.Noun.Ja} {total}件のうち対象は{meant}件で、すべて条件を満たす",
                meant == 1 ? $"1 of {all} is meant, and it complies" : $"{meant} of {all} are meant, and all of them comply"
            );
    }
}
