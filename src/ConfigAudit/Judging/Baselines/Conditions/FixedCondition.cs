using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Conditions;

/// <summary>A condition over a parameter, which is settled when the baseline is read. Connectives leave it out as soon as it says
/// nothing.</summary>
internal sealed class FixedCondition<T> : Condition<T>
    where T : Fact
{
    private readonly Clause _words;

    public FixedCondition(bool holds, Clause words) => (Holds, _words) = (holds, words);

    public bool Holds { get; }

    public override IEnumerable<FactProperty> Properties => Enumerable.Empty<FactProperty>();

    public override Truth Judge(T fact) => Holds ? Truth.True : Truth.False;

    public override Clause Words => _words;
}
