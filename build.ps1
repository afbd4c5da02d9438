<#
.SYNOPSIS
    Builds the module into artifacts/ConfigAudit/<version>/ and, with -Test, runs the tests.
.DESCRIPTION
    A thin face over dotnet: the same build, made without PowerShell, is "dotnet build -c Release" and "dotnet test".
.PARAMETER Configuration
    Release or Debug.
.PARAMETER Test
    Runs the tests too.
.PARAMETER Zip
    Packs the module into artifacts/ConfigAudit-<version>.zip, for machines without internet.
.PARAMETER Package
    Packs the module into artifacts/ConfigAudit.<version>.nupkg, which Install-PSResource takes from a folder or share.
.EXAMPLE
    ./build.ps1 -Test
#>
[CmdletBinding()]
param(
    [ValidateSet('Release', 'Debug')] [string] $Configuration = 'Release',
    [switch] $Test,
    [switch] $Zip,
    [switch] $Package
)

$ErrorActionPreference = 'Stop'
Push-Location $PSScriptRoot
try {
    $target = if ($Zip) { 'ZipModule' } else { 'Build' }
    dotnet build src/ConfigAudit.PowerShell -c $Configuration "-t:$target"
    if ($LASTEXITCODE -ne 0) { throw "The build failed with exit code $LASTEXITCODE." }
    if ($Package) {
        dotnet build src/ConfigAudit.Host -c $Configuration -t:PackModule
        if ($LASTEXITCODE -ne 0) { throw "The package wasn't made; dotnet ended with exit code $LASTEXITCODE." }
    }
    if ($Test) {
        dotnet test -c $Configuration
        if ($LASTEXITCODE -ne 0) { throw "The tests failed with exit code $LASTEXITCODE." }
    }
    Get-ChildItem artifacts/ConfigAudit -Directory | ForEach-Object { "Import-Module '$(Join-Path $_.FullName ConfigAudit.psd1)'" }
}
finally {
    Pop-Location
}
