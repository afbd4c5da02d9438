<#
.SYNOPSIS
    Runs the tests of this folder under Pester, in one language, and says in one line how it went.
.DESCRIPTION
    Called by "dotnet test". In a PowerShell with Pester of its own, "Invoke-Pester tests/Module" runs the same tests.
.PARAMETER Pester
    The manifest of Pester.
.PARAMETER Language
    The culture in which the tests run: what texts are shown in, and how dates and numbers are written.
.EXAMPLE
    ./Run.ps1 -Pester (Get-Module Pester -ListAvailable)[0].Path -Language ja-JP
#>
param(
    [Parameter(Mandatory)] [string] $Pester,
    [Parameter(Mandatory)] [cultureinfo] $Language
)

$ErrorActionPreference = 'Stop'
[cultureinfo]::CurrentCulture = [cultureinfo]::CurrentUICulture = $Language
[cultureinfo]::DefaultThreadCurrentCulture = [cultureinfo]::DefaultThreadCurrentUICulture = $Language
Import-Module $Pester

$configuration = New-PesterConfiguration
$configuration.Run.Path = $PSScriptRoot
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'None'
$result = Invoke-Pester -Configuration $configuration

foreach ($failed in $result.Failed) {
    "  Failed $($failed.ExpandedPath)"
    $failed.ErrorRecord | ForEach-Object { "    $($_.DisplayErrorMessage)" }
}
foreach ($broken in @($result.FailedContainers) + @($result.FailedBlocks)) {
    "  Broken $($broken.Item ?? $broken.ExpandedPath)"
    $broken.ErrorRecord | ForEach-Object { "    $_" }
}
# As xunit's runner says it. A file that can't be run is a failure, though none of its tests ran.
$bad = $result.FailedCount + $result.FailedContainersCount + $result.FailedBlocksCount
$word = if ($bad -or -not $result.PassedCount) { 'Failed!' } else { 'Passed!' }
'{0}  - Failed: {1}, Passed: {2}, Skipped: {3}, Total: {4}, Duration: {5:0} s - tests/Module (PowerShell {6}, {7})' -f
    $word, $bad, $result.PassedCount, $result.SkippedCount, ($bad + $result.PassedCount + $result.SkippedCount), $result.Duration.TotalSeconds, $PSVersionTable.PSVersion, $PSUICulture
exit [int]($word -ne 'Passed!')
