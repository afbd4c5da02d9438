<#
.SYNOPSIS
    Makes every kind of report of the example municipality: a page, a workbook, a CSV, JUnit, SARIF, and the audit checklist.
.DESCRIPTION
    The machines are the recordings of the fleet beside this script: nothing is asked over the network. They are asked once, and every report is made of the same findings.
.PARAMETER OutputPath
    The folder of the reports; out by default.
.PARAMETER Language
    Japanese, the default, or English.
.PARAMETER AsOf
    The day for which reviews, waivers and attestations are judged. The machines were recorded on 16 November 2026.
.EXAMPLE
    ./examples/05-report.ps1
#>
param([string] $OutputPath = 'out', [string] $Language = 'Japanese', [datetime] $AsOf = '2026-11-16')

if (-not (Get-Module ConfigAudit)) { Import-Module ConfigAudit -ErrorAction Stop }

# What is asked, of whom, and for which day: $city and $asked
. "$PSScriptRoot/municipality/asked.ps1" $AsOf
$report = @{ Language = $Language; PassThru = $true }
$findings = Import-ConfigAuditTarget "$city/inventory.csv" | Invoke-ConfigAudit @asked |
    Export-ConfigAuditReport "$OutputPath/report.html" @report |
    Export-ConfigAuditReport "$OutputPath/report.xlsx" @report |
    Export-ConfigAuditReport "$OutputPath/findings.csv" -Header $Language @report |
    Export-ConfigAuditReport "$OutputPath/report.junit.xml" @report |
    Export-ConfigAuditReport "$OutputPath/report.sarif" @report |
    Export-ConfigAuditReport "$OutputPath/checklist.xlsx" -Format Checklist @report

$findings | Measure-ConfigAudit -By Zone | Out-Default
"$(@($findings).Count) findings in report.html, report.xlsx, findings.csv, report.junit.xml, report.sarif and checklist.xlsx of $OutputPath"
