using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Baselines;

/// <summary>Something wrong in a baseline file.</summary>
/// <param name="Path">The file.</param>
/// <param name="Line">From 1; 0 when the whole file is meant.</param>
/// <param name="Column">From 1; 0 when the whole line is meant.</param>
/// <param name="CheckId">The check that it stands in, or null.</param>
/// <param name="Message">What is wrong, and what would be right.</param>
public sealed record BaselineProblem(string Path, int Line, int Column, string? CheckId, string Message)
{
    internal BaselineProblem(InputException bad, string? checkId)
        : this(bad.Path, bad.Line, bad.Column, checkId, bad.Told.ToString()) { }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Path}{(Line > 0 ? $"({Line},{Column})" : null)}: {(CheckId is null ? null : new LocalText($"チェック項目 {CheckId}: ", $"check {CheckId}: ").ToString())}{Message}";
}
