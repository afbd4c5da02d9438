<#
.SYNOPSIS
    Audits a municipality of three zones: its machines, its registers, and what people say of the rest.
.DESCRIPTION
    Shows what fails, what the registers lack, which waivers and attestations count and which don't, who used the account for maintenance, and what the administrator would be
    told; and writes every finding to a CSV for Excel. The machines are the recordings of the fleet beside this script: nothing is asked over the network.
.PARAMETER OutputPath
    The CSV; out/municipality.csv by default.
.PARAMETER AsOf
    The day for which reviews, waivers and attestations are judged. The machines were recorded on 16 November 2026.
.EXAMPLE
    ./examples/04-municipality.ps1
#>
param([string] $OutputPath = 'out/municipality.csv', [datetime] $AsOf = '2026-11-16')

if (-not (Get-Module ConfigAudit)) { Import-Module ConfigAudit -ErrorAction Stop }

# What is asked, of whom, and for which day: $city and $asked
. "$PSScriptRoot/municipality/asked.ps1" $AsOf
$kept = @{ ErrorVariable = 'problems'; WarningVariable = 'unused' }
$findings = Import-ConfigAuditTarget "$city/inventory.csv" | Invoke-ConfigAudit @asked @kept | Export-ConfigAuditReport -Path $OutputPath -PassThru

"What the city changed:"
Get-ConfigAuditBaseline "$city/aozora.json" -Effective | Where-Object SetBy -EQ aozora | Out-Default

"What fails on machines, held against the registers:"
$findings | Where-Object { $_.Outcome -eq 'Fail' -and $_.ComputerName -ne '(organisation)' -and $_.CheckId -match '^(ACC|AST|FLW|SWR)' } | ForEach-Object { "  $($_.ComputerName) $($_.CheckId): $($_.Actual)" }

"What the registers lack:"
$findings | Where-Object { $_.Outcome -eq 'Fail' -and $_.ComputerName -eq '(organisation)' } | ForEach-Object { "  $($_.CheckId) $($_.Title): $($_.Actual)" }

"What people said, and whether it counts:"
$findings | Where-Object { $_.WaiverState -or $_.AttestationState } | ForEach-Object { "  $($_.ComputerName) $($_.CheckId) $($_.Outcome): $($_.WaiverState)$($_.AttestationState) $($_.Waiver)$($_.Attestation)" }
$unused | ForEach-Object { "  $_" }

"Who used the account for maintenance on 16 November at 8:50:"
Import-ConfigAuditTarget "$city/inventory.csv" | Where-Object Zone -EQ Lgwan | New-ConfigAuditSnapshot -LogonsSince 2026-11-13 |
    Get-ConfigAuditAccountUse LG\mihon-hoshu ([datetimeoffset] '2026-11-16T08:50:00+09:00').LocalDateTime -RegisterPath "$city/registers" | Out-Default

"What the administrator is told:"
$told = @($findings | Send-ConfigAuditNotice "$([IO.Path]::ChangeExtension($OutputPath, 'told.json'))" -Path "$([IO.Path]::ChangeExtension($OutputPath, 'notices.txt'))" -Severity Critical)
"  $($told.Count) new failures"

"What could not be asked:"
$problems | ForEach-Object { "  $($_.Exception.Message)" }

""
"By zone:"
$findings | Measure-ConfigAudit -By Zone | Out-Default

"$(@($findings).Count) findings in $OutputPath"
