using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Conditions;

namespace ConfigAudit.Judging.Baselines.Assertions;

/// <summary>How many items fulfil a condition lies within bounds.</summary>
internal sealed class NumberAssertion<T> : SetAssertion<T>
    where T : Fact, new()
{
    private readonly Condition<T>? _where;
    private readonly string _bounds;

    public NumberAssertion(Condition<T>? where, long least, long most)
        : base(least, most, where)
    {
        _where = where;
        _bounds =
            most == 0 ? "no"
            : least == most ? $"{least}"
            : most == long.MaxValue ? $"at least {least}"
            : least == 0 ? $"at most {most}"
            : $"{least} to {most}";
    }

    public override string ToString() => $"{_bounds} {Kind}{(_where is null ? null : $" where {_where}")}";

    protected override Truth Count(T item) => _where?.Judge(item) ?? Truth.True;

    protected override IReadOnlyList<T> Deciding(Truth truth, Tally<T> tally) => tally.Counted(Truth.True);

    protected override LocalText Words(Truth truth, IReadOnlyList<T> deciding, int total)
    {
        var count = _where is null
            ? new LocalText($"{Kind} {total}件", $"{total} {Kind}")
            : new LocalText($"{Kind} {total}件のうち{deciding.Count}件が該当する", $"{deciding.Count} of {total} {Kind}");
        return truth == Truth.True ? count : count.Because(new LocalText($"期待：{this}", $"expected {this}"));
    }
}
