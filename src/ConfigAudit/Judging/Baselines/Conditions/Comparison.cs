using System;
using System.Collections.Generic;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Conditions;

/// <summary>A property compared with a fixed value. A value that isn't known compares to nothing.</summary>
internal sealed class Comparison<T, V> : Condition<T>
    where T : Fact
    where V : notnull
{
    private readonly FactProperty<T, V> _property;
    private readonly Func<V, bool> _test;
    private readonly Clause _words;

    public Comparison(FactProperty<T, V> property, Func<V, bool> test, Clause words) =>
        (_property, _test, _words) = (property, test, words);

    public override IEnumerable<FactProperty> Properties => new[] { _property };

    public override Truth Judge(T fact)
    {
        if (!_property.TryGet(fact, out var value))
            return Truth.Unknown;
        return _test(value) ? Truth.True : Truth.False;
    }

    public override Clause Words => _words;
}
