using ConfigAudit.Baselines.Conditions;
using ConfigAudit.Facts;
using ConfigAudit.Values;

namespace ConfigAudit.Baselines.Assertions;

/// <summary>Some item fulfils a condition. One known item is enough; where none does, anything not read leaves it open.</summary>
internal sealed class AnyAssertion<T> : SetAssertion<T>
    where T : Fact, new()
{
    private readonly Condition<T>? _have;

    public AnyAssertion(Condition<T>? have)
        : base(have) => _have = have;

    public override Truth Judge(FactTable facts) => Fold(facts, deciding: Truth.True);

    public override Grounds Explain(FactTable facts)
    {
        var truth = Judge(facts);
        if (truth == Truth.Unknown)
            return NotRead(facts, counted => counted != Truth.False);
        var items = Items(facts, truth);
        return Seen(truth, truth == Truth.True
            ? new LocalText($"{Kind}のうち{items.Count}件が条件を満たす", $"{items.Count} {Kind} does")
            : new LocalText($"{Kind} {items.Count}件のうち、条件を満たすものがない", $"none of {items.Count} {Kind} does"), items);
    }

    public override string ToString() => $"some {Kind}{(_have is null ? null : $": {_have}")}";

    protected override Truth Count(T item) => _have?.Judge(item) ?? Truth.True;
}
