using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Judging.Registers;

namespace ConfigAudit.Telling.Outputs;

/// <summary>What a summary is made of, counted as findings come.</summary>
internal sealed class Tally
{
    private readonly Dictionary<string, Row<Finding>> _hosts = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Row<Finding>> _checks = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Row<LocalText>> _zones = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, Row<LocalText>> _chapters = new();
    private readonly Dictionary<Severity, int> _failures = new();
    private readonly SortedSet<string> _baselines = new(StringComparer.OrdinalIgnoreCase);

    public Counts All { get; } = new();

    /// <summary>Failures beside which a waiver in force stands.</summary>
    public int Waived { get; private set; }

    public DateTimeOffset? FirstCollected { get; private set; }

    public DateTimeOffset? LastCollected { get; private set; }

    public IEnumerable<string> Baselines => _baselines;

    /// <summary>Machines, mail servers and domains, each with its first finding, by name; without the organisation.</summary>
    public IEnumerable<Row<Finding>> Hosts =>
        _hosts.Values.Where(row => !IsOrganisation(row.Of)).OrderBy(row => row.Of.ComputerName, StringComparer.OrdinalIgnoreCase);

    /// <summary>Machines that told all they were asked, a part of it, or nothing.</summary>
    public (int Whole, int Part, int None) Coverage
    {
        get
        {
            var hosts = Hosts.ToArray();
            return (
                hosts.Count(host => host.IsRead && host.Counts[Outcome.Unknown] == 0),
                hosts.Count(host => host.IsRead && host.Counts[Outcome.Unknown] > 0),
                hosts.Count(host => !host.IsRead)
            );
        }
    }

    /// <summary>Checks, each with one of its findings, in the order of the guideline.</summary>
    public IEnumerable<Row<Finding>> Checks => _checks.Values.OrderBy(row => row.Of, GuidelineOrder.Instance);

    public IEnumerable<Row<LocalText>> Zones => _zones.OrderBy(zone => zone.Key, StringComparer.Ordinal).Select(zone => zone.Value);

    public IEnumerable<Row<LocalText>> Chapters => _chapters.Values;

    /// <summary>How many failures can do that much harm.</summary>
    public int Failures(Severity severity) => _failures.TryGetValue(severity, out var count) ? count : 0;

    public static bool IsOrganisation(Finding finding) => finding.ComputerName == RegisterSet.Organisation;

    public void Add(Finding finding)
    {
        All.Add(finding.Outcome);
        var host = Row(_hosts, finding.ComputerName, finding);
        host.Counts.Add(finding.Outcome);
        // What a register says of a host was not read on the host.
        host.IsRead |=
            finding.Outcome is Outcome.Pass or Outcome.Fail or Outcome.Attest && finding.Check?.Method is null or AuditMethod.Machine;
        Row(_checks, finding.CheckId, finding).Counts.Add(finding.Outcome);
        Row(_zones, ZoneKey(finding), ZoneName(finding)).Counts.Add(finding.Outcome);
        var chapter = GuidelineChapter.Of(finding.Place);
        Row(_chapters, chapter.Number, chapter.Name).Counts.Add(finding.Outcome);
        if (finding.Outcome == Outcome.Fail)
            _failures[finding.Severity] = Failures(finding.Severity) + 1;
        if (finding.Outcome == Outcome.Fail && finding.WaiverState == WaiverState.Honoured)
            Waived++;
        if (finding.Baseline.Length > 0)
            _baselines.Add(finding.Baseline);
        // The organisation's is the day as of which its registers are judged: nothing was read then.
        if (finding.CollectedAt is { } moment && !IsOrganisation(finding))
        {
            FirstCollected = FirstCollected is null || moment < FirstCollected ? moment : FirstCollected;
            LastCollected = LastCollected is null || moment > LastCollected ? moment : LastCollected;
        }
    }

    private static string ZoneKey(Finding finding) =>
        finding.Zone is { } zone ? $"1{(int)zone}"
        : IsOrganisation(finding) ? "3"
        : "2";

    private static LocalText ZoneName(Finding finding) =>
        finding.Zone is { } zone ? MemberNames<Zone>.Of(zone)
        : IsOrganisation(finding) ? ReportWords.Organisation
        : ReportWords.NoZone;

    private static Row<T> Row<K, T>(IDictionary<K, Row<T>> rows, K key, T of)
    {
        if (!rows.TryGetValue(key, out var row))
            rows[key] = row = new Row<T>(of);
        return row;
    }
}

/// <summary>The findings that have something in common.</summary>
/// <param name="Of">What they have in common.</param>
internal sealed record Row<T>(T Of)
{
    public Counts Counts { get; } = new();

    /// <summary>Whether anything was read there; of a group of hosts, not told.</summary>
    public bool IsRead { get; set; }
}
