using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.Tests.Mutation;

/// <summary>Counts what was tried of each check by each operator, and keeps what survived.</summary>
internal sealed class Tally
{
    private readonly Dictionary<(string Check, Operator Operator), int[]> _counts = new();
    private readonly List<Survivor> _survivors = new();

    public IReadOnlyList<Survivor> Survivors => _survivors;

    /// <summary>How many losses of a Pass were tried.</summary>
    public int OfPasses => _counts.Values.Sum(count => count[1]);

    /// <summary>The checks of which some host passed.</summary>
    public IEnumerable<string> Checks => _counts.Where(pair => pair.Value[1] > 0).Select(pair => pair.Key.Check).Distinct();

    public void Tried(string check, Operator how, Outcome before)
    {
        var count = Count(check, how);
        count[0]++;
        if (before == Outcome.Pass)
            count[1]++;
    }

    /// <summary>It passes still, and nothing else that could have stood there would have changed that: it doesn't rest on it.</summary>
    public void Unmoved(string check, Operator how) => Count(check, how)[2]++;

    public void Add(Survivor survivor) => _survivors.Add(survivor);

    /// <summary>For each operator, and for each check: tried on hosts that pass, still passing since it doesn't rest on that, surviving,
    /// and of those explained.</summary>
    public string Table(Reviewed reviewed)
    {
        var text = new StringBuilder();
        Group(text, "operator", pair => pair.Operator.ToString(), survivor => survivor.Operator.ToString(), reviewed);
        Group(text, "check", pair => pair.Check, survivor => survivor.Check, reviewed);
        return text.ToString();
    }

    private void Group(
        StringBuilder text,
        string title,
        Func<(string Check, Operator Operator), string> name,
        Func<Survivor, string> of,
        Reviewed reviewed
    )
    {
        text.AppendLine(FormattableString.Invariant($"{title, -14} |    tried | of a pass | no ground |  survived | explained"));
        foreach (var group in _counts.GroupBy(pair => name(pair.Key)).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var survivors = _survivors.Where(survivor => survivor.Wrong == Wrong.Survived && of(survivor) == group.Key).ToArray();
            var (tried, passes, unmoved) = (
                group.Sum(pair => pair.Value[0]),
                group.Sum(pair => pair.Value[1]),
                group.Sum(pair => pair.Value[2])
            );
            text.AppendLine(
                FormattableString.Invariant(
                    $"{group.Key, -14} | {tried, 8} | {passes, 9} | {unmoved, 9} | {survivors.Length, 9} | {survivors.Count(reviewed.Explains), 9}"
                )
            );
        }
    }

    private int[] Count(string check, Operator how) =>
        _counts.TryGetValue((check, how), out var count) ? count : _counts[(check, how)] = new int[3];
}
