using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Operators;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Conditions;

/// <summary>The time that updates have lacked, compared with what is granted. It tells the last day that was.</summary>
internal sealed class GraceComparison<T> : Condition<T>
    where T : Fact
{
    private readonly FactProperty<T, Exposure> _property;
    private readonly Grace _grace;
    private readonly Clause _words;

    public GraceComparison(FactProperty<T, Exposure> property, Grace grace, Clause words) =>
        (_property, _grace, _words) = (property, grace, words);

    public override IEnumerable<FactProperty> Properties => new[] { _property };

    public override Truth Judge(T fact) =>
        _property.TryGet(fact, out var exposure) ? WithinOperator.Truth(_grace, exposure) : Truth.Unknown;

    public override LocalText? Note(T fact) =>
        _property.TryGet(fact, out var exposure) && exposure is { Since: { } since, IsCertain: true }
            ? new LocalText($"適用の期限は {_grace.LastDay(since):yyyy-MM-dd}", $"the last day is {_grace.LastDay(since):yyyy-MM-dd}")
            : null;

    public override Clause Words => _words;
}
