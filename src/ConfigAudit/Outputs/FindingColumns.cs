using System;
using System.Collections.Generic;
using System.Globalization;
using ConfigAudit.Findings;

namespace ConfigAudit.Outputs;

/// <summary>The columns of a table of findings. Their names and order are part of the product: people's spreadsheets rest on them.</summary>
internal static class FindingColumns
{
    public static IReadOnlyList<(string Name, Func<Finding, string> Text)> All { get; } = new (string, Func<Finding, string>)[]
    {
        ("ComputerName", finding => finding.ComputerName),
        ("IPAddress", finding => finding.IPAddress),
        ("Zone", finding => finding.Zone?.ToString() ?? string.Empty),
        ("Role", finding => finding.Role?.ToString() ?? string.Empty),
        ("CheckId", finding => finding.CheckId),
        ("Title", finding => finding.Title),
        ("Outcome", finding => finding.Outcome.ToString()),
        ("Reason", finding => finding.Reason),
        ("Severity", finding => finding.Severity.ToString()),
        ("Obligation", finding => finding.Obligation.ToString()),
        ("Expected", finding => finding.Expected),
        ("Actual", finding => finding.Actual),
        ("Evidence", finding => finding.Evidence),
        ("Guideline", finding => finding.Guideline),
        ("CollectedAt", finding => finding.CollectedAt?.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture) ?? string.Empty),
        ("Baseline", finding => finding.Baseline),
        ("Remediation", finding => finding.Remediation),
        ("WaiverState", finding => finding.WaiverState?.ToString() ?? string.Empty),
        ("Waiver", finding => finding.Waiver),
        ("AttestationState", finding => finding.AttestationState?.ToString() ?? string.Empty),
        ("Attestation", finding => finding.Attestation),
    };
}
