<#
    What PowerShell's own commands between two cmdlets of the module do to what passes through them: nothing turns into a pass, and nothing leaves the count
    without an error. Needs Pester 5 or later; build first: ./build.ps1; Invoke-Pester tests/Module
#>
BeforeDiscovery {
    $whole = 'as it is', 'Select-Object *', 'ConvertTo-Json', 'Export-Clixml', 'Export-Csv', 'Start-Job'
    $partial = 'Select-Object few', 'few, ConvertTo-Json', 'few, Export-Clixml', 'few, Export-Csv', 'without Outcome', 'Outcome as a number'
    $takers = 'Measure-ConfigAudit', 'Export-ConfigAuditReport', 'Send-ConfigAuditNotice', 'New-ConfigAuditWaiver'
    $givers = 'Get-ConfigAuditAntivirus', 'Get-ConfigAuditSoftware', 'New-ConfigAuditSnapshot', 'New-ConfigAuditTarget', 'Get-ConfigAuditBaseline', 'Get-ConfigAuditCatalog', 'Measure-ConfigAudit', 'Compare-ConfigAuditRun', 'Get-ConfigAuditTrend'
    $snapshotTakers = 'Invoke-ConfigAudit', 'Find-ConfigAuditSharedAccount', 'Export-ConfigAuditSnapshot', 'Compare-ConfigAuditSnapshot', 'Get-ConfigAuditAccountUse'
    $pairs = foreach ($shape in $whole) { foreach ($taker in $takers) { @{ Shape = $shape; Taker = $taker } } }
    $halves = foreach ($shape in $partial) { foreach ($taker in $takers) { @{ Shape = $shape; Taker = $taker } } }
    $others = foreach ($giver in $givers) { foreach ($shape in $whole[0..4]) { @{ Giver = $giver; Shape = $shape } } }
    $snapshots = foreach ($shape in $whole[1..4]) { foreach ($taker in $snapshotTakers) { @{ Shape = $shape; Taker = $taker } } }
}

BeforeAll {
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $version = (Import-PowerShellDataFile "$root/module/ConfigAudit.psd1").ModuleVersion
    $manifest = (Resolve-Path "$root/artifacts/ConfigAudit/$version/ConfigAudit.psd1" -ErrorAction Stop).ProviderPath
    Import-Module $manifest -Force -ErrorAction Stop
    $fleet = "$root/examples/fleet"
    # Who answers first comes first; a report is in the order of names.
    $findings = Import-ConfigAuditTarget "$fleet/inventory.csv" | Invoke-ConfigAudit -Baseline MIC-2022-03 -ErrorAction SilentlyContinue | Group-Object ComputerName | Sort-Object Name | ForEach-Object Group
    $few = 'ComputerName', 'CheckId', 'Title'

    # Through a file where the command writes one.
    function Convert-Shape($items, [string] $shape) {
        switch ($shape) {
            'as it is' { $items }
            'Select-Object *' { $items | Select-Object * }
            'ConvertTo-Json' { ConvertTo-Json @($items) -Depth 2 -WarningAction SilentlyContinue | ConvertFrom-Json | ForEach-Object { $_ } }
            'Export-Clixml' { $items | Export-Clixml "$TestDrive/shape.xml"; Import-Clixml "$TestDrive/shape.xml" }
            'Export-Csv' { $items | Export-Csv "$TestDrive/shape.csv" -NoTypeInformation -Encoding UTF8; Import-Csv "$TestDrive/shape.csv" -Encoding UTF8 }
            'Start-Job' { $items | Export-ConfigAuditReport "$TestDrive/job.csv"; Start-Job { Import-Module $args[0]; Import-ConfigAuditFinding $args[1] } -ArgumentList $manifest, "$TestDrive/job.csv" | Receive-Job -Wait -AutoRemoveJob }
            'Select-Object few' { $items | Select-Object $few }
            'few, ConvertTo-Json' { Convert-Shape ($items | Select-Object $few) 'ConvertTo-Json' }
            'few, Export-Clixml' { Convert-Shape ($items | Select-Object $few) 'Export-Clixml' }
            'few, Export-Csv' { Convert-Shape ($items | Select-Object $few) 'Export-Csv' }
            'without Outcome' { $items | Select-Object * -ExcludeProperty Outcome }
            'Outcome as a number' { $items | Select-Object * -ExcludeProperty Outcome | ForEach-Object { Add-Member -InputObject $_ Outcome 1 -PassThru } }
        }
    }

    # What a taker makes of items: a line for each thing counted, and the errors.
    function Invoke-Taker($items, [string] $taker) {
        Remove-Item "$TestDrive/told.json", "$TestDrive/notices.txt", "$TestDrive/waivers.json", "$TestDrive/report.csv" -ErrorAction SilentlyContinue
        $output = switch ($taker) {
            'Measure-ConfigAudit' { $items | Measure-ConfigAudit -By ComputerName -ErrorVariable wrong -ErrorAction SilentlyContinue | ForEach-Object { "$($_.Group) $($_.Pass) $($_.Fail) $($_.Unknown) $($_.Attest) $($_.NotApplicable)" } }
            'Export-ConfigAuditReport' {
                $items | Export-ConfigAuditReport "$TestDrive/report.csv" -ErrorVariable wrong -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
                if (Test-Path "$TestDrive/report.csv") { Import-Csv "$TestDrive/report.csv" -Encoding UTF8 | ForEach-Object { "$($_.ComputerName) $($_.CheckId) $($_.Outcome) $($_.Reason) $($_.Severity)" } }
            }
            'Send-ConfigAuditNotice' { $items | Send-ConfigAuditNotice "$TestDrive/told.json" -Path "$TestDrive/notices.txt" -Severity Low -ErrorVariable wrong -ErrorAction SilentlyContinue | ForEach-Object { "$($_.ComputerName) $($_.CheckId) $($_.Outcome)" } }
            'New-ConfigAuditWaiver' { $items | New-ConfigAuditWaiver "$TestDrive/waivers.json" -Reason 'until the lease ends' -Approver CISO -Until ([datetime]::Today.AddYears(1)) -ErrorVariable wrong -ErrorAction SilentlyContinue | ForEach-Object { "$($_.Selector)" } }
            'Invoke-ConfigAudit' { $items | Invoke-ConfigAudit -Baseline MIC-2022-03 -ErrorVariable wrong -ErrorAction SilentlyContinue }
            'Find-ConfigAuditSharedAccount' { $items | Find-ConfigAuditSharedAccount -ErrorVariable wrong -ErrorAction SilentlyContinue }
            'Export-ConfigAuditSnapshot' { $items | Export-ConfigAuditSnapshot "$TestDrive/handover" -PassThru -ErrorVariable wrong -ErrorAction SilentlyContinue }
            'Compare-ConfigAuditSnapshot' { $items | Compare-ConfigAuditSnapshot @() -ErrorVariable wrong -ErrorAction SilentlyContinue }
            'Get-ConfigAuditAccountUse' { $items | Get-ConfigAuditAccountUse kyoyo '2026-11-16 09:00' -RegisterPath "$root/examples/municipality/registers" -ErrorVariable wrong -ErrorAction SilentlyContinue | Where-Object ComputerName }
        }
        [pscustomobject]@{ Output = @($output); Errors = @($wrong) }
    }

    function Get-Given([string] $giver) {
        switch ($giver) {
            'New-ConfigAuditTarget' { New-ConfigAuditTarget MN-PC-001, MN-PC-002 }
            'Get-ConfigAuditBaseline' { Get-ConfigAuditBaseline MIC-2022-03 }
            'Get-ConfigAuditCatalog' { Get-ConfigAuditCatalog }
            'Measure-ConfigAudit' { $findings | Measure-ConfigAudit }
            'Compare-ConfigAuditRun' { Compare-ConfigAuditRun $run $run }
            'Get-ConfigAuditTrend' { Get-ConfigAuditTrend $run }
            default { & $giver MN-PC-001, MN-PC-003 -RecordingPath $fleet }
        }
    }

    $run = "$TestDrive/run"
    Invoke-ConfigAudit MN-PC-003 -RecordingPath $fleet -Zone MyNumber -Baseline MIC-2022-03 -RunPath $run -ErrorAction SilentlyContinue | Out-Null
}

Describe 'A whole finding' {
    It 'arrives at <Taker> as it was: <Shape>' -ForEach $pairs {
        $expected = Invoke-Taker $findings $Taker
        $expected.Output | Should -Not -BeNullOrEmpty
        $got = Invoke-Taker (Convert-Shape $findings $Shape) $Taker
        $got.Errors | Should -BeNullOrEmpty
        $got.Output | Should -Be $expected.Output
    }

    It 'is found by its outcome after <_>' -ForEach 'Select-Object *', 'ConvertTo-Json', 'Export-Clixml', 'Export-Csv', 'Start-Job' {
        @(Convert-Shape $findings $_ | Where-Object Outcome -EQ Fail).Count | Should -Be @($findings | Where-Object Outcome -EQ Fail).Count
    }

    It 'comes back by Import-ConfigAuditFinding from <_>' -ForEach 'Export-Csv', 'Export-Csv with its type', 'ConvertTo-Json', 'Export-Clixml', 'a report in CSV', 'a report in JSON', 'a report in Japanese', 'a CSV in cp932' {
        $file = "$TestDrive/kept"
        switch ($_) {
            'Export-Csv' { $findings | Export-Csv $file -NoTypeInformation -Encoding UTF8 }
            'Export-Csv with its type' { $lines = @('#TYPE ConfigAudit.Judging.Findings.Finding') + ($findings | ConvertTo-Csv -NoTypeInformation); Set-Content $file $lines -Encoding UTF8 }
            'ConvertTo-Json' { ConvertTo-Json $findings | Set-Content $file -Encoding UTF8 }
            'Export-Clixml' { $findings | Export-Clixml $file }
            'a report in CSV' { $findings | Export-ConfigAuditReport $file -Format Csv }
            'a report in JSON' { $findings | Export-ConfigAuditReport $file -Format Json }
            'a report in Japanese' { $findings | Export-ConfigAuditReport $file -Format Csv -Header Japanese }
            'a CSV in cp932' {
                $findings | Export-ConfigAuditReport $file -Format Csv -Header Japanese -Language Japanese
                if ($PSVersionTable.PSEdition -eq 'Core') { [Text.Encoding]::RegisterProvider([Text.CodePagesEncodingProvider]::Instance) }
                [IO.File]::WriteAllText($file, [IO.File]::ReadAllText($file), [Text.Encoding]::GetEncoding(932))
            }
        }
        $back = Import-ConfigAuditFinding $file -ErrorVariable wrong -ErrorAction SilentlyContinue
        $wrong | Should -BeNullOrEmpty
        $key = { "$($_.ComputerName) $($_.CheckId) $($_.Outcome) $($_.Severity) $($_.Zone) $($_.Actual) $($_.CollectedAt)" }
        $back | ForEach-Object $key | Should -Be ($findings | ForEach-Object $key)
    }
}

Describe 'Half a finding' {
    It 'is one error at <Taker>, and nothing of it is counted: <Shape>' -ForEach $halves {
        $got = Invoke-Taker (Convert-Shape $findings $Shape) $Taker
        $got.Output | Should -BeNullOrEmpty
        # The errors alone, without those that end a command.
        @($got.Errors | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }).Count | Should -Be ([math]::Min($findings.Count, 4))
        $got.Errors[0].Exception.Message | Should -BeLike '*Import-ConfigAuditFinding*'
    }

    It 'stays a file that is refused: <_>' -ForEach 'few, Export-Csv', 'few, ConvertTo-Json', 'few, Export-Clixml' {
        Convert-Shape ($findings | Select-Object $few) ($_ -replace '^few, ') | Out-Null
        $file = switch ($_) { 'few, Export-Csv' { "$TestDrive/shape.csv" } 'few, Export-Clixml' { "$TestDrive/shape.xml" } default { $findings | Select-Object $few | ConvertTo-Json | Set-Content "$TestDrive/shape.json"; "$TestDrive/shape.json" } }
        Import-ConfigAuditFinding $file -ErrorVariable wrong -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $wrong | Should -Not -BeNullOrEmpty
    }
}

Describe 'What is no finding' {
    It 'is refused by each that takes findings: <Giver>, <Shape>' -ForEach $others {
        $items = @(Convert-Shape (Get-Given $Giver) $Shape)
        $items | Should -Not -BeNullOrEmpty
        foreach ($taker in 'Measure-ConfigAudit', 'Export-ConfigAuditReport', 'Send-ConfigAuditNotice', 'New-ConfigAuditWaiver') {
            $got = Invoke-Taker $items $taker
            $got.Output | Should -BeNullOrEmpty
            @($got.Errors | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }).Count | Should -Be ([math]::Min($items.Count, 4))
        }
    }
}

Describe 'What was a snapshot' {
    It 'is refused by <Taker>: <Shape>' -ForEach $snapshots {
        $items = @(Convert-Shape (New-ConfigAuditSnapshot MN-PC-001, MN-PC-003 -RecordingPath $fleet) $Shape)
        $got = Invoke-Taker $items $Taker
        $got.Output | Should -BeNullOrEmpty
        @($got.Errors | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] }).Count | Should -Be 2
        $got.Errors[0].Exception.Message | Should -BeLike '*Import-ConfigAuditSnapshot*'
    }
}

Describe 'A target' {
    It 'comes back whole: <_>' -ForEach 'as it is', 'Select-Object *', 'ConvertTo-Json', 'Export-Clixml', 'Export-Csv' {
        $targets = @(New-ConfigAuditTarget MN-PC-001 -Address 192.168.10.101 -Port 5986 -Protocol Auto -UseSsl -Zone MyNumber -Role Client -Model Alpha -Tag a, b -RecordingPath "$fleet/MN-PC-001.json"
            New-ConfigAuditTarget MN-PC-002)
        $key = { "$($_.ComputerName) $($_.Address) $($_.Port) $($_.Protocol) $($_.UseSsl) $($_.Zone) $($_.Role) $($_.Model) $($_.Tags -join ';') $($_.RecordingPath) $($_.Mistake)" }
        $back = Convert-Shape $targets $_ | New-ConfigAuditTarget -ErrorVariable wrong
        $wrong | Should -BeNullOrEmpty
        $back | ForEach-Object $key | Should -Be ($targets | ForEach-Object $key)
    }

    It 'comes back from a list that Export-Csv wrote' {
        $targets = Import-ConfigAuditTarget "$fleet/inventory.csv"
        $targets | Export-Csv "$TestDrive/targets.csv" -NoTypeInformation -Encoding UTF8
        $back = Import-ConfigAuditTarget "$TestDrive/targets.csv" -WarningVariable odd -ErrorVariable wrong
        @($wrong) + @($odd) | Should -BeNullOrEmpty
        $key = { "$($_.ComputerName) $($_.Zone) $($_.Tags -join ';') $($_.RecordingPath)" }
        $back | ForEach-Object $key | Should -Be ($targets | ForEach-Object $key)
    }

    It 'is named by a line of a file, whatever nobody sees around it' {
        Set-Content "$TestDrive/hosts.txt" "# counter`r`nMN-PC-001 `r`n`r`n`tMN-PC-003`r`n" -Encoding UTF8
        Get-Content "$TestDrive/hosts.txt" -Encoding UTF8 | Get-ConfigAuditAntivirus -RecordingPath $fleet | ForEach-Object ComputerName | Select-Object -Unique | Sort-Object | Should -Be 'MN-PC-001', 'MN-PC-003'
    }

    It 'of one name at two places is two hosts and an error that names both rows' {
        Set-Content "$TestDrive/twins.csv" 'ComputerName,Address,Recording', 'PC1,10.0.0.1,MN-PC-001.json', 'pc1,10.0.0.2,MN-PC-003.json' -Encoding UTF8
        $found = Import-Csv "$TestDrive/twins.csv" | Invoke-ConfigAudit -Baseline MIC-2022-03 -RecordingPath $fleet -ErrorVariable wrong -ErrorAction SilentlyContinue
        @($wrong | Where-Object FullyQualifiedErrorId -Like 'ConfigAuditNamedTwice*').Exception.Message | Should -BeLike '*10.0.0.1*10.0.0.2*'
        ($found | Measure-ConfigAudit | Measure-Object Hosts -Sum).Sum | Should -Be 2
    }
}

Describe 'A mail server' {
    It 'whose row has a bad cell stays in the count: <_>' -ForEach 'x,,', ',Telnet,', ',,Mars' {
        Set-Content "$TestDrive/mail.csv" 'ComputerName,Port,Protocol,Zone', "127.0.0.9,$_" -Encoding UTF8
        $found = Import-Csv "$TestDrive/mail.csv" | Test-ConfigAuditMailServer -AsSnapshot -ErrorVariable wrong -ErrorAction SilentlyContinue | Invoke-ConfigAudit -Baseline MIC-Recommended
        $wrong[0].Exception.Message | Should -BeLike '*127.0.0.9*'
        $found.Outcome | Select-Object -Unique | Should -Be 'Unknown'
    }
}
