<#
.SYNOPSIS
    Asks the mail servers of a list which TLS they really accept, and judges them against MIC-2022-03 with its recommendations.
.DESCRIPTION
    Shows each service, what of it fails and what could not be learnt, and writes every finding to a CSV for Excel. The list beside this script names this computer:
    put your own servers in its place. Nothing is sent but greetings, handshakes and the beginning of a login; no mail, no name and no password.
.PARAMETER Path
    The list: a CSV with the columns ComputerName, Port, Protocol, ImplicitTls and Zone.
.PARAMETER OutputPath
    The CSV; out/mail-findings.csv by default.
.PARAMETER TrustedRoot
    A file with the certificate of your own authority, if you have one.
.EXAMPLE
    ./examples/03-mail-servers.ps1 -Path servers.csv
#>
param([string] $Path = "$PSScriptRoot/mail-servers.csv", [string] $OutputPath = 'out/mail-findings.csv', [string] $TrustedRoot)

if (-not (Get-Module ConfigAudit)) { Import-Module ConfigAudit -ErrorAction Stop }

$ask = @{ Path = $Path; AsSnapshot = $true; ErrorAction = 'SilentlyContinue'; ErrorVariable = 'problems' }
if ($TrustedRoot) { $ask.TrustedRoot = $TrustedRoot }
$servers = @(Test-ConfigAuditMailServer @ask)

"What answers:"
$servers | ForEach-Object Facts | Where-Object { $_.PSTypeNames -contains 'ConfigAudit.Asking.Mail.MailServiceFact' -and $_.IsReachable -ne $false } | Out-Default

$findings = $servers | Invoke-ConfigAudit -Baseline MIC-Recommended | Export-ConfigAuditReport -Path $OutputPath -PassThru

"What fails:"
$findings | Where-Object Outcome -EQ Fail | Out-Default

"Why:"
$findings | Where-Object Outcome -EQ Fail | ForEach-Object { "  $($_.ComputerName) $($_.CheckId): $($_.Actual)" }

"What could not be learnt:"
$problems | ForEach-Object { "  $($_.Exception.Message)" }
$findings | Where-Object Outcome -EQ Unknown | ForEach-Object { "  $($_.ComputerName) $($_.CheckId): $($_.Reason)" }

""
"$(@($findings).Count) findings in $OutputPath"
