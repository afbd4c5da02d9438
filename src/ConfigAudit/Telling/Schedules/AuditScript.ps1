<#
    An audit that runs by itself, written by Register-ConfigAuditTask. Registering the task anew writes this file anew. It can be run by hand, too: in Windows
    PowerShell 5.1, PowerShell 7 or ConfigAudit.Host.

    Each run is a folder of its own in OutputPath, named by the moment at which it began, with the snapshots of the hosts and findings.csv. last-run.txt says how
    the last one went. It ends with
        0  everything that was judged holds, or is waived
        1  the run broke off, nothing was judged, or somebody couldn't be told (also what PowerShell itself says of a script that it doesn't run)
        2  something fails
        3  nothing fails, and something could not be read
    What only a person can say (Attest) counts for none of them.
#>
# $task
$ErrorActionPreference = 'Stop'
$exitCode = 1
$log = [System.Collections.Generic.List[string]]::new()
$log.Add("Begun $([datetimeoffset]::Now.ToString('yyyy-MM-dd HH:mm:ss zzz', [cultureinfo]::InvariantCulture))")
try {
    if (-not (Get-Module ConfigAudit)) { Import-Module $task.Module }
    $null = [System.IO.Directory]::CreateDirectory($task.OutputPath)

    # Our runs are folders of that name that hold a run.json. Links aren't followed, and nothing else there is ever touched.
    $form = "yyyy-MM-dd'T'HHmmss"
    $runs = [string[]] @([System.IO.DirectoryInfo]::new($task.OutputPath).GetDirectories() | Where-Object {
            $_.Name -cmatch '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{6}$' -and -not ($_.Attributes -band [System.IO.FileAttributes]::ReparsePoint) -and
            [System.IO.File]::Exists([System.IO.Path]::Combine($_.FullName, 'run.json'))
        } | ForEach-Object { $_.Name })
    [array]::Sort($runs, [System.StringComparer]::Ordinal)

    # A run that broke off since the task was last due is gone on with; an older one is left as it is.
    $now = [datetime]::Now
    $due = $now.Date + [timespan] $task.At
    if ($due -gt $now) { $due = $due.AddDays(-1) }
    $goesOn = $false
    if ($runs.Length -gt 0 -and [string]::CompareOrdinal($runs[-1], $due.ToString($form, [cultureinfo]::InvariantCulture)) -ge 0) {
        $goesOn = [System.IO.File]::ReadAllText([System.IO.Path]::Combine($task.OutputPath, $runs[-1], 'run.json')) -notmatch '"finishedAt"'
    }

    if ($goesOn) {
        $name = $runs[-1]
    }
    else {
        $name = $now.ToString($form, [cultureinfo]::InvariantCulture)
        while ([System.IO.Directory]::Exists([System.IO.Path]::Combine($task.OutputPath, $name))) {
            [System.Threading.Thread]::Sleep(200)
            $name = [datetime]::Now.ToString($form, [cultureinfo]::InvariantCulture)
        }
    }

    $run = [System.IO.Path]::Combine($task.OutputPath, $name)
    $log.Add("Run $run$(if ($goesOn) { ', gone on with' })")

    # Hosts that can't be asked are errors here; their findings come all the same, as Unknown.
    $audit = $task.Audit
    $notice = $task.Notice
    $report = [System.IO.Path]::Combine($run, 'findings.csv')
    $told = [System.IO.Path]::Combine($task.OutputPath, 'told.json')
    $quiet = @{ ErrorAction = 'SilentlyContinue'; WarningAction = 'SilentlyContinue' }
    $unlisted = $unasked = $untold = $remarks = @()
    $count = @{ Pass = 0; Fail = 0; Unknown = 0; Attest = 0; NotApplicable = 0; Waived = 0 }
    $judge = {
        Import-ConfigAuditTarget -LiteralPath $task.InventoryPath @quiet -ErrorVariable unlisted |
            Invoke-ConfigAudit @audit -RunPath $run -Resume:$goesOn @quiet -ErrorVariable unasked -WarningVariable remarks |
            Export-ConfigAuditReport -Path $report -PassThru -WarningAction SilentlyContinue |
            ForEach-Object {
                $waived = $_.WaiverState -eq 'Honoured' -and ($_.Outcome -eq 'Fail' -or $_.Outcome -eq 'Unknown')
                $count[$(if ($waived) { 'Waived' } else { "$($_.Outcome)" })]++
                $_
            }
    }
    if ($notice.Count -gt 0) {
        $news = @(. $judge | Send-ConfigAuditNotice -StatePath $told @notice -ErrorAction SilentlyContinue -ErrorVariable untold).Count
        $log.Add("New failures told: $news")
    }
    else {
        . $judge | Out-Null
    }

    foreach ($problem in @($unlisted) + @($unasked) + @($untold)) { $log.Add("Problem: $($problem.Exception.Message)") }
    foreach ($remark in $remarks) { $log.Add("Remark: $remark") }
    $judged = 0
    foreach ($outcome in 'Pass', 'Fail', 'Unknown', 'Attest', 'NotApplicable', 'Waived') {
        $log.Add("$outcome`: $($count[$outcome])")
        $judged += $count[$outcome]
    }

    if ($judged -eq 0) { $log.Add('Nothing was judged: look at the inventory.') }
    $exitCode = if ($judged -eq 0 -or @($untold).Count -gt 0) { 1 } elseif ($count.Fail -gt 0) { 2 } elseif ($count.Unknown -gt 0 -or @($unlisted).Count + @($unasked).Count -gt 0) { 3 } else { 0 }

    $old = [string[]] @($runs | Where-Object { $_ -cne $name }) + $name
    for ($index = 0; $index -lt $old.Length - $task.Keep; $index++) {
        try {
            [System.IO.Directory]::Delete([System.IO.Path]::Combine($task.OutputPath, $old[$index]), $true)
            $log.Add("Removed $($old[$index])")
        }
        catch {
            $log.Add("Problem: $($old[$index]) could not be removed: $($_.Exception.Message)")
        }
    }
}
catch {
    $exitCode = 1
    $log.Add("Broken off: $($_.Exception.Message)")
}

$log.Add("Ended $([datetimeoffset]::Now.ToString('yyyy-MM-dd HH:mm:ss zzz', [cultureinfo]::InvariantCulture)) with $exitCode")
try {
    [System.IO.File]::WriteAllLines([System.IO.Path]::Combine($task.OutputPath, 'last-run.txt'), $log, [System.Text.UTF8Encoding]::new($true))
}
catch {
    $log.Add("last-run.txt could not be written: $($_.Exception.Message)")
    $exitCode = 1
}

$log
exit $exitCode
