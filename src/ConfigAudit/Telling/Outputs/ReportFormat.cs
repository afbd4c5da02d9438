namespace ConfigAudit.Telling.Outputs;

/// <summary>What a report is written as.</summary>
public enum ReportFormat
{
    /// <summary>A row a finding, by RFC 4180.</summary>
    Csv,

    /// <summary>A workbook (ISO/IEC 29500): summary, findings, hosts, checks, a plan of action, registers.</summary>
    Xlsx,

    /// <summary>One page that works without a network.</summary>
    Html,

    /// <summary>An object a finding: format ConfigAudit.Findings/1.</summary>
    Json,

    /// <summary>JUnit's XML: a suite a host, a case a check.</summary>
    JUnit,

    /// <summary>SARIF 2.1.0 (OASIS): a result a finding.</summary>
    Sarif,

    /// <summary>The audit checklist (監査チェックリスト) as a workbook, in the order of the guideline.</summary>
    Checklist,
}
