using System.Collections.Generic;
using System.Management.Automation;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Where findings are counted, each counts once.</summary>
internal static class FindingsOnce
{
    /// <summary>The findings, after a warning where some came twice.</summary>
    public static IReadOnlyList<Finding> Once(this Cmdlet cmdlet, FindingSet findings)
    {
        if (findings.Twice > 0)
            cmdlet.WriteWarning(Records.FindingsTwice(findings));
        return findings.Findings;
    }
}
