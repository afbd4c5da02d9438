using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Judging.Baselines;

/// <summary>What ought to be: checks, and the parameters that they share.</summary>
public sealed record Baseline
{
    /// <summary>The name that it is asked for by: "MIC-2022-03".</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The version of this file, which changes more often than the guideline does.</summary>
    public Version Version { get; init; } = new(0, 0);

    /// <summary>What it is.</summary>
    public LocalText Title { get; init; } = new(string.Empty, string.Empty);

    /// <summary>The baselines that this one changes, by id or path, as it names them; empty for none.</summary>
    public IReadOnlyList<string> Extends { get; init; } = Array.Empty<string>();

    /// <summary>The file that it was read from.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>Every file that it was made from: its own first, then those that it extends.</summary>
    internal IReadOnlyList<string> Files { get; init; } = Array.Empty<string>();

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Check> Checks { get; init; } = Array.Empty<Check>();

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = Array.Empty<Parameter>();

    /// <summary>The zone of hosts for which nobody declared one; null for none.</summary>
    public Zone? AssumedZone { get; init; }

    /// <summary>The network model of hosts for which nobody declared one; null for none.</summary>
    public NetworkModel? AssumedModel { get; init; }

    /// <summary>The public comments on the guideline that it traces, by number; empty where there are none.</summary>
    public IReadOnlyList<GuidelineComment> Comments { get; init; } = Array.Empty<GuidelineComment>();

    /// <summary>The editions of the guideline that it was made from, the oldest first.</summary>
    internal IReadOnlyList<BaselineEdition> Editions { get; init; } = Array.Empty<BaselineEdition>();

    /// <summary>Where each check stands in each edition, and what became of it there.</summary>
    internal IEnumerable<CheckEdition> EditionMap => Checks.SelectMany(check => BaselineEdition.Of(check, Editions));

    /// <summary>Each value in force, and where it comes from.</summary>
    internal IEnumerable<BaselineSetting> Settings =>
        Parameters.Select(parameter => BaselineSetting.Of(this, parameter)).Concat(Checks.Select(check => BaselineSetting.Of(this, check)));

    /// <inheritdoc/>
    public override string ToString() => Id;
}
