using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Baselines.Assertions;

/// <summary>Several assertions as one.</summary>
internal abstract class JoinedAssertion : Assertion
{
    private readonly Assertion[] _parts;
    private readonly LocalText _word;

    protected JoinedAssertion(IEnumerable<Assertion> parts, LocalText word) => (_parts, _word) = (parts.ToArray(), word);

    public sealed override IEnumerable<FactType> Facts => _parts.SelectMany(part => part.Facts);

    public sealed override IEnumerable<FactProperty> Properties => _parts.SelectMany(part => part.Properties);

    protected IEnumerable<Assertion> Parts => _parts;

    /// <summary>The truth of none, and the one that changes no other.</summary>
    protected abstract Truth Neutral { get; }

    public sealed override Truth Judge(FactTable facts, ICollection<Grounds>? grounds = null)
    {
        var each = grounds is null ? null : new List<Grounds>(_parts.Length);
        var truth = Neutral;
        foreach (var part in _parts)
        {
            truth = With(truth, part.Judge(facts, each));
            // What can't change any more needs no further part, unless all that decided are to be told.
            if (each is null && truth == Neutral.Not())
                break;
        }

        grounds?.Add(Grounds.Join(truth, each!));
        return truth;
    }

    public sealed override LocalText Words =>
        new(string.Join(_word.Ja, _parts.Select(part => part.Words.Ja)), string.Join(_word.En, _parts.Select(part => part.Words.En)));

    protected abstract Truth With(Truth one, Truth other);
}

/// <summary>All of several assertions.</summary>
internal sealed class AllOfAssertion : JoinedAssertion
{
    public AllOfAssertion(IEnumerable<Assertion> parts)
        : base(parts, new LocalText("。かつ、", "; and ")) { }

    public override bool IsFailedBy(Fact item) => Parts.Any(part => part.IsFailedBy(item));

    protected override Truth Neutral => Truth.True;

    protected override Truth With(Truth one, Truth other) => one.And(other);
}

/// <summary>Any of several assertions.</summary>
internal sealed class AnyOfAssertion : JoinedAssertion
{
    public AnyOfAssertion(IEnumerable<Assertion> parts)
        : base(parts, new LocalText("。又は、", "; or ")) { }

    protected override Truth Neutral => Truth.False;

    protected override Truth With(Truth one, Truth other) => one.Or(other);
}

/// <summary>The opposite of an assertion.</summary>
internal sealed class NotAssertion : Assertion
{
    private readonly Assertion _part;

    public NotAssertion(Assertion part) => _part = part;

    public override IEnumerable<FactType> Facts => _part.Facts;

    public override IEnumerable<FactProperty> Properties => _part.Properties;

    public override Truth Judge(FactTable facts, ICollection<Grounds>? grounds = null)
    {
        var own = grounds is null ? null : new List<Grounds>(1);
        var truth = _part.Judge(facts, own).Not();
        grounds?.Add(own!.Single() with { Truth = truth });
        return truth;
    }

    public override LocalText Words => new($"次のことがない（{_part.Words.Ja}）", $"it is not so that {_part.Words.En}");
}
