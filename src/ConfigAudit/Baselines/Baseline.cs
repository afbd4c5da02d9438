using System;
using System.Collections.Generic;

namespace ConfigAudit.Baselines;

/// <summary>What ought to be: checks, and the parameters that they share.</summary>
public sealed record Baseline
{
    /// <summary>The name that it is asked for by: "MIC-2022-03".</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>The version of this file, which changes more often than the guideline does.</summary>
    public Version Version { get; init; } = new(0, 0);

    /// <summary>What it is.</summary>
    public LocalText Title { get; init; } = new(string.Empty, string.Empty);

    /// <summary>The baseline that this one changes, or null.</summary>
    public string? Extends { get; init; }

    /// <summary>The file that it was read from.</summary>
    public string Path { get; init; } = string.Empty;

    /// <summary>Every file that it was made from: its own, and the one that it extends.</summary>
    internal IReadOnlyList<string> Files { get; init; } = Array.Empty<string>();

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Check> Checks { get; init; } = Array.Empty<Check>();

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Parameter> Parameters { get; init; } = Array.Empty<Parameter>();

    /// <inheritdoc/>
    public override string ToString() => Id;
}
