<#
.SYNOPSIS
    Judges what endpoints left in a drop folder (the sixth example): the latest of each host.
.DESCRIPTION
    Shows what fails, which hosts of the inventory left nothing, or nothing new, and who left something and isn't in the inventory; and writes every finding to a CSV for Excel. Hosts
    that left nothing stay in the count, as Unknown. Nothing is asked over the network. When out/drop isn't there, the sixth example fills it first.
.PARAMETER DropPath
    The folder; out/drop by default.
.PARAMETER InventoryPath
    The hosts that are to leave something; the recorded fleet's by default.
.PARAMETER Baseline
    MIC-2022-03 by default.
.PARAMETER OutputPath
    The CSV; out/pushed.csv by default.
.PARAMETER Days
    How old a snapshot may be, in days; those that are older count as none. 0, the default, means any.
.PARAMETER CheckOwner
    Leaves out files that aren't owned by the account of the computer that they speak of. Windows PowerShell or PowerShell 7 on Windows.
.EXAMPLE
    ./examples/07-judge-pushed.ps1
.EXAMPLE
    ./examples/07-judge-pushed.ps1 -DropPath D:\drop -InventoryPath D:\audit\hosts.csv -OutputPath D:\audit\pushed.csv -Days 8 -CheckOwner
#>
param(
    [string] $DropPath = 'out/drop',
    [string] $InventoryPath = "$PSScriptRoot/fleet/inventory.csv",
    [string[]] $Baseline = 'MIC-2022-03',
    [string] $OutputPath = 'out/pushed.csv',
    [int] $Days = 0,
    [switch] $CheckOwner
)

if (-not (Get-Module ConfigAudit)) { Import-Module ConfigAudit -ErrorAction Stop }

if ($DropPath -eq 'out/drop' -and -not [System.IO.Directory]::Exists($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($DropPath))) {
    & "$PSScriptRoot/06-push-snapshot.ps1"
}

# The name tells host and moment (HOST_yyyyMMddTHHmmssZ.json), so that only the latest of each host is read.
$folder = [System.IO.DirectoryInfo]::new($ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($DropPath))
$latest = @{}
foreach ($file in $folder.GetFiles('*.json')) {
    if ($file.Name -notmatch '^(?<host>.+)_[0-9]{8}T[0-9]{6}Z\.json$') { continue }
    $name = $Matches['host']
    if (-not $latest[$name] -or [string]::CompareOrdinal($file.Name, $latest[$name].Name) -gt 0) { $latest[$name] = $file }
}

# A file says of itself whose it is; who owns it, the server says.
$strange = @()
$hosts = [string[]] @($latest.Keys)
[array]::Sort($hosts, [System.StringComparer]::OrdinalIgnoreCase)
$snapshots = foreach ($name in $hosts) {
    $file = $latest[$name]
    foreach ($snapshot in Import-ConfigAuditSnapshot -LiteralPath $file.FullName -ErrorAction SilentlyContinue -ErrorVariable +unread) {
        # Of a file that can't be read its host alone is known: what is declared of it stands in the inventory, by which it is made Unknown below.
        if ($null -eq $snapshot.ModuleVersion) { continue }
        if ($name -ne ($snapshot.ComputerName -replace '[^\p{L}\p{Nd}.-]', '_')) { $strange += "$($file.Name) speaks of $($snapshot.ComputerName)"; continue }
        if ($CheckOwner) {
            $owner = (Get-Acl -LiteralPath $file.FullName).Owner
            if ($owner.Split('\')[-1] -ne "$($snapshot.ComputerName.Split('.')[0])`$") { $strange += "$($file.Name) is of $owner"; continue }
        }

        if ($Days -gt 0 -and $snapshot.CollectedAt -lt [datetimeoffset]::Now.AddDays(-$Days)) { continue }
        $snapshot
    }
}

$targets = @(Import-ConfigAuditTarget -LiteralPath $InventoryPath)
$expected = @($targets | ForEach-Object ComputerName)
$arrived = @($snapshots | ForEach-Object ComputerName)
$missing = @($targets | Where-Object { $arrived -notcontains $_.ComputerName })
$unlisted = @($arrived | Where-Object { $expected -notcontains $_ })

# A recording that isn't there makes a snapshot that knows nothing: each of its checks is Unknown, and none is passed.
$unknown = $missing | ForEach-Object {
    $known = @{ ComputerName = $_.ComputerName; RecordingPath = "$($folder.FullName)/$($_.ComputerName)" }
    if ($null -ne $_.Zone) { $known.Zone = $_.Zone }
    if ($null -ne $_.Role) { $known.Role = $_.Role }
    if ($null -ne $_.Model) { $known.Model = $_.Model }
    New-ConfigAuditSnapshot @known -ErrorAction SilentlyContinue
}
$findings = @($snapshots) + @($unknown) | Where-Object { $_ } | Invoke-ConfigAudit -Baseline $Baseline | Export-ConfigAuditReport -Path $OutputPath -PassThru

"What fails:"
$findings | Where-Object Outcome -EQ Fail | Out-Default

"Who left nothing$(if ($Days -gt 0) { " in $Days days" }):"
$missing | ForEach-Object { "  $($_.ComputerName)" }

"Who left something and isn't in the inventory:"
$unlisted | ForEach-Object { "  $_" }

"What isn't believed or can't be read:"
$strange | ForEach-Object { "  $_" }
$unread | ForEach-Object { "  $($_.Exception.Message)" }

""
"By zone:"
$findings | Measure-ConfigAudit -By Zone | Out-Default

"$(@($findings).Count) findings in $OutputPath"
