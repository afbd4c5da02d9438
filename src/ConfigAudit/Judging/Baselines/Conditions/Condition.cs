using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines.Wording;

namespace ConfigAudit.Judging.Baselines.Conditions;

/// <summary>Something that one fact fulfils, or doesn't, or that can't be told because a value of it is not known.</summary>
internal abstract class Condition<T>
    where T : Fact
{
    public abstract Truth Judge(T fact);

    /// <summary>The properties that it looks at, in the order of writing.</summary>
    public abstract IEnumerable<FactProperty> Properties { get; }

    /// <summary>Of its parts those that a fact, which doesn't fulfil it, doesn't fulfil: what was expected of it and isn't so.</summary>
    public virtual IEnumerable<Condition<T>> Unmet(T fact) => new[] { this };

    /// <summary>What a comparison with this fact came to, where neither its words nor the value tell it; null for nothing.</summary>
    public virtual LocalText? Note(T fact) => null;

    /// <summary>In words, for a finding's Expected.</summary>
    public abstract Clause Words { get; }
}
