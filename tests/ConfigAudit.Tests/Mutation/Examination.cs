using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.Tests.Mutation;

/// <summary>
/// Loses one thing after the other, and holds each verdict to Kleene's rule: what was lost may have been anything that it could have been,
/// so a Pass stays only
/// where each of those passes too. A loss makes no Pass of anything else, and rules out nothing that failed.
/// </summary>
internal sealed class Examination
{
    private readonly string _host;
    private readonly IReadOnlyList<Check> _checks;
    private readonly IReadOnlyList<Outcome> _before;

    public Examination(string host, IReadOnlyList<Check> checks, IReadOnlyList<Outcome> before, Tally tally) =>
        (_host, _checks, _before, Tally) = (host, checks, before, tally);

    public Tally Tally { get; }

    /// <summary>Whether what nobody knows must not be held against whom the check is of. What the organisation itself left open in its
    /// registers may be.</summary>
    public bool IsUnknownNoFault { get; init; } = true;

    public void Of(IEnumerable<Site> sites)
    {
        foreach (var site in sites)
            Of(site);
    }

    private void Of(Site site)
    {
        var others = new Lazy<IReadOnlyList<(string Words, Outcome?[] After)>>(() =>
            site.Others()
                .Select(other => (other.Detail, After: Judged(site, other)))
                .Where(other => other.After is not null)
                .Select(other => (other.Detail, other.After!))
                .ToArray()
        );
        foreach (var loss in site.Losses)
        {
            // A second instance contradicts nothing where the checks make no difference between the two.
            if (
                loss.Operator == Operator.Contradicted
                && others.Value.All(other => Enumerable.Range(0, _before.Count).All(at => (other.After[at] ?? _before[at]) == _before[at]))
            )
            {
                continue;
            }

            if (Judged(site, loss) is not { } after)
                continue;
            for (var at = 0; at < after.Length; at++)
            {
                if (after[at] is { } outcome)
                    Hold(site, loss, at, outcome, others);
            }
        }
    }

    private void Hold(Site site, Change loss, int at, Outcome after, Lazy<IReadOnlyList<(string Words, Outcome?[] After)>> others)
    {
        var (check, before) = (_checks[at], _before[at]);
        Tally.Tried(check.Id, loss.Operator, before);
        if (before == Outcome.Pass && after == Outcome.Pass)
        {
            var witness = others
                .Value.Where(other => other.After[at] is Outcome.Fail or Outcome.Attest or Outcome.Unknown)
                .OrderBy(other => other.After[at] == Outcome.Unknown)
                .FirstOrDefault();
            if (witness.After is null)
                Tally.Unmoved(check.Id, loss.Operator);
            else
                Add(Wrong.Survived, $"{witness.Words} -> {witness.After[at]}");
        }
        else if (after == Outcome.Pass)
        {
            Add(Wrong.Born, $"as it is -> {before}");
        }
        else if (
            IsUnknownNoFault
            && before == Outcome.Pass
            && after is Outcome.Fail or Outcome.Attest
            && loss.Operator is not Operator.Blanked and not Operator.Contradicted and not Operator.Emptied
        )
        {
            Add(Wrong.Condemned, string.Empty);
        }
        else if (before == Outcome.Fail && after == Outcome.NotApplicable)
        {
            Add(Wrong.Vanished, string.Empty);
        }

        void Add(Wrong wrong, string witness) =>
            Tally.Add(new Survivor(wrong, check.Id, _host, loss.Operator, site.Place, site.Property, loss.Detail, witness));
    }

    private Outcome?[]? Judged(Site site, Change change)
    {
        try
        {
            return change.Judge();
        }
        catch (Exception bad)
        {
            var frame = bad
                .StackTrace?.Split('\n')
                .FirstOrDefault(line => line.Contains("ConfigAudit.") && !line.Contains(".Tests."))
                ?.Trim();
            Tally.Add(
                new Survivor(
                    Wrong.Threw,
                    bad.GetType().Name,
                    _host,
                    change.Operator,
                    site.Place,
                    site.Property,
                    change.Detail,
                    $"{bad.Message} {frame}"
                )
            );
            return null;
        }
    }
}
