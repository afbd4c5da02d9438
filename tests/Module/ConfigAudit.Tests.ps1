<#
    The module's surface on a real PowerShell, Windows PowerShell 5.1 and 7 alike. Needs Pester 5; build first:
    ./build.ps1; Invoke-Pester tests/Module
#>
BeforeDiscovery {
    $cmdlets = (Import-PowerShellDataFile "$PSScriptRoot/../../module/ConfigAudit.psd1").CmdletsToExport
}

BeforeAll {
    $root = (Resolve-Path "$PSScriptRoot/../..").Path
    $version = (Import-PowerShellDataFile "$root/module/ConfigAudit.psd1").ModuleVersion    # an older build may lie beside it
    $manifest = (Resolve-Path "$root/artifacts/ConfigAudit/$version/ConfigAudit.psd1" -ErrorAction Stop).ProviderPath
    Import-Module $manifest -Force -ErrorAction Stop
    $fleet = "$root/examples/fleet"
    $good = 'MN-PC-001', 'LG-PC-001', 'IN-PC-001'
}

Describe 'The module' {
    It 'has a valid manifest' {
        (Test-ModuleManifest $manifest).Name | Should -Be 'ConfigAudit'
    }

    It 'exports cmdlets alone, with approved verbs' {
        $commands = Get-Command -Module ConfigAudit
        $commands.CommandType | Select-Object -Unique | Should -Be 'Cmdlet'
        $commands.Verb | Select-Object -Unique | Should -BeIn (Get-Verb).Verb
    }

    It 'has help for <_>' -ForEach $cmdlets {
        $help = Get-Help $_ -Full
        $help.Synopsis | Should -Not -BeLike "*$_ *"
        @($help.examples.example).Count | Should -BeGreaterThan 0
    }
}

Describe 'Facts' {
    It 'come from <_> as objects of one kind' -ForEach 'Get-ConfigAuditAccount', 'Get-ConfigAuditAntivirus', 'Get-ConfigAuditOperatingSystem', 'Get-ConfigAuditSoftware' {
        $facts = & $_ $good -RecordingPath $fleet
        $facts | Should -Not -BeNullOrEmpty
        $facts.ComputerName | Sort-Object -Unique | Should -Be ($good | Sort-Object)
        $facts | ForEach-Object { $_.GetType().Name } | Select-Object -Unique | Should -HaveCount 1
    }

    It 'have units in their types' {
        Get-ConfigAuditAntivirus MN-PC-003 -RecordingPath $fleet | Where-Object DefinitionAge -GT 20.0:0 | Should -HaveCount 1
    }

    It 'bind names from a CSV' {
        Import-Csv "$fleet/inventory.csv" | Where-Object ComputerName -In $good | Get-ConfigAuditOperatingSystem -RecordingPath $fleet | Should -HaveCount 3
    }
}

Describe 'An audit' {
    BeforeAll {
        $findings = Import-ConfigAuditTarget "$fleet/inventory.csv" | Invoke-ConfigAudit -Baseline MIC-2022-03 -ErrorAction SilentlyContinue -ErrorVariable problems
    }

    It 'has one finding for each host and each check of hosts' {
        $checks = @((Get-ConfigAuditBaseline MIC-2022-03).Checks | Where-Object { $_.Subject -eq 'Host' -and $_.IsEnabled }).Count
        $findings | Should -HaveCount (14 * $checks)
    }

    It 'keeps a host that was not reached in the count, as Unknown' {
        $problems.Exception.Message -match 'IN-PC-004' | Should -Not -BeNullOrEmpty
        $findings | Where-Object { $_.ComputerName -eq 'IN-PC-004' -and $_.Outcome -ne 'NotApplicable' } | ForEach-Object Outcome | Select-Object -Unique | Should -Be 'Unknown'
    }

    It 'ends at the first error when asked to' {
        { Import-ConfigAuditTarget "$fleet/inventory.csv" | Invoke-ConfigAudit -Baseline MIC-2022-03 -ErrorAction Stop } | Should -Throw
    }

    It 'stops when nobody listens any more' {
        Import-ConfigAuditTarget "$fleet/inventory.csv" | Invoke-ConfigAudit -Baseline MIC-2022-03 -ErrorAction SilentlyContinue | Select-Object -First 1 | Should -HaveCount 1
    }

    It 'exports flat through Export-Csv' {
        $findings | Export-Csv "$TestDrive/plain.csv" -NoTypeInformation
        (Import-Csv "$TestDrive/plain.csv")[0].PSObject.Properties.Name | Should -Be $findings[0].PSObject.Properties.Name
        Import-Csv "$TestDrive/plain.csv" | ForEach-Object { $_.PSObject.Properties.Value } | Where-Object { $_ -like 'System.*' -or $_ -like 'ConfigAudit.*' } | Should -BeNullOrEmpty
    }

    It 'exports to a CSV that Import-Csv reads back' {
        $findings | Export-ConfigAuditReport "$TestDrive/findings.csv"
        $read = Import-Csv "$TestDrive/findings.csv" -Encoding UTF8
        $read | Should -HaveCount $findings.Count
        ($read | Group-Object Outcome | Sort-Object Name).Count | Should -Be ($findings | Group-Object Outcome | Sort-Object Name).Count
    }

    It 'is the same from snapshots carried elsewhere' {
        Import-ConfigAuditTarget "$fleet/inventory.csv" | New-ConfigAuditSnapshot -ErrorAction SilentlyContinue | Export-ConfigAuditSnapshot "$TestDrive/handover"
        $carried = Import-ConfigAuditSnapshot "$TestDrive/handover" | Invoke-ConfigAudit -Baseline MIC-2022-03
        $key = { "$($_.ComputerName) $($_.CheckId) $($_.Outcome)" }
        $carried | ForEach-Object $key | Sort-Object | Should -Be ($findings | ForEach-Object $key | Sort-Object)
    }
}

Describe 'A run that is kept' {
    It 'is gone on with, and comes out the same' {
        $ask = { Import-ConfigAuditTarget "$fleet/inventory.csv" | Invoke-ConfigAudit -Baseline MIC-2022-03 -RunPath "$TestDrive/run" -ErrorAction SilentlyContinue @args }
        $first = & $ask
        Get-ChildItem "$TestDrive/run/snapshots" | Select-Object -First 5 | Remove-Item
        $second = & $ask -Resume
        $key = { "$($_.ComputerName) $($_.CheckId) $($_.Outcome) $($_.Reason)" }
        $second | ForEach-Object $key | Sort-Object | Should -Be ($first | ForEach-Object $key | Sort-Object)
        { & $ask } | Should -Throw '*-Resume*'
    }
}

Describe 'Live hosts' {
    It 'bind from Import-Csv, empty cells and all' {
        Set-Content "$TestDrive/hosts.csv" 'ComputerName,Address,Port,Protocol,Zone,Role', 'PC1,127.0.0.1,59999,,Lgwan,', 'PC2,127.0.0.1,59999,WsMan,,Server'
        $snapshots = Import-Csv "$TestDrive/hosts.csv" | New-ConfigAuditSnapshot -Protocol WsMan -UseSsl -ErrorAction SilentlyContinue
        $snapshots | ForEach-Object { "$($_.ComputerName) $($_.Zone) $($_.Role)" } | Sort-Object | Should -Be 'PC1 Lgwan ', 'PC2  Server'
        $snapshots.Gaps.Kind | Select-Object -Unique | Should -Be 'Unreachable'
    }

    It 'are not asked in a way that shows passwords' {
        $credential = [pscredential]::new('x', (ConvertTo-SecureString 'y' -AsPlainText -Force))
        Get-ConfigAuditVpn PC1 -Protocol WsMan -Authentication Basic -Credential $credential -ErrorAction SilentlyContinue -ErrorVariable wrong
        $wrong[0].Exception.Message | Should -BeLike '*-UseSsl*'
    }

    It 'can be saved as recordings that answer the same' {
        $file = Save-ConfigAuditRecording LG-PC-001 -RecordingPath $fleet -Destination "$TestDrive/saved" -Pseudonymize
        $file | Should -BeOfType System.IO.FileInfo
        Get-Content $file.FullName -Raw | Should -Not -BeLike '*LG-PC-001*'
        (Get-ConfigAuditSoftware -RecordingPath $file.FullName).Count | Should -Be (Get-ConfigAuditSoftware LG-PC-001 -RecordingPath $fleet).Count
    }
}

Describe 'Bad input' {
    It 'is one error that names the file, and the others go on' {
        New-ConfigAuditSnapshot $good -RecordingPath $fleet | Export-ConfigAuditSnapshot "$TestDrive/mixed"
        Set-Content "$TestDrive/mixed/bad.json" '{ "format": "ConfigAudit.Snapshot/1", "computerName": "x",'
        $snapshots = Import-ConfigAuditSnapshot "$TestDrive/mixed" -ErrorAction SilentlyContinue -ErrorVariable wrong
        $snapshots | Should -HaveCount 3
        $wrong | Should -HaveCount 1
        $wrong[0].Exception.Message | Should -BeLike '*bad.json(*'
    }

    It 'in a baseline is told with its line' {
        Set-Content "$TestDrive/town.json" '{ "format": "ConfigAudit.Baseline/1", "id": "town", "version": "1.0", "title": { "ja": "x", "en": "x" },
            "extends": "MIC-2022-03", "parameters": { "maxDefinitionAge": "99.00:00:00" } }'
        (Test-ConfigAuditBaseline "$TestDrive/town.json").Line | Should -Be 2
        { Invoke-ConfigAudit $good -RecordingPath $fleet -Baseline "$TestDrive/town.json" } | Should -Throw '*town.json(2,*maxDefinitionAge*'
    }
}

Describe 'A report' {
    BeforeAll {
        $findings = Import-ConfigAuditTarget "$fleet/inventory.csv" | Invoke-ConfigAudit -Baseline MIC-2022-03 -ErrorAction SilentlyContinue
    }

    It 'of each format comes of one run: <_>' -ForEach 'html', 'xlsx', 'csv', 'json', 'xml', 'sarif' {
        $findings | Export-ConfigAuditReport "$TestDrive/report.$_"
        (Get-Item "$TestDrive/report.$_").Length | Should -BeGreaterThan 10000
    }

    It 'has Japanese headers if asked' {
        $findings | Export-ConfigAuditReport "$TestDrive/ja.csv" -Header Japanese -Language Japanese
        $hostName = -join [char[]] (0x30DB, 0x30B9, 0x30C8, 0x540D)    # Windows PowerShell reads this file in the code page of the machine
        (Import-Csv "$TestDrive/ja.csv" -Encoding UTF8)[0].$hostName | Should -Be @($findings.ComputerName | Sort-Object)[0]
    }

    It 'is JSON that ConvertFrom-Json reads, and XML that [xml] reads' {
        (Get-Content "$TestDrive/report.json" -Raw -Encoding UTF8 | ConvertFrom-Json).findings | Should -HaveCount $findings.Count
        ([xml] (Get-Content "$TestDrive/report.xml" -Raw -Encoding UTF8)).testsuites.tests | Should -Be $findings.Count
    }
}

Describe 'A municipality' {
    It 'is held against its registers, with what people said beside the findings' {
        $city = "$root/examples/municipality"
        $findings = Import-ConfigAuditTarget "$city/inventory.csv" | Invoke-ConfigAudit -Baseline "$city/aozora.json" -RegisterPath "$city/registers" -WaiverPath "$city/waivers.json" -AttestationPath "$city/attestations.json" -AsOf 2026-11-16 -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        ($findings | Where-Object { $_.ComputerName -eq 'LG-PC-003' -and $_.CheckId -eq 'AST-04' }).Outcome | Should -Be 'Fail'
        $waived = $findings | Where-Object { $_.ComputerName -eq 'LG-SV-002' -and $_.CheckId -eq 'OS-01' }
        $waived.Outcome | Should -Be 'Fail'
        $waived.WaiverState | Should -Be 'Honoured'
    }

    It 'makes registers that it reads back' {
        New-ConfigAuditRegister -Path "$TestDrive/registers" -Japanese | Should -HaveCount 9
        Import-ConfigAuditRegister "$TestDrive/registers" -ErrorAction SilentlyContinue -ErrorVariable wrong | Should -BeNullOrEmpty
        $wrong | Should -BeNullOrEmpty
    }
}

Describe 'What changed' {
    It 'is nothing between a run and itself, and what is between two runs' {
        $ask = { Import-ConfigAuditTarget "$fleet/inventory.csv" | Where-Object ComputerName -In $args[1] | Invoke-ConfigAudit -Baseline MIC-2022-03 -RunPath "$TestDrive/runs/$($args[0])" -ErrorAction SilentlyContinue | Out-Null }
        & $ask 2026-10 ('MN-PC-001', 'LG-PC-001')
        & $ask 2026-11 ('MN-PC-001', 'IN-PC-001')
        (Compare-ConfigAuditRun "$TestDrive/runs/2026-10" "$TestDrive/runs/2026-10").Change | Select-Object -Unique | Should -BeIn $null, 'StillFailing'
        (Compare-ConfigAuditRun "$TestDrive/runs/2026-10" "$TestDrive/runs/2026-11" | Where-Object Change -EQ MachineGone).ComputerName | Should -Be 'LG-PC-001'
        (Get-ConfigAuditTrend "$TestDrive/runs").Hosts | Should -Be 2, 2
    }
}
