<#
    The module as a town gets it: packed, put on a share, installed from there by whoever has nothing else. Needs PowerShell 7 with PSResourceGet.
#>
Describe 'The package' -Skip:(-not (Get-Command Compress-PSResource -ErrorAction SilentlyContinue)) {
    BeforeAll {
        $root = (Resolve-Path "$PSScriptRoot/../..").Path
        $version = (Import-PowerShellDataFile "$root/module/ConfigAudit.psd1").ModuleVersion
        $share = (New-Item -ItemType Directory "$TestDrive/share").FullName
        Compress-PSResource -Path "$root/artifacts/ConfigAudit/$version" -DestinationPath $share

        # A user of its own: repositories and modules of whoever runs the tests stay as they are.
        $own = (New-Item -ItemType Directory "$TestDrive/user").FullName
        function Invoke-AsUser([string] $Command) {
            $shell = [System.Diagnostics.ProcessStartInfo]::new('dotnet')
            'exec', "$PSHOME/pwsh.dll", '-NoLogo', '-NoProfile', '-Command', $Command | ForEach-Object { $shell.ArgumentList.Add($_) }
            $shell.RedirectStandardOutput = $shell.RedirectStandardError = $true
            'HOME', 'USERPROFILE', 'LOCALAPPDATA' | ForEach-Object { $shell.Environment[$_] = $own }
            'PSModulePath', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME' | ForEach-Object { $null = $shell.Environment.Remove($_) }
            $shell.Environment['NO_COLOR'] = '1'
            $process = [System.Diagnostics.Process]::Start($shell)
            $said = $process.StandardError.ReadToEndAsync()
            $process.StandardOutput.ReadToEnd()
            $process.WaitForExit()
            if ($process.ExitCode -ne 0) { throw "It ended with $($process.ExitCode): $($said.Result)" }
        }
    }

    It 'is installed from a folder, and audits its own examples' {
        $said = Invoke-AsUser @"
            `$ErrorActionPreference = 'Stop'
            Register-PSResourceRepository town '$share' -Trusted
            Install-PSResource ConfigAudit -Repository town -Scope CurrentUser
            (Get-InstalledPSResource ConfigAudit).Version.ToString()
            `$findings = Invoke-ConfigAudit MN-PC-003 -RecordingPath "`$(Get-ConfigAuditExample)/fleet" -Zone MyNumber -Baseline MIC-2022-03
            (`$findings | Where-Object CheckId -EQ OS-01).Outcome.ToString()
            (Get-Module ConfigAudit).ModuleBase
"@
        $lines = @($said -split '\r?\n' -ne '')
        $lines[0] | Should -Be $version
        $lines[1] | Should -Be 'Fail'
        $lines[2] | Should -BeLike "$own*"
    }
}
