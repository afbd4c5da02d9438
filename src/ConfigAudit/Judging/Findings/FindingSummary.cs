using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.Judging.Findings;

/// <summary>How often each outcome came, among the findings of one group.</summary>
/// <param name="Group">The value that the group has in common.</param>
/// <param name="Pass">Findings that hold.</param>
/// <param name="Fail">Findings that don't.</param>
/// <param name="Unknown">Findings that could not be read.</param>
/// <param name="Attest">Findings that a person must answer.</param>
/// <param name="NotApplicable">Findings that don't concern the host.</param>
/// <param name="Hosts">How many hosts the findings are of.</param>
public sealed record FindingSummary(string Group, int Pass, int Fail, int Unknown, int Attest, int NotApplicable, int Hosts)
{
    /// <summary>Of those that fail, could not be read or wait for a person: how many a waiver in force stands beside.</summary>
    public int Waived { get; init; }

    /// <summary>Of those that could not be read or wait for a person: how many a current attestation stands beside.</summary>
    public int Attested { get; init; }

    internal static FindingSummary Of(string group, IReadOnlyCollection<Finding> findings) =>
        new(
            group,
            findings.Count(finding => finding.Outcome == Outcome.Pass),
            findings.Count(finding => finding.Outcome == Outcome.Fail),
            findings.Count(finding => finding.Outcome == Outcome.Unknown),
            findings.Count(finding => finding.Outcome == Outcome.Attest),
            findings.Count(finding => finding.Outcome == Outcome.NotApplicable),
            findings.Select(finding => finding.ComputerName).Distinct(System.StringComparer.OrdinalIgnoreCase).Count()
        )
        {
            Waived = findings.Count(finding => finding.WaiverState == WaiverState.Honoured),
            Attested = findings.Count(finding => finding.AttestationState == AttestationState.Current),
        };
}
