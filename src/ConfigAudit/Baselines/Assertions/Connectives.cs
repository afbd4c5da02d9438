using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;

namespace ConfigAudit.Baselines.Assertions;

/// <summary>All of several assertions.</summary>
internal sealed class AllOfAssertion : Assertion
{
    private readonly Assertion[] _parts;

    public AllOfAssertion(IEnumerable<Assertion> parts) => _parts = parts.ToArray();

    public override IEnumerable<FactType> Facts => _parts.SelectMany(part => part.Facts);

    public override IEnumerable<FactProperty> Properties => _parts.SelectMany(part => part.Properties);

    public override Truth Judge(FactTable facts) => _parts.Aggregate(Truth.True, (truth, part) => truth.And(part.Judge(facts)));

    public override Grounds Explain(FactTable facts) => Grounds.Join(Judge(facts), _parts.Select(part => part.Explain(facts)));

    public override string ToString() => string.Join("; and ", _parts.Select(part => part.ToString()));
}

/// <summary>Any of several assertions.</summary>
internal sealed class AnyOfAssertion : Assertion
{
    private readonly Assertion[] _parts;

    public AnyOfAssertion(IEnumerable<Assertion> parts) => _parts = parts.ToArray();

    public override IEnumerable<FactType> Facts => _parts.SelectMany(part => part.Facts);

    public override IEnumerable<FactProperty> Properties => _parts.SelectMany(part => part.Properties);

    public override Truth Judge(FactTable facts) => _parts.Aggregate(Truth.False, (truth, part) => truth.Or(part.Judge(facts)));

    public override Grounds Explain(FactTable facts) => Grounds.Join(Judge(facts), _parts.Select(part => part.Explain(facts)));

    public override string ToString() => string.Join("; or ", _parts.Select(part => part.ToString()));
}

/// <summary>The opposite of an assertion.</summary>
internal sealed class NotAssertion : Assertion
{
    private readonly Assertion _part;

    public NotAssertion(Assertion part) => _part = part;

    public override IEnumerable<FactType> Facts => _part.Facts;

    public override IEnumerable<FactProperty> Properties => _part.Properties;

    public override Truth Judge(FactTable facts) => _part.Judge(facts).Not();

    public override Grounds Explain(FactTable facts)
    {
        var grounds = _part.Explain(facts);
        return grounds with { Truth = grounds.Truth.Not() };
    }

    public override string ToString() => $"not: {_part}";
}
