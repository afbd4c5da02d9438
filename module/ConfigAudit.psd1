@{
    # The loader comes first: without it the cmdlets can't find the engine.
    NestedModules        = @('bin/ConfigAudit.Loading.dll')
    RootModule           = 'bin/ConfigAudit.PowerShell.dll'
    ModuleVersion        = '0.1.0'
    GUID                 = '6f0b2f0e-3a0c-4b7e-9a6b-0e0f6c1d7a52'
    Author               = 'ConfigAudit contributors'
    CompanyName          = 'ConfigAudit contributors'
    Copyright            = 'Copyright (c) 2026 ConfigAudit contributors. MIT licence.'
    Description          = 'Audits Windows endpoints and servers against guideline baselines, first of all the Japanese guideline on information security policy for local governments.'
    PowerShellVersion    = '5.1'
    DotNetFrameworkVersion = '4.7.2'
    CompatiblePSEditions = @('Desktop', 'Core')
    TypesToProcess       = @('ConfigAudit.Types.ps1xml')
    FormatsToProcess     = @(
        'ConfigAudit.Format.ps1xml'
        'formats/Accounts.Format.ps1xml'
        'formats/Aggregates.Format.ps1xml'
        'formats/Antivirus.Format.ps1xml'
        'formats/Device.Format.ps1xml'
        'formats/Drift.Format.ps1xml'
        'formats/Logging.Format.ps1xml'
        'formats/Mail.Format.ps1xml'
        'formats/Media.Format.ps1xml'
        'formats/Network.Format.ps1xml'
        'formats/OperatingSystem.Format.ps1xml'
        'formats/Registers.Format.ps1xml'
        'formats/Schedules.Format.ps1xml'
        'formats/Software.Format.ps1xml'
        'formats/Statements.Format.ps1xml'
        'formats/Updates.Format.ps1xml'
        'formats/Vpn.Format.ps1xml'
    )
    FunctionsToExport    = @()
    AliasesToExport      = @()
    VariablesToExport    = @()
    CmdletsToExport      = @(
        'Compare-ConfigAuditRun'
        'Compare-ConfigAuditSnapshot'
        'Export-ConfigAuditReport'
        'Export-ConfigAuditSnapshot'
        'Find-ConfigAuditSharedAccount'
        'Get-ConfigAuditAccount'
        'Get-ConfigAuditAccountUse'
        'Get-ConfigAuditAntivirus'
        'Get-ConfigAuditBaseline'
        'Get-ConfigAuditCatalog'
        'Get-ConfigAuditDevice'
        'Get-ConfigAuditExample'
        'Get-ConfigAuditLog'
        'Get-ConfigAuditMailOutbound'
        'Get-ConfigAuditMedia'
        'Get-ConfigAuditNetwork'
        'Get-ConfigAuditOperatingSystem'
        'Get-ConfigAuditSoftware'
        'Get-ConfigAuditTrend'
        'Get-ConfigAuditUpdate'
        'Get-ConfigAuditVpn'
        'Import-ConfigAuditFinding'
        'Import-ConfigAuditRegister'
        'Import-ConfigAuditSnapshot'
        'Import-ConfigAuditTarget'
        'Invoke-ConfigAudit'
        'Measure-ConfigAudit'
        'New-ConfigAuditBaseline'
        'New-ConfigAuditRegister'
        'New-ConfigAuditSnapshot'
        'New-ConfigAuditTarget'
        'New-ConfigAuditWaiver'
        'Register-ConfigAuditTask'
        'Save-ConfigAuditRecording'
        'Send-ConfigAuditNotice'
        'Set-ConfigAuditAttestation'
        'Test-ConfigAuditBaseline'
        'Test-ConfigAuditMailServer'
        'Update-ConfigAuditCatalog'
    )
    PrivateData          = @{
        PSData = @{
            Tags       = @('Audit', 'Compliance', 'Security', 'CIM', 'Windows', 'PSEdition_Desktop', 'PSEdition_Core')
            LicenseUri = 'https://opensource.org/license/mit'
            ReleaseNotes = 'See CHANGELOG.md.'
        }
    }
}
