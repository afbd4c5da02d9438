using System;
using System.Collections.Generic;
using ConfigAudit.Baselines.Assertions;
using ConfigAudit.Facts;
using ConfigAudit.Findings;
using ConfigAudit.Targets;

namespace ConfigAudit.Baselines;

/// <summary>One thing that a baseline asks of a host.</summary>
public sealed record Check
{
    /// <summary>Unique in its baseline.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>What is asked, in a line.</summary>
    public LocalText Title { get; init; } = new(string.Empty, string.Empty);

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

    /// <summary>What must hold, in words.</summary>
    public string Expected { get; init; } = string.Empty;

    internal Assertion Assertion { get; init; } = null!;

    /// <summary>What must hold for the check to make sense on a host at all.</summary>
    internal Assertion? AppliesWhen { get; init; }

    /// <summary>What it comes to when the assertion is false: Fail, or Attest where only a person can say.</summary>
    internal Outcome Otherwise { get; init; } = Outcome.Fail;

    /// <inheritdoc/>
    public override string ToString() => Id;
}
