using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.Judging.Findings;

/// <summary>
/// Findings, one a host and check: a report that was written in two formats, or of two runs, has them twice. What was read last counts.
/// Where two tell of
/// one moment and not the same, somebody changed one of them, and the worse counts: a Pass that something contradicts isn't to be trusted.
/// </summary>
internal sealed class FindingSet
{
    /// <summary>Formats keep a moment to the second, or to the minute.</summary>
    private static readonly TimeSpan OneMoment = TimeSpan.FromMinutes(1);

    private readonly List<Finding> _findings = new();
    private readonly Dictionary<(string Host, string Baseline, string Check), List<int>> _places = new();

    /// <summary>In the order in which they came first.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    /// <summary>How many aren't counted, since there is another of the same host and check.</summary>
    public int Twice { get; private set; }

    /// <summary>How many of those tell of one moment, and another outcome.</summary>
    public int Contradicting { get; private set; }

    /// <summary>One of those that contradict; else of those that came twice.</summary>
    public Finding? Example { get; private set; }

    public void Add(Finding finding)
    {
        var key = (HostName.Plain(finding.ComputerName), finding.Baseline.ToUpperInvariant(), finding.CheckId.ToUpperInvariant());
        if (!_places.TryGetValue(key, out var places))
            _places.Add(key, places = new List<int>());
        var place = places.FindIndex(each => IsOneHost(_findings[each], finding));
        if (place < 0)
        {
            places.Add(_findings.Count);
            _findings.Add(finding);
            return;
        }

        var known = _findings[places[place]];
        var isOneMoment = (At(finding) - At(known)).Duration() < OneMoment;
        _findings[places[place]] = isOneMoment
            ? Weight(finding) > Weight(known)
                ? finding
                : known
            : At(finding) > At(known)
                ? finding
                : known;
        Twice++;
        var contradicts = isOneMoment && finding.Outcome != known.Outcome;
        Example = Example is null || (contradicts && Contradicting == 0) ? finding : Example;
        Contradicting += contradicts ? 1 : 0;
    }

    /// <summary>Two hosts of one name are told apart by their addresses; one that couldn't be read has none.</summary>
    private static bool IsOneHost(Finding a, Finding b) =>
        a.IPAddress.Length == 0 || b.IPAddress.Length == 0 || Addresses(a).Intersect(Addresses(b), StringComparer.OrdinalIgnoreCase).Any();

    private static IEnumerable<string> Addresses(Finding finding) => finding.IPAddress.Split(',').Select(address => address.Trim());

    private static DateTimeOffset At(Finding finding) => finding.CollectedAt ?? DateTimeOffset.MinValue;

    /// <summary>How bad it is; one that nobody accepted is worse.</summary>
    private static int Weight(Finding finding) =>
        (finding.WaiverState == WaiverState.Honoured ? 0 : 1)
        + (
            2
            * finding.Outcome switch
            {
                Outcome.Fail => 4,
                Outcome.Unknown => 3,
                Outcome.Attest => 2,
                Outcome.NotApplicable => 1,
                _ => 0,
            }
        );
}
