using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Baselines.Assertions;

/// <summary>What a check demands of a host's facts, in Kleene's logic: what was not read makes it neither true nor false.</summary>
internal abstract class Assertion
{
    /// <summary>The kinds of fact that it looks at.</summary>
    public abstract IEnumerable<FactType> Facts { get; }

    /// <summary>The properties of those facts that it looks at.</summary>
    public abstract IEnumerable<FactProperty> Properties { get; }

    public abstract Truth Judge(FactTable facts);

    /// <summary>What <see cref="Judge"/> was led by. Worked out apart from judging, which has to be fast.</summary>
    public abstract Grounds Explain(FactTable facts);

    /// <summary>In words, for a finding's Expected.</summary>
    public abstract override string ToString();
}
