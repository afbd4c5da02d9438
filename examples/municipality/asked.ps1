<#
.SYNOPSIS
    What the examples ask of the municipality: dot-sourced, it leaves $city, its folder, and $asked, the parameters of Invoke-ConfigAudit.
.PARAMETER AsOf
    The day for which reviews, waivers and attestations are judged. The machines were recorded on 16 November 2026.
#>
param([datetime] $AsOf = '2026-11-16')

$city = $PSScriptRoot
$asked = @{
    Baseline        = "$city/aozora.json"
    RegisterPath    = "$city/registers"
    WaiverPath      = "$city/waivers.json"
    AttestationPath = "$city/attestations.json"
    AsOf            = $AsOf
    LogonsSince     = '2026-11-13'
    ErrorAction     = 'SilentlyContinue'
    WarningAction   = 'SilentlyContinue'
}
