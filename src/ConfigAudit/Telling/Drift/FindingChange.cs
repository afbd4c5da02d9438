using System;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Telling.Drift;

/// <summary>
/// A check of a host that doesn't come to what it came to before, or still fails. Flat: every property is a text, an enumeration, a moment,
/// or true
/// or false.
/// </summary>
public sealed record FindingChange
{
    /// <summary>The host, as the target is named now.</summary>
    public string ComputerName { get; init; } = string.Empty;

    /// <summary>The host's addresses, joined by ", ": as it told them last.</summary>
    public string IPAddress { get; init; } = string.Empty;

    /// <summary>The network zone that the host is declared to stand in.</summary>
    public Zone? Zone { get; init; }

    /// <summary>The check's id; empty where the whole host is meant.</summary>
    public string CheckId { get; init; } = string.Empty;

    /// <summary>The check's title in the user's language.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>How much harm a failure can do; null where the whole host is meant.</summary>
    public Severity? Severity { get; init; }

    /// <summary>In which way it isn't as it was.</summary>
    public FindingChangeKind Change { get; init; }

    /// <summary>What it came to before; null where there was no such finding.</summary>
    public Outcome? ReferenceOutcome { get; init; }

    /// <summary>What it comes to now; null where there is no such finding.</summary>
    public Outcome? DifferenceOutcome { get; init; }

    /// <summary>The values that decided before.</summary>
    public string ReferenceActual { get; init; } = string.Empty;

    /// <summary>The values that decide now.</summary>
    public string DifferenceActual { get; init; } = string.Empty;

    /// <summary>Whether those values differ in more than what changes by itself.</summary>
    public bool ValueChanged { get; init; }

    /// <summary>Why it comes to what it comes to now.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>What a waiver is worth now; null where there is none.</summary>
    public WaiverState? WaiverState { get; init; }

    /// <summary>Who accepted it, why, and until when; empty where nobody did.</summary>
    public string Waiver { get; init; } = string.Empty;

    /// <summary>What an attestation is worth now; null where there is none.</summary>
    public AttestationState? AttestationState { get; init; }

    /// <summary>What was attested, by whom, and until when; empty where nobody did.</summary>
    public string Attestation { get; init; } = string.Empty;

    /// <summary>The baseline that both were judged by.</summary>
    public string Baseline { get; init; } = string.Empty;

    /// <summary>The moment that the earlier facts are true of; null where nobody knows.</summary>
    public DateTimeOffset? ReferenceAt { get; init; }

    /// <summary>The moment that the later facts are true of; null where nobody knows.</summary>
    public DateTimeOffset? DifferenceAt { get; init; }
}
