<#
.SYNOPSIS
    Audits the recorded fleet beside this script against MIC-2022-03.
.DESCRIPTION
    Shows what fails, what a person has to answer, what could not be read and a summary by zone, and writes every finding to a CSV for Excel.
    The machines are recordings: nothing is asked over the network.
.PARAMETER OutputPath
    The CSV; out/findings.csv by default.
.EXAMPLE
    ./examples/01-audit-fleet.ps1
#>
param([string] $OutputPath = 'out/findings.csv')

if (-not (Get-Module ConfigAudit)) { Import-Module ConfigAudit -ErrorAction Stop }

# Hosts that can't be asked are errors; their findings come all the same, as Unknown.
$findings = Import-ConfigAuditTarget "$PSScriptRoot/fleet/inventory.csv" |
    Invoke-ConfigAudit -Baseline MIC-2022-03 -ErrorAction SilentlyContinue -ErrorVariable problems |
    Export-ConfigAuditReport -Path $OutputPath -PassThru

"What fails:"
$findings | Where-Object Outcome -EQ Fail | Out-Default

"What a person has to answer:"
$findings | Where-Object Outcome -EQ Attest | Out-Default

"What could not be asked:"
$problems | ForEach-Object { "  $($_.Exception.Message)" }

""
"By zone:"
$findings | Measure-ConfigAudit -By Zone | Out-Default

"$(@($findings).Count) findings in $OutputPath"
