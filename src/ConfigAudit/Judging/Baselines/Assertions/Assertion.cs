using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Baselines.Assertions;

/// <summary>What a check demands of a host's facts, in Kleene's logic: what was not read makes it neither true nor false.</summary>
internal abstract class Assertion
{
    /// <summary>The kinds of fact that it looks at.</summary>
    public abstract IEnumerable<FactType> Facts { get; }

    /// <summary>The properties of those facts that it looks at.</summary>
    public abstract IEnumerable<FactProperty> Properties { get; }

    /// <summary>
    /// The one evaluation: what a verdict is, and what it is said to rest on, come out of the same pass. Whoever wants the verdict alone
    /// hands in no list, and nothing is
    /// kept; that has to be fast.
    /// </summary>
    /// <param name="facts">A host's.</param>
    /// <param name="grounds">Is given one entry: what led to the truth that is returned.</param>
    public abstract Truth Judge(FactTable facts, ICollection<Grounds>? grounds = null);

    public Grounds Explain(FactTable facts)
    {
        var grounds = new List<Grounds>(1);
        Judge(facts, grounds);
        return grounds.Single();
    }

    /// <summary>Whether this item alone makes it false: a list of all items can then mark those that are to blame. False also where no item
    /// alone can.</summary>
    public virtual bool IsFailedBy(Fact item) => false;

    /// <summary>As a sentence that somebody can sign, for a finding's Expected.</summary>
    public abstract LocalText Words { get; }
}
