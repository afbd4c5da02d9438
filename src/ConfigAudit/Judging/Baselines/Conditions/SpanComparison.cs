using System;
using System.Collections.Generic;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Conditions;

/// <summary>A length of time compared with a bound. One that is told in a unit alone (<see cref="Fact.Beyond"/>) is any of those that the
/// unit holds: true or false when all of them are.</summary>
internal sealed class SpanComparison<T> : Condition<T>
    where T : Fact
{
    private readonly FactProperty<T, TimeSpan> _property;
    private readonly Func<TimeSpan, bool> _test;
    private readonly Clause _words;

    public SpanComparison(FactProperty<T, TimeSpan> property, Func<TimeSpan, bool> test, Clause words) =>
        (_property, _test, _words) = (property, test, words);

    public override IEnumerable<FactProperty> Properties => new[] { _property };

    public override Truth Judge(T fact)
    {
        if (!_property.TryGet(fact, out var least))
            return Truth.Unknown;
        var holds = _test(least);
        return _test(Most(least, fact.Beyond(_property.Name))) != holds ? Truth.Unknown
            : holds ? Truth.True
            : Truth.False;
    }

    public override Clause Words => _words;

    private static TimeSpan Most(TimeSpan least, TimeSpan beyond) =>
        least > TimeSpan.MaxValue - beyond ? TimeSpan.MaxValue : least + beyond;
}
