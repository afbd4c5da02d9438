using System.Collections.Generic;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Operators;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Conditions;

/// <summary>A comparison whose operator may give up: it is then unknown. Apart from <see cref="Comparison{T,V}"/>, which has to be
/// fast.</summary>
internal sealed class GuardedCondition<T> : Condition<T>
    where T : Fact
{
    private readonly Condition<T> _inner;

    public GuardedCondition(Condition<T> inner) => _inner = inner;

    public override IEnumerable<FactProperty> Properties => _inner.Properties;

    public override Truth Judge(T fact)
    {
        try
        {
            return _inner.Judge(fact);
        }
        catch (UndecidedException)
        {
            return Truth.Unknown;
        }
    }

    public override Clause Words => _inner.Words;
}
