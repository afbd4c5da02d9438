<#
.SYNOPSIS
    Leaves a snapshot of this computer in a drop folder, for the centre to judge (the seventh example).
.DESCRIPTION
    For networks in which the centre can't ask the endpoints: each endpoint reads itself, as SYSTEM, by a scheduled task that group policy brings (Computer Configuration,
    Preferences, Control Panel Settings, Scheduled Tasks: daily, with a random delay), or by a computer startup script, and leaves the file on a share. Nothing is judged here,
    and nothing listens here.

    The share takes and shows nothing. As SYSTEM a computer goes to the share as its own account, DOMAIN\NAME$. On the server, for the folder D:\drop behind the share:

        icacls D:\drop /inheritance:r
        icacls D:\drop /grant "*S-1-5-18:(OI)(CI)F" "*S-1-5-32-544:(OI)(CI)F"        SYSTEM and Administrators
        icacls D:\drop /grant "CITY\gmsa-audit$:(OI)(CI)M"                           who judges, and removes what is old
        icacls D:\drop /grant "CITY\Domain Computers:(X,RA,WD,S)"                    new files; this folder alone; no list
        icacls D:\drop /grant "CREATOR OWNER:(OI)(IO)(WD,AD,WA,WEA,RA,REA,RC,D,S)"   its own file: write it and give it its name

    and on the share itself: Change for CITY\Domain Computers and CITY\gmsa-audit$, encryption on (Set-SmbShare -EncryptData $true), so that nobody reads along. A computer can't list the
    folder or read another's file. It could still leave a file under another's name, so the centre looks who owns it (-CheckOwner of the seventh example). Try it with one computer first.

    Without -DropPath it plays all machines of the recorded fleet beside this script but the one that is off, and leaves their snapshots in out/drop.
.PARAMETER DropPath
    The folder, as \\audit.city.example\drop$. Then this computer's own snapshot is left there.
.PARAMETER Zone
    The zone that this computer stands in: MyNumber, Lgwan or Internet. One policy object a zone says it.
.EXAMPLE
    ./examples/06-push-snapshot.ps1
.EXAMPLE
    ./examples/06-push-snapshot.ps1 -DropPath \\audit.city.example\drop$ -Zone Lgwan
#>
param([string] $DropPath, [string] $Zone)

if (-not (Get-Module ConfigAudit)) { Import-Module ConfigAudit -ErrorAction Stop }

# What the computer refuses to tell is a gap in the snapshot, and becomes Unknown when it is judged: no reason to leave nothing.
$quiet = @{ ErrorAction = 'SilentlyContinue'; ErrorVariable = 'problems' }
if ($DropPath) {
    $snapshots = New-ConfigAuditSnapshot -Zone $Zone @quiet
}
else {
    $DropPath = 'out/drop'
    $snapshots = Import-ConfigAuditTarget "$PSScriptRoot/fleet/inventory.csv" | New-ConfigAuditSnapshot @quiet | Where-Object Protocol
}

# A file that can't be left is an error, and the task's result says so.
$left = @($snapshots | Export-ConfigAuditSnapshot -Path $DropPath -PassThru -ErrorAction Stop)
"$($left.Length) snapshots in $DropPath"
