using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Conditions;

/// <summary>All of several conditions; of none, true.</summary>
internal sealed class AllOfCondition<T> : Condition<T>
    where T : Fact
{
    private readonly Condition<T>[] _parts;

    public AllOfCondition(IEnumerable<Condition<T>> parts) => _parts = parts.ToArray();

    public override IEnumerable<FactProperty> Properties => _parts.SelectMany(part => part.Properties);

    public override Truth Judge(T fact)
    {
        var truth = Truth.True;
        foreach (var part in _parts)
        {
            truth = truth.And(part.Judge(fact));
            if (truth == Truth.False)
                break;
        }

        return truth;
    }

    public override IEnumerable<Condition<T>> Unmet(T fact) =>
        _parts.Where(part => part.Judge(fact) == Truth.False).SelectMany(part => part.Unmet(fact));

    public override Clause Words => Clause.And(_parts.Select(part => part.Words));
}

/// <summary>Any of several conditions; of none, false.</summary>
internal sealed class AnyOfCondition<T> : Condition<T>
    where T : Fact
{
    private readonly Condition<T>[] _parts;

    public AnyOfCondition(IEnumerable<Condition<T>> parts) => _parts = parts.ToArray();

    public override IEnumerable<FactProperty> Properties => _parts.SelectMany(part => part.Properties);

    public override Truth Judge(T fact)
    {
        var truth = Truth.False;
        foreach (var part in _parts)
        {
            truth = truth.Or(part.Judge(fact));
            if (truth == Truth.True)
                break;
        }

        return truth;
    }

    public override Clause Words => Clause.Or(_parts.Select(part => part.Words));
}

/// <summary>The opposite of a condition.</summary>
internal sealed class NotCondition<T> : Condition<T>
    where T : Fact
{
    private readonly Condition<T> _part;

    public NotCondition(Condition<T> part) => _part = part;

    public override IEnumerable<FactProperty> Properties => _part.Properties;

    public override Truth Judge(T fact) => _part.Judge(fact).Not();

    public override Clause Words => Clause.Not(_part.Words);
}
