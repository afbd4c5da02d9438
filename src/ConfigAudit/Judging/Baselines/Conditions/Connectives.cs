using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Conditions;

/// <summary>Several conditions as one.</summary>
internal abstract class JoinedCondition<T> : Condition<T>
    where T : Fact
{
    private readonly Condition<T>[] _parts;

    protected JoinedCondition(IEnumerable<Condition<T>> parts) => _parts = parts.ToArray();

    public sealed override IEnumerable<FactProperty> Properties => _parts.SelectMany(part => part.Properties);

    protected IEnumerable<Condition<T>> Parts => _parts;

    /// <summary>The truth of none, and the one that changes no other.</summary>
    protected abstract Truth Neutral { get; }

    public sealed override Truth Judge(T fact)
    {
        var truth = Neutral;
        foreach (var part in _parts)
        {
            truth = With(truth, part.Judge(fact));
            if (truth == Neutral.Not())
                break;
        }

        return truth;
    }

    protected abstract Truth With(Truth one, Truth other);
}

/// <summary>All of several conditions; of none, true.</summary>
internal sealed class AllOfCondition<T> : JoinedCondition<T>
    where T : Fact
{
    public AllOfCondition(IEnumerable<Condition<T>> parts)
        : base(parts) { }

    protected override Truth Neutral => Truth.True;

    public override IEnumerable<Condition<T>> Unmet(T fact) =>
        Parts.Where(part => part.Judge(fact) == Truth.False).SelectMany(part => part.Unmet(fact));

    public override Clause Words => Clause.And(Parts.Select(part => part.Words));

    protected override Truth With(Truth one, Truth other) => one.And(other);
}

/// <summary>Any of several conditions; of none, false.</summary>
internal sealed class AnyOfCondition<T> : JoinedCondition<T>
    where T : Fact
{
    public AnyOfCondition(IEnumerable<Condition<T>> parts)
        : base(parts) { }

    protected override Truth Neutral => Truth.False;

    public override Clause Words => Clause.Or(Parts.Select(part => part.Words));

    protected override Truth With(Truth one, Truth other) => one.Or(other);
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
