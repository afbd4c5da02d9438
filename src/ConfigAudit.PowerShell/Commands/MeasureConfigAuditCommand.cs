using System;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Judging.Registers;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Counts findings by outcome, in groups.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "ConfigAudit")]
[OutputType(typeof(FindingSummary))]
public sealed class MeasureConfigAuditCommand : AuditCommand
{
    private readonly FindingSet _findings = new();
    private readonly Refusals _refusals = new();

    /// <summary>Findings, from Invoke-ConfigAudit.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [Whole]
    [AllowEmptyCollection]
    [ValidateNotNull]
    public Finding[] Finding { get; set; } = Array.Empty<Finding>();

    /// <summary>What the findings of a group have in common.</summary>
    [Parameter(Position = 0)]
    [ValidateSet("Zone", "CheckId", "ComputerName", "Role", "Severity", "Obligation")]
    public string By { get; set; } = "Zone";

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _refusals.Take(this, Finding);
        Array.ForEach(Finding, _findings.Add);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _refusals.Finish(this);
        foreach (var group in this.Once(_findings).GroupBy(Key).OrderBy(group => group.Key, StringComparer.OrdinalIgnoreCase))
            WriteObject(FindingSummary.Of(group.Key, group.ToArray()));
    }

    private string Key(Finding finding) =>
        By.ToUpperInvariant() switch
        {
            "ZONE" => finding.Zone?.ToString()
                ?? (finding.ComputerName == RegisterSet.Organisation ? RegisterSet.Organisation : "(not declared)"),
            "CHECKID" => finding.CheckId,
            "COMPUTERNAME" => finding.ComputerName,
            "ROLE" => finding.Role?.ToString() ?? "(not known)",
            "SEVERITY" => finding.Severity.ToString(),
            _ => finding.Obligation.ToString(),
        };
}
