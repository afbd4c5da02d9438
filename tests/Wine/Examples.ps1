<#
.SYNOPSIS
    Imports the built module and runs the examples that need no network, each into a folder of its own.
.DESCRIPTION
    Called by "run" beside this script, once in Windows' PowerShell under Wine and once in Linux'.
.PARAMETER Module
    The module's manifest.
.PARAMETER OutputPath
    The folder for what comes of it.
#>
param(
    [Parameter(Mandatory)] [string] $Module,
    [Parameter(Mandatory)] [string] $OutputPath
)

$ErrorActionPreference = 'Stop'
# Not the machine's: Wine and Linux take it from different places.
[cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = 'en-US'
[cultureinfo]::DefaultThreadCurrentCulture = [cultureinfo]::DefaultThreadCurrentUICulture = 'en-US'

Import-Module $Module
$build = [Runtime.InteropServices.RuntimeInformation]::RuntimeIdentifier
Set-Content "$OutputPath/ran.txt" "PowerShell $($PSVersionTable.PSVersion), $build"
Set-Content "$OutputPath/commands.txt" (Get-Command -Module ConfigAudit).Name

$examples = Resolve-Path "$PSScriptRoot/../../examples"
foreach ($run in ('01-audit-fleet', 'findings.csv'), ('04-municipality', 'municipality.csv'), ('05-report', '')) {
    $name, $file = $run
    $folder = (New-Item "$OutputPath/$name" -ItemType Directory).FullName
    & "$examples/$name.ps1" -OutputPath (Join-Path $folder $file) *> "$folder/told.txt"
}

# Windows asks itself over CIM, which Wine lacks: the way to it is taken, and ends in a gap.
if ($IsWindows) {
    $here = Invoke-ConfigAudit -Baseline MIC-2022-03 -ErrorAction SilentlyContinue -ErrorVariable problems
    Set-Content "$OutputPath/itself.txt" (@($here).Outcome | Sort-Object -Unique)
    Set-Content "$OutputPath/problems.txt" @($problems).FullyQualifiedErrorId
}
