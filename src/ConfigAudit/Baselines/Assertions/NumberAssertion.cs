using ConfigAudit.Baselines.Conditions;
using ConfigAudit.Facts;
using ConfigAudit.Values;

namespace ConfigAudit.Baselines.Assertions;

/// <summary>How many items fulfil a condition lies within bounds. What was not read only widens the range of what the number may be.</summary>
internal sealed class NumberAssertion<T> : SetAssertion<T>
    where T : Fact, new()
{
    private readonly Condition<T>? _where;
    private readonly long _least;
    private readonly long _most;

    public NumberAssertion(Condition<T>? where, long least, long most)
        : base(where) => (_where, _least, _most) = (where, least, most);

    public override Truth Judge(FactTable facts)
    {
        var set = facts.Set<T>();
        long certain = 0, possible = 0;
        foreach (var item in set.Items)
        {
            var counted = Count(item);
            if (counted == Truth.True)
                certain++;
            if (counted != Truth.False)
                possible++;
        }

        foreach (var unseen in set.Unseen)
        {
            // Nobody knows how many items a gap hides.
            if (Count(unseen) != Truth.False)
                possible = long.MaxValue;
        }

        if (certain > _most || possible < _least)
            return Truth.False;
        return certain >= _least && possible <= _most ? Truth.True : Truth.Unknown;
    }

    public override Grounds Explain(FactTable facts)
    {
        var truth = Judge(facts);
        if (truth == Truth.Unknown)
            return NotRead(facts, counted => counted != Truth.False);
        var items = Items(facts, Truth.True);
        return Seen(truth, new LocalText($"{Kind} {items.Count}件", $"{items.Count} {Kind}"), items);
    }

    public override string ToString()
    {
        var bounds = _most == 0 ? "no" : _least == _most ? $"{_least}" : _most == long.MaxValue ? $"at least {_least}" : _least == 0 ? $"at most {_most}" : $"{_least} to {_most}";
        return $"{bounds} {Kind}{(_where is null ? null : $" where {_where}")}";
    }

    protected override Truth Count(T item) => _where?.Judge(item) ?? Truth.True;
}
