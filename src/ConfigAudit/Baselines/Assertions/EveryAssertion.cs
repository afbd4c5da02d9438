using ConfigAudit.Baselines.Conditions;
using ConfigAudit.Facts;
using ConfigAudit.Values;

namespace ConfigAudit.Baselines.Assertions;

/// <summary>
/// Every item of a selection fulfils a condition. One known item that doesn't makes it false; otherwise anything not read leaves it open.
/// Where the host is known to have no such item at all it holds, as in mathematics; a check for which that is no success says so with appliesWhen.
/// </summary>
internal sealed class EveryAssertion<T> : SetAssertion<T>
    where T : Fact, new()
{
    private readonly Condition<T>? _where;
    private readonly Condition<T> _have;

    public EveryAssertion(Condition<T>? where, Condition<T> have)
        : base(where, have) => (_where, _have) = (where, have);

    public override Truth Judge(FactTable facts) => Fold(facts, deciding: Truth.False);

    public override Grounds Explain(FactTable facts)
    {
        var truth = Judge(facts);
        if (truth == Truth.Unknown)
            return NotRead(facts, counted => counted != Truth.True);
        var items = Items(facts, truth);
        var total = facts.Set<T>().Items.Length;
        return truth == Truth.False
            ? Seen(truth, new LocalText($"{Kind} {total}件のうち{items.Count}件が条件を満たさない", $"{items.Count} of {total} {Kind} don't"), items)
            : Seen(truth, AllDo(Selected(facts), total), items.Count > 3 ? System.Array.Empty<T>() : items);
    }

    public override string ToString() => $"every {Kind}{(_where is null ? null : $" where {_where}")}: {_have}";

    /// <summary>Selected implies fulfilled.</summary>
    protected override Truth Count(T item)
    {
        var selected = _where?.Judge(item) ?? Truth.True;
        return selected == Truth.False ? Truth.True : selected.Not().Or(_have.Judge(item));
    }

    private static LocalText AllDo(int selected, int total) =>
        new($"{Kind} {total}件のうち対象は{selected}件で、すべて条件を満たす", $"{selected} of {total} {Kind} are meant, and all do");

    private int Selected(FactTable facts)
    {
        var count = 0;
        foreach (var item in facts.Set<T>().Items)
        {
            if (_where is null || _where.Judge(item) != Truth.False)
                count++;
        }

        return count;
    }
}
