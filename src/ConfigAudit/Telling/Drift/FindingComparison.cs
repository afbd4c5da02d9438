using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Telling.Drift;

/// <summary>Compares what a host came to with what it came to before, check by check.</summary>
internal sealed class FindingComparison
{
    private readonly Dictionary<string, Check> _checks;

    public FindingComparison(Baseline baseline) => _checks = baseline.Checks.ToDictionary(check => check.Id, StringComparer.Ordinal);

    public IEnumerable<FindingChange> Changes(Judgement before, Judgement after)
    {
        var was = before.Findings.ToDictionary(finding => finding.CheckId, StringComparer.Ordinal);
        // Only where values differ at all is it asked whether they do in what counts.
        var facts = new Lazy<FactChange[]>(() =>
            before
                .Facts.Zip(after.Facts, (old, now) => HostComparison.Changes(new FactChange(), old, now))
                .SelectMany(changes => changes)
                .ToArray()
        );
        foreach (var finding in after.Findings)
        {
            if (!was.TryGetValue(finding.CheckId, out var old))
                continue;
            var isOther = old.Actual != finding.Actual && IsOther(_checks[finding.CheckId], facts.Value);
            if (Kind(old.Outcome, finding.Outcome, isOther) is { } kind)
            {
                yield return Tell(old, finding, kind) with
                {
                    ValueChanged = isOther,
                };
            }
        }
    }

    /// <summary>What fails on a host that wasn't there before.</summary>
    public static IEnumerable<FindingChange> Failures(Judgement judgement) =>
        judgement
            .Findings.Where(finding => finding.Outcome == Outcome.Fail)
            .Select(finding => Tell(null, finding, FindingChangeKind.NewFailure));

    /// <summary>Null where nothing is to be told.</summary>
    private static FindingChangeKind? Kind(Outcome before, Outcome after, bool isOther)
    {
        if (before == after)
        {
            return after == Outcome.Fail ? FindingChangeKind.StillFailing
                : isOther && after != Outcome.Unknown ? FindingChangeKind.ChangedValue
                : null;
        }

        return (before, after) switch
        {
            (_, Outcome.Unknown) => FindingChangeKind.BecameUnknown,
            (_, Outcome.Fail) => FindingChangeKind.NewFailure,
            (Outcome.Unknown, _) => FindingChangeKind.BecameKnown,
            (Outcome.Fail, Outcome.Pass) => FindingChangeKind.Fixed,
            _ => FindingChangeKind.ChangedOutcome,
        };
    }

    /// <summary>Whether something that the check looks at changed, and not by itself.</summary>
    private static bool IsOther(Check check, FactChange[] changes)
    {
        var kinds = check.Facts.Select(type => type.Name).ToArray();
        var properties = check
            .Assertion.Properties.Concat(check.AppliesWhen?.Properties ?? Array.Empty<Facts.FactProperty>())
            .Select(property => property.Name)
            .ToArray();
        return Array.Exists(
            changes,
            change => kinds.Contains(change.Fact) && (change.Property.Length == 0 || properties.Contains(change.Property))
        );
    }

    private static FindingChange Tell(Finding? before, Finding after, FindingChangeKind kind) =>
        new()
        {
            ComputerName = after.ComputerName,
            IPAddress = after.IPAddress.Length > 0 ? after.IPAddress : before?.IPAddress ?? string.Empty,
            Zone = after.Zone,
            CheckId = after.CheckId,
            Title = after.Title,
            Severity = after.Severity,
            Change = kind,
            ReferenceOutcome = before?.Outcome,
            DifferenceOutcome = after.Outcome,
            ReferenceActual = before?.Actual ?? string.Empty,
            DifferenceActual = after.Actual,
            Reason = after.Reason,
            WaiverState = after.WaiverState,
            Waiver = after.Waiver,
            AttestationState = after.AttestationState,
            Attestation = after.Attestation,
            Baseline = after.Baseline,
            ReferenceAt = before?.CollectedAt,
            DifferenceAt = after.CollectedAt,
        };
}
