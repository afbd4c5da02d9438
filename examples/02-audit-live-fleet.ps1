<#
.SYNOPSIS
    Audits a fleet over the network: the recorded machines of the first example, behind real sockets on this computer.
.DESCRIPTION
    Starts a simulator that serves each recording as WinRM would, over HTTPS with an authority of its own, at an address of its own on loopback. Then asks
    all of them at once, keeps the run in a folder, and asks what it lacks once more. What the machines say is as old as their recordings, so definitions are
    out of date. Needs the .NET SDK, for the simulator.
.PARAMETER OutputPath
    The CSV; out/live-findings.csv by default.
.EXAMPLE
    ./examples/02-audit-live-fleet.ps1
#>
param([string] $OutputPath = 'out/live-findings.csv')

if (-not (Get-Module ConfigAudit)) { Import-Module ConfigAudit -ErrorAction Stop }

$work = [System.IO.Directory]::CreateDirectory("$([System.IO.Path]::GetTempPath())ConfigAudit-$([guid]::NewGuid().ToString('N'))").FullName
$password = [guid]::NewGuid().ToString('N')
$start = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
$start.Arguments = "run --project ""$PSScriptRoot/../tests/ConfigAudit.FleetSimulator"" -- ""$PSScriptRoot/fleet"" --inventory ""$work/inventory.csv"" --certificate ""$work/authority.pem"" --latency 20"
$start.EnvironmentVariables['FLEET_PASSWORD'] = $password
$start.RedirectStandardInput = $start.RedirectStandardOutput = $true
$start.UseShellExecute = $false
$simulator = [System.Diagnostics.Process]::Start($start)
try {
    # It says one line when every host listens. It ends when its input does.
    if (-not "$($simulator.StandardOutput.ReadLine())".StartsWith('{')) { throw 'The simulator did not start.' }

    # On a real network: Get-Credential once, Export-Clixml for the scheduled task, Import-Clixml there.
    $credential = [pscredential]::new('auditor', [System.Net.NetworkCredential]::new('', $password).SecurePassword)
    $how = @{ Credential = $credential; Authentication = 'Basic'; TrustedRoot = "$work/authority.pem" }

    "One area of one host, over the network:"
    Import-ConfigAuditTarget "$work/inventory.csv" | Where-Object ComputerName -EQ LG-PC-001 | Get-ConfigAuditAntivirus @how | Out-Default

    # The run is kept: had it broken off, the same line with -Resume would ask only the hosts that it lacks.
    $findings = Import-ConfigAuditTarget "$work/inventory.csv" |
        Invoke-ConfigAudit -Baseline MIC-2022-03 @how -RunPath "$work/run" -ErrorAction SilentlyContinue -ErrorVariable problems |
        Export-ConfigAuditReport -Path $OutputPath -PassThru

    "What could not be asked:"
    $problems | ForEach-Object { "  $($_.Exception.Message)" }

    ""
    "By zone:"
    $findings | Measure-ConfigAudit -By Zone | Out-Default

    $again = Import-ConfigAuditTarget "$work/inventory.csv" | Invoke-ConfigAudit -Baseline MIC-2022-03 @how -RunPath "$work/run" -Resume -ErrorAction SilentlyContinue
    "$(@($findings).Count) findings in $OutputPath; $(@($again).Count) again with -Resume, which asked only the host that was off"
}
finally {
    $simulator.StandardInput.Close()
    if (-not $simulator.WaitForExit(10000)) { $simulator.Kill() }
    [System.IO.Directory]::Delete($work, $true)
}
