using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Conditions;

namespace ConfigAudit.Judging.Baselines.Assertions;

/// <summary>Some item fulfils a condition. One known item is enough; where none does, anything not read leaves it open.</summary>
internal sealed class AnyAssertion<T> : SetAssertion<T>
    where T : Fact, new()
{
    private readonly Condition<T>? _have;

    public AnyAssertion(Condition<T>? have)
        : base(1, long.MaxValue, have) => _have = have;

    public override string ToString() => $"some {Kind}{(_have is null ? null : $": {_have}")}";

    protected override Truth Count(T item) => _have?.Judge(item) ?? Truth.True;

    /// <summary>Where none does, that none of them all does.</summary>
    protected override IReadOnlyList<T> Deciding(Truth truth, Tally<T> tally) => tally.Counted(truth);

    /// <summary>None of them does.</summary>
    protected override IReadOnlyList<T> Beside(Tally<T> tally) => tally.Counted(Truth.False);

    protected override LocalText Words(Truth truth, IReadOnlyList<T> deciding, int total) =>
        truth == Truth.True ? new LocalText($"{Kind}のうち{deciding.Count}件が条件を満たす", $"{deciding.Count} {Kind} does")
        : total == 0
            ? new LocalText($"{Kind}が1件もない", $"there is no {Kind}{(_have is null ? null : $"; one was expected with {_have}")}")
        : new LocalText($"{Kind} {total}件のうち、条件を満たすものがない", $"none of {total} {Kind} does").Because(
            Shortfall<T>.Of(_have!, deciding)
        );
}
