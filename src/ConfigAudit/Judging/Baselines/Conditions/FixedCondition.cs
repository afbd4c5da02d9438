using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Baselines.Conditions;

/// <summary>A condition over a parameter, which is settled when the baseline is read. Connectives leave it out as soon as it says
/// nothing.</summary>
internal sealed class FixedCondition<T> : Condition<T>
    where T : Fact
{
    private readonly string _words;

    public FixedCondition(bool holds, string words) => (Holds, _words) = (holds, words);

    public bool Holds { get; }

    public override IEnumerable<FactProperty> Properties => Enumerable.Empty<FactProperty>();

    public override Truth Judge(T fact) => Holds ? Truth.True : Truth.False;

    public override string ToString() => _words;
}
