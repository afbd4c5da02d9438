using System;
using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines.Assertions;

namespace ConfigAudit.Judging.Baselines;

/// <summary>One thing that a baseline asks: of a host, of a mail server, or of the organisation.</summary>
public sealed record Check
{
    /// <summary>Unique in its baseline.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>What is asked, in a line.</summary>
    public LocalText Title { get; init; } = new(string.Empty, string.Empty);

    /// <summary>Why it is asked.</summary>
    public LocalText Rationale { get; init; } = new(string.Empty, string.Empty);

    /// <summary>What to do when it fails.</summary>
    public LocalText Remediation { get; init; } = new(string.Empty, string.Empty);

    /// <summary>Where the guideline asks for it.</summary>
    public GuidelineReference Guideline { get; init; } = new(string.Empty, string.Empty, null);

    /// <summary>How strongly the guideline asks.</summary>
    public Obligation Obligation { get; init; }

    /// <summary>How much harm a failure can do.</summary>
    public Severity Severity { get; init; }

    /// <summary>The zones that it is for; empty for all.</summary>
    public IReadOnlyList<Zone> Zones { get; init; } = Array.Empty<Zone>();

    /// <summary>The roles that it is for; empty for all.</summary>
    public IReadOnlyList<HostRole> Roles { get; init; } = Array.Empty<HostRole>();

    /// <summary>The network models that it is for; empty for all.</summary>
    public IReadOnlyList<NetworkModel> Models { get; init; } = Array.Empty<NetworkModel>();

    /// <summary>What it is a check of, by the facts that it looks at.</summary>
    public FactSubject Subject { get; init; }

    /// <summary>What it looks at.</summary>
    public AuditMethod Method =>
        Assertion is AttestAssertion ? AuditMethod.Attestation
        : Subject is FactSubject.Organisation or FactSubject.RegisteredHost ? AuditMethod.Register
        : AuditMethod.Machine;

    /// <summary>Whether it is judged. What the ministry only took note of is off, unless an overlay switches it on.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>The id of the baseline that it stands in.</summary>
    public string SetBy { get; init; } = string.Empty;

    /// <summary>The id of the overlay that changed it last; null for none.</summary>
    public string? ChangedBy { get; init; }

    /// <summary>Why it was changed; null where nobody said.</summary>
    public LocalText? ChangeReason { get; init; }

    /// <summary>What the edition of <see cref="ChangedBy"/> did with it; Unknown for overlays that are no edition, too.</summary>
    internal EditionChange EditionChange { get; init; }

    /// <summary>The id of the check that looks at it instead; null for none.</summary>
    internal string? Successor { get; init; }

    /// <summary>What must hold, in words.</summary>
    public LocalText Expected { get; init; } = LocalText.Empty;

    /// <summary>The kinds of fact that it looks at; none where a person has to say.</summary>
    internal IReadOnlyList<FactType> Facts { get; init; } = Array.Empty<FactType>();

    internal Assertion Assertion { get; init; } = null!;

    /// <summary>What must hold for the check to make sense on a host at all.</summary>
    internal Assertion? AppliesWhen { get; init; }

    /// <summary>What it comes to when the assertion is false: Fail, or Attest where only a person can say.</summary>
    internal Outcome Otherwise { get; init; } = Outcome.Fail;

    /// <inheritdoc/>
    public override string ToString() => Id;
}
