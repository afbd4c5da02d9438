using System;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.Judging.Findings;

/// <summary>
/// What one check came to on one host. Flat: every property is a text, an enumeration or a moment, so that it sorts, filters and exports as
/// it is.
/// </summary>
public sealed record Finding
{
    /// <summary>PowerShell makes any type that can be made of nothing out of any object: half a finding would be one.</summary>
    internal Finding() { }

    /// <summary>The host, as the target was named.</summary>
    public string ComputerName { get; init; } = string.Empty;

    /// <summary>What the host calls itself; empty when it couldn't be read, and for what is no host.</summary>
    public string HostName { get; init; } = string.Empty;

    /// <summary>The host's addresses when it was asked, joined by ", ".</summary>
    public string IPAddress { get; init; } = string.Empty;

    /// <summary>The network zone that the host is declared to stand in.</summary>
    public Zone? Zone { get; init; }

    /// <summary>Client or server: as declared, else as the host says.</summary>
    public HostRole? Role { get; init; }

    /// <summary>The check's id in its baseline.</summary>
    public string CheckId { get; init; } = string.Empty;

    /// <summary>The check's title in the user's language.</summary>
    public string Title { get; init; } = string.Empty;

    /// <summary>What it came to.</summary>
    public Outcome Outcome { get; init; }

    /// <summary>Why.</summary>
    public string Reason { get; init; } = string.Empty;

    /// <summary>How much harm a failure can do.</summary>
    public Severity Severity { get; init; }

    /// <summary>How strongly the guideline asks.</summary>
    public Obligation Obligation { get; init; }

    /// <summary>What must hold.</summary>
    public string Expected { get; init; } = string.Empty;

    /// <summary>The values that decided.</summary>
    public string Actual { get; init; } = string.Empty;

    /// <summary>Where they were read, or what could not be read.</summary>
    public string Evidence { get; init; } = string.Empty;

    /// <summary>Edition, section and page of the guideline.</summary>
    public string Guideline { get; init; } = string.Empty;

    /// <summary>The moment that the facts are true of; null for a recording that doesn't say.</summary>
    public DateTimeOffset? CollectedAt { get; init; }

    /// <summary>The baseline's id.</summary>
    public string Baseline { get; init; } = string.Empty;

    /// <summary>What to do about it, in the user's language.</summary>
    public string Remediation { get; init; } = string.Empty;

    /// <summary>What a waiver is worth here; null where there is none. The outcome stays what it is.</summary>
    public WaiverState? WaiverState { get; init; }

    /// <summary>Who accepted it, why, and until when; empty where nobody did.</summary>
    public string Waiver { get; init; } = string.Empty;

    /// <summary>What an attestation is worth here; null where there is none. The outcome stays what it is.</summary>
    public AttestationState? AttestationState { get; init; }

    /// <summary>What was attested, by whom, and until when; empty where nobody did.</summary>
    public string Attestation { get; init; } = string.Empty;

    /// <summary>The check that it is of; null for a finding that was read back.</summary>
    internal Check? Check { get; init; }

    /// <summary>The place in the guideline, by the check or, of a finding that was read back, by its text.</summary>
    internal GuidelineReference? Place => Check?.Guideline ?? GuidelineReference.Read(Guideline);

    internal LocalText? ReasonText { get; init; }

    internal LocalText? WaiverText { get; init; }

    internal LocalText? AttestationText { get; init; }

    /// <summary>Everything that decided, where <see cref="Actual"/> shows only the beginning, or nothing; null where that is all.</summary>
    internal FoundText? Whole { get; init; }

    /// <summary>The facts that it was judged by, where a report shows those too, as it does a mail server's; null otherwise.</summary>
    internal FoundFacts? Facts { get; init; }

    /// <summary>All that was found, for whoever has to know whether it is still the same: never shortened, the same in every
    /// language.</summary>
    internal string Found => Whole?.ToString() ?? (Actual.Length > 0 ? Actual : ReasonText?.En ?? string.Empty);

    /// <summary>The same, told in a language that need not be the user's.</summary>
    internal Finding In(Language language) =>
        Check is null
            ? this
            : this with
            {
                Title = Check.Title.In(language),
                Reason = ReasonText?.In(language) ?? Reason,
                Expected = Check.Expected.In(language),
                Waiver = WaiverText?.In(language) ?? Waiver,
                Attestation = AttestationText?.In(language) ?? Attestation,
                Remediation = Check.Remediation.In(language),
            };
}
