using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Findings;

/// <summary>What a host, or the organisation, came to.</summary>
/// <param name="Findings">One a check.</param>
/// <param name="Facts">What they rest on.</param>
internal sealed record Judgement(IReadOnlyList<Finding> Findings, IReadOnlyList<FactTable> Facts)
{
    /// <summary>The mistake of this module for which nothing was judged; null when none was made.</summary>
    public Gap? Mistake { get; init; }
}
