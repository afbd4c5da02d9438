using System;
using System.Collections.Generic;
using System.Linq;
using static ConfigAudit.Asking.Sessions.Replay.Disclosure;

namespace ConfigAudit.Asking.Sessions.Replay;

/// <summary>
/// All that a recording may hold, and what becomes of it under other names: properties of classes (those that a condition looks at
/// besides), answers of methods, values of the registry.
/// A test holds it against what the collectors ask, both ways. A dot leads into an embedded instance; in a key, braces stand for any name
/// and say how it is treated.
/// </summary>
internal static class Disclosures
{
    /// <summary>Stands for every value of a key.</summary>
    public const string Every = "*";

    private const string Cim = "root/cimv2:";
    private const string Net = "root/StandardCimv2:";
    private const string Defender = "root/Microsoft/Windows/Defender:";
    private const string Rsop = "root/rsop/computer:";
    private const string Smb = "root/Microsoft/Windows/SMB:";
    private const string Machine = @"registry:HKEY_LOCAL_MACHINE\";
    private const string Software = Machine + @"SOFTWARE\";
    private const string Policies = Software + @"Policies\Microsoft\";
    private const string Windows = Software + @"Microsoft\Windows\CurrentVersion\";
    private const string System = Machine + @"SYSTEM\CurrentControlSet\";
    private const string User = @"registry:HKEY_USERS\{Sid}\";
    private const string Antimalware = Policies + @"Windows Defender";
    private const string Firewall = System + @"Services\SharedAccess\Parameters\FirewallPolicy";
    private const string Uninstall = @"Microsoft\Windows\CurrentVersion\Uninstall\{Program}";
    private const string InternetSettings = @"SOFTWARE\Microsoft\Windows\CurrentVersion\Internet Settings";
    private const string Media = Policies + @"Windows\RemovableStorageDevices";

    private static readonly string[] Profiles = { "DomainProfile", "PrivateProfile", "StandardProfile", "PublicProfile" };

    /// <summary>What an event of the Security log says at each position (Microsoft Learn, the events by number). What isn't here is left
    /// out.</summary>
    public static readonly IReadOnlyDictionary<long, IReadOnlyDictionary<int, Disclosure>> Events = new Dictionary<
        long,
        IReadOnlyDictionary<int, Disclosure>
    >
    {
        [4624] = Strings(
            (0, Sid),
            (1, Account),
            (2, Domain),
            (3, Fact),
            (4, Sid),
            (5, Account),
            (6, Domain),
            (7, Fact),
            (8, Fact),
            (18, Address),
            (25, Fact)
        ),
        [4634] = Strings((0, Sid), (1, Account), (2, Domain), (3, Fact), (4, Fact)),
        [4647] = Strings((0, Sid), (1, Account), (2, Domain), (3, Fact)),
        [4778] = Strings((0, Account), (1, Domain), (2, Fact), (4, Host), (5, Address)),
    };

    public static IReadOnlyList<Disclosed> All { get; } =
        new[]
        {
            Of(
                Cim + "Win32_UserAccount",
                (Account, "Name"),
                (FullName, "FullName"),
                (Sid, "SID"),
                (Fact, "Disabled Lockout PasswordRequired PasswordExpires PasswordChangeable LocalAccount")
            ),
            Of(Cim + "Win32_Group", (Program, "Name"), (Domain, "Domain"), (Sid, "SID"), (Fact, "LocalAccount")),
            Of(Cim + "Win32_GroupUser", (Reference, "GroupComponent PartComponent")),
            Of(Cim + "Win32_UserProfile", (Sid, "SID"), (Path, "LocalPath"), (Fact, "LastUseTime Loaded Special")),
            Of(Cim + "Win32_LogonSession", (Fact, "LogonId LogonType StartTime AuthenticationPackage")),
            Of(Cim + "Win32_LoggedOnUser", (Reference, "Antecedent Dependent")),
            Of(Cim + "Win32_NTLogEvent", (Fact, "RecordNumber EventCode TimeGenerated Logfile"), (Event, "InsertionStrings")),
            Of(Rsop + "RSOP_SecuritySettingNumeric", (Fact, "KeyName Setting precedence Status ErrorCode")),
            Of(Rsop + "RSOP_SecuritySettingBoolean", (Fact, "KeyName Setting precedence Status ErrorCode")),
            Of(Rsop + "RSOP_AuditPolicy", (Fact, "Category Success Failure precedence Status ErrorCode")),
            Of(
                "root/SecurityCenter2:AntiVirusProduct",
                (Program, "displayName"),
                (Fact, "productState timestamp"),
                (Path, "pathToSignedProductExe pathToSignedReportingExe")
            ),
            Of(
                Defender + "MSFT_MpComputerStatus",
                (
                    Fact,
                    "AMServiceEnabled AntivirusEnabled RealTimeProtectionEnabled BehaviorMonitorEnabled IsTamperProtected AMRunningMode OnAccessProtectionEnabled IoavProtectionEnabled"
                ),
                (
                    Fact,
                    "AntivirusSignatureVersion AntivirusSignatureLastUpdated AntivirusSignatureAge DefenderSignaturesOutOfDate AMEngineVersion TroubleShootingMode ProductStatus"
                )
            ),
            Of(
                Defender + "MSFT_MpPreference",
                (Path, "ExclusionPath ExclusionProcess"),
                (Address, "ExclusionIpAddress"),
                (
                    Fact,
                    "DisableRealtimeMonitoring DisableIOAVProtection DisableBehaviorMonitoring DisableLocalAdminMerge ExclusionExtension SignatureFallbackOrder"
                ),
                (Fact, "SevereThreatDefaultAction HighThreatDefaultAction ModerateThreatDefaultAction")
            ),
            Of(
                Cim + "Win32_Service",
                (Program, "Name"),
                (Command, "PathName"),
                (Fact, "State StartMode AcceptStop Started ProcessId Status")
            ),
            Of(Cim + "Win32_SystemDriver", (Program, "Name"), (Fact, "State Started Status")),
            Of(Cim + "Win32_Process", (Program, "Name"), (Path, "ExecutablePath")),
            Of(Software + @"Microsoft\Windows Advanced Threat Protection\Status", (Fact, "OnboardingState")),
            Of(Antimalware, (Fact, "DisableAntiSpyware DisableAntiVirus DisableLocalAdminMerge")),
            Of(
                Antimalware + @"\Real-Time Protection",
                (
                    Fact,
                    "DisableRealtimeMonitoring DisableBehaviorMonitoring DisableOnAccessProtection DisableIOAVProtection DisableScriptScanning"
                ),
                (
                    Fact,
                    "LocalSettingOverrideDisableBehaviorMonitoring LocalSettingOverrideDisableOnAccessProtection LocalSettingOverrideDisableIOAVProtection"
                ),
                (Fact, "LocalSettingOverrideDisableRealtimeMonitoring LocalSettingOverrideRealtimeScanDirection")
            ),
            Of(
                Antimalware + @"\Scan",
                (Fact, "LocalSettingOverrideAvgCPULoadFactor LocalSettingOverrideScanParameters LocalSettingOverrideScheduleDay"),
                (Fact, "LocalSettingOverrideScheduleQuickScanTime LocalSettingOverrideScheduleTime")
            ),
            Of(Antimalware + @"\Spynet", (Fact, "LocalSettingOverrideSpynetReporting SpynetReporting")),
            Of(Antimalware + @"\Quarantine", (Fact, "LocalSettingOverridePurgeItemsAfterDelay")),
            Of(Antimalware + @"\Remediation", (Fact, "LocalSettingOverrideScan_ScheduleTime")),
            Of(
                Antimalware + @"\Signature Updates",
                (Fact, "FallbackOrder ForceUpdateFromMU RealtimeSignatureDelivery"),
                (Server, "DefinitionUpdateFileSharesSources")
            ),
            Of(
                Antimalware + @"\Policy Manager",
                (Fact, "SignatureUpdateFallbackOrder AllowCloudProtection"),
                (Server, "SignatureUpdateFileSharesSources")
            ),
            Of(Software + @"Microsoft\Windows Defender", (Fact, "DisableAntiSpyware DisableAntiVirus")),
            Of(
                Software + @"Microsoft\Windows Defender\Real-Time Protection",
                (Fact, "DisableRealtimeMonitoring DisableOnAccessProtection DisableIOAVProtection DisableBehaviorMonitoring")
            ),
            Of("root/cimv2/Security/MicrosoftTpm:Win32_Tpm", (Fact, "IsEnabled_InitialValue IsActivated_InitialValue SpecVersion")),
            Of(
                "root/Microsoft/Windows/DeviceGuard:Win32_DeviceGuard",
                (Fact, "VirtualizationBasedSecurityStatus SecurityServicesRunning SecurityServicesConfigured AvailableSecurityProperties")
            ),
            Of(
                "root/cimv2/Security/MicrosoftVolumeEncryption:Win32_EncryptableVolume",
                (Fact, "DriveLetter VolumeType ProtectionStatus ConversionStatus EncryptionMethod")
            ),
            Of(System + @"Control\SecureBoot\State", (Fact, "UEFISecureBootEnabled")),
            Of(Policies + @"Windows\PowerShell\ScriptBlockLogging", (Fact, "EnableScriptBlockLogging")),
            Of(Windows + @"Policies\System\Audit", (Fact, "ProcessCreationIncludeCmdLine_Enabled")),
            Of(System + @"Control\Lsa", (Fact, "SCENoApplyLegacyAuditPolicy")),
            Of(Policies + @"W32Time\Parameters", (Fact, "Type"), (Server, "NtpServer")),
            Of(System + @"Services\W32Time\Parameters", (Fact, "Type"), (Server, "NtpServer")),
            Of(Policies + @"W32Time\TimeProviders\NtpClient", (Fact, "Enabled")),
            Of(System + @"Services\W32Time\TimeProviders\NtpClient", (Fact, "Enabled")),
            Of(System + @"Services\W32Time\TimeProviders\VMICTimeProvider", (Fact, "Enabled")),
            Of(Policies + @"Windows\EventLog\EventForwarding\SubscriptionManager", (Server, "1 2 3 4 5 6 7 8 9")),
            Of(Windows + @"WINEVT\Channels\{Program}", (Fact, "Enabled MaxSize")),
            Of(Policies + @"Windows\EventLog\Application", (Fact, "MaxSize")),
            Of(Policies + @"Windows\EventLog\Security", (Fact, "MaxSize")),
            Of(Policies + @"Windows\EventLog\System", (Fact, "MaxSize")),
            Of(Cim + "Win32_NTEventlogFile", (Program, "LogfileName"), (Fact, "MaxFileSize FileSize NumberOfRecords OverwriteOutDated")),
            Of(Media, (Fact, "Deny_All")),
            Of(Media + @"\{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}", (Fact, "Deny_Read Deny_Write Deny_Execute")),
            Of(Media + @"\{53f56308-b6bf-11d0-94f2-00a0c91efb8b}", (Fact, "Deny_Write")),
            Of(Media + @"\{6AC27878-A6FA-4155-BA85-F98F491D4F33}", (Fact, "Deny_Write")),
            Of(Media + @"\{F33FDC04-D1AC-4E8E-9A30-19BBD4B108AE}", (Fact, "Deny_Write")),
            Of(System + @"Services\USBSTOR", (Fact, "Start")),
            Of(System + @"Services\UASPStor", (Fact, "Start")),
            Of(System + @"Policies\Microsoft\FVE", (Fact, "RDVDenyWriteAccess")),
            Of(Policies + @"Windows\DeviceInstall\Restrictions", (Fact, "DenyRemovableDevices")),
            Of(Windows + @"Policies\Explorer", (Fact, "NoDriveTypeAutoRun")),
            Of(Windows + @"Explorer\SyncRootManager\{SyncRoot}"),
            Of(Windows + @"Explorer\SyncRootManager\{SyncRoot}\UserSyncRoots", (SyncFolder, Every)) with
            {
                ValueNames = Sid,
            },
            Of(Cim + "Win32_DiskDrive", (Fact, "InterfaceType Size"), (Program, "Model"), (Device, "PNPDeviceID")),
            Of(
                Cim + "Win32_NetworkAdapter",
                (Program, "Name Description ServiceName"),
                (Label, "NetConnectionID"),
                (Device, "PNPDeviceID"),
                (Mac, "MACAddress"),
                (Fact, "Index NetConnectionStatus")
            ),
            Of(
                Cim + "Win32_NetworkAdapterConfiguration",
                (Fact, "Index IPEnabled IPSubnet DHCPEnabled TcpipNetbiosOptions"),
                (Address, "IPAddress DefaultIPGateway DNSServerSearchOrder")
            ),
            Of(
                Net + "MSFT_NetRoute",
                (Address, "DestinationPrefix NextHop"),
                (Label, "InterfaceAlias"),
                (Fact, "RouteMetric InterfaceIndex Store")
            ),
            Of(Cim + "Win32_IP4RouteTable", (Address, "Destination NextHop"), (Fact, "Mask Metric1 InterfaceIndex")),
            Of(
                Net + "MSFT_NetNeighbor",
                (Address, "IPAddress"),
                (Mac, "LinkLayerAddress"),
                (Label, "InterfaceAlias"),
                (Fact, "State Store")
            ),
            Of(Smb + "MSFT_SmbServerConfiguration.GetConfiguration", (Fact, "EnableSMB1Protocol RequireSecuritySignature")),
            Of(Smb + "MSFT_SmbClientConfiguration.GetConfiguration", (Fact, "RequireSecuritySignature")),
            Of(System + @"Services\LanmanServer\Parameters", (Fact, "SMB1 RequireSecuritySignature")),
            Of(System + @"Services\LanmanWorkstation\Parameters", (Fact, "RequireSecuritySignature")),
            Of(Policies + @"Windows NT\DNSClient", (Fact, "EnableMulticast")),
            Of(Policies + @"Windows\CurrentVersion\Internet Settings", (Fact, "ProxySettingsPerUser")),
            Of(Policies + "Edge", (Fact, "ProxyMode"), (Server, "ProxyServer ProxyPacUrl")),
            Of(Machine + InternetSettings, (Server, "ProxyServer AutoConfigURL"), (Fact, "ProxyEnable")),
            Of(User + InternetSettings, (Server, "ProxyServer AutoConfigURL"), (Fact, "ProxyEnable")),
            Of(
                Net + "MSFT_NetFirewallRule",
                (Identifier, "InstanceID"),
                (Label, "DisplayName"),
                (Fact, "Profiles Platforms Direction Enabled Action")
            ),
            Of(Net + "MSFT_NetProtocolPortFilter", (Identifier, "InstanceID"), (Fact, "Protocol LocalPort")),
            Of(Net + "MSFT_NetAddressFilter", (Identifier, "InstanceID"), (Address, "RemoteAddress")),
            Of(Net + "MSFT_NetApplicationFilter", (Identifier, "InstanceID"), (Path, "AppPath"), (Program, "Package")),
            Of(Net + "MSFT_NetServiceFilter", (Identifier, "InstanceID"), (Program, "ServiceName")),
            Of(Net + "MSFT_NetNetworkLayerSecurityFilter", (Identifier, "InstanceID"), (Fact, "Authentication")),
            Of(Policies + @"WindowsFirewall\FirewallRules", (Rule, Every)) with
            {
                ValueNames = Identifier,
            },
            Of(Firewall + @"\Mdm\FirewallRules", (Rule, Every)) with
            {
                ValueNames = Identifier,
            },
            Of(
                System + @"Control\Terminal Server\WinStations\{Program}",
                (Fact, "WdPrefix UserAuthentication SecurityLayer MinEncryptionLevel PortNumber fEnableWinStation")
            ),
            Of(
                Cim + "Win32_OperatingSystem",
                (Host, "CSName"),
                (Program, "Caption"),
                (Fact, "Version BuildNumber ProductType OperatingSystemSKU InstallDate LastBootUpTime LocalDateTime")
            ),
            Of(Cim + "Win32_ComputerSystem", (Host, "Name DNSHostName"), (Domain, "Domain"), (Fact, "PartOfDomain")),
            Of(
                Software + @"Microsoft\Windows NT\CurrentVersion",
                (Fact, "UBR DisplayVersion ReleaseId EditionID CurrentBuild CurrentBuildNumber")
            ),
            Programs(Software + Uninstall),
            Programs(Software + @"Wow6432Node\" + Uninstall),
            Programs(User + @"SOFTWARE\" + Uninstall),
            Programs(User + @"SOFTWARE\Wow6432Node\" + Uninstall),
            Of(System + @"Control\Session Manager\Environment", (Fact, "PROCESSOR_ARCHITECTURE")),
            Of(Windows + @"Appx\AppxAllUserStore\Applications\{Program}"),
            Of(User + @"Software\Classes\Local Settings\Software\Microsoft\Windows\CurrentVersion\AppModel\Repository\Packages\{Program}"),
            Of(
                Policies + @"Windows\WindowsUpdate",
                (Server, "WUServer UpdateServiceUrlAlternate"),
                (
                    Fact,
                    "PauseFeatureUpdatesStartTime PauseQualityUpdatesStartTime DoNotConnectToWindowsUpdateInternetLocations DisableDualScan"
                ),
                (
                    Fact,
                    "SetPolicyDrivenUpdateSourceForFeatureUpdates SetPolicyDrivenUpdateSourceForQualityUpdates SetPolicyDrivenUpdateSourceForDriverUpdates"
                ),
                (
                    Fact,
                    "SetPolicyDrivenUpdateSourceForOtherUpdates DeferFeatureUpdates DeferQualityUpdates DeferUpgrade BranchReadinessLevel TargetReleaseVersion"
                )
            ),
            Of(Policies + @"Windows\WindowsUpdate\AU", (Fact, "UseWUServer NoAutoUpdate UseUpdateClassPolicySource")),
            Of(Policies + @"Windows\DeliveryOptimization", (Server, "DOCacheHost"), (Fact, "DODownloadMode")),
            Of(Software + @"Microsoft\PolicyManager\current\device\Update"),
            Of(Windows + @"Component Based Servicing\RebootPending"),
            Of(Windows + @"WindowsUpdate\Auto Update\RebootRequired"),
            Of(Windows + @"Component Based Servicing\RebootInProgress"),
            Of(Windows + @"Component Based Servicing\PackagesPending"),
            Of(Software + @"Microsoft\WindowsUpdate\UX\StateVariables", (Fact, "RebootRequired")),
            Of(Windows + @"WindowsUpdate\Auto Update\Results\Install", (Fact, "LastSuccessTime")),
            Of(Cim + "Win32_QuickFixEngineering", (Fact, "HotFixID InstalledOn ServicePackInEffect")),
            Of(
                "root/Microsoft/Windows/RemoteAccess/Client:PS_VpnConnection.Get",
                (Label, "Name"),
                (Server, "ServerAddress"),
                (Fact, "AllUserConnection TunnelType EncryptionLevel AuthenticationMethod SplitTunneling RememberCredential"),
                (Server, "ServerList ServerList.ServerAddress"),
                (Fact, "IPSecCustomPolicy IPSecCustomPolicy.EncryptionMethod IPSecCustomPolicy.CipherTransformConstants"),
                (
                    Fact,
                    "IPSecCustomPolicy.IntegrityCheckMethod IPSecCustomPolicy.AuthenticationTransformConstants IPSecCustomPolicy.DHGroup IPSecCustomPolicy.PfsGroup"
                )
            ),
            Of(
                Net + "MSFT_NetConSecRule",
                (Identifier, "InstanceID"),
                (Label, "DisplayName"),
                (Address, "RemoteTunnelEndpoint"),
                (Fact, "Enabled Mode InboundSecurity OutboundSecurity")
            ),
            Of(
                Net + "MSFT_NetIKEMMCryptoSet",
                (Identifier, "InstanceID"),
                (Label, "DisplayName"),
                (Fact, "Proposals Proposals.CipherAlgorithm Proposals.HashAlgorithm Proposals.GroupID")
            ),
            Of(
                Net + "MSFT_NetIKEQMCryptoSet",
                (Identifier, "InstanceID"),
                (Label, "DisplayName"),
                (
                    Fact,
                    "PfsGroupID Proposals Proposals.Encapsulation Proposals.CipherAlgorithm Proposals.HashAlgorithmESP Proposals.HashAlgorithmAH"
                )
            ),
            Of(
                Policies + @"Windows NT\Terminal Services",
                (Fact, "fDenyTSConnections UserAuthentication SecurityLayer MinEncryptionLevel fDisableCdm fDisableClip MaxIdleTime"),
                (Fact, "MaxDisconnectionTime fAllowToGetHelp fAllowFullControl fAllowUnsolicited")
            ),
            Of(System + @"Control\Terminal Server", (Fact, "fDenyTSConnections")),
            Of(System + @"Control\Remote Assistance", (Fact, "fAllowToGetHelp fAllowFullControl")),
        }
            .Concat(
                from profile in Profiles
                from key in new[] { Policies + "WindowsFirewall", Firewall, Firewall + @"\Mdm" }
                // In Windows' own store, the private profile bears the name that it had in Windows XP.
                where key != Firewall || profile != "PrivateProfile"
                from place in Profile($@"{key}\{profile}")
                select place
            )
            .Concat(Profiles.SelectMany(profile => Older($@"{Policies}WindowsFirewall\{profile}")))
            .ToArray();

    private static Disclosed Of(string place, params (Disclosure Kind, string Names)[] names) =>
        new(
            place,
            names
                .SelectMany(group => group.Names.Split(' ').Select(name => (Name: name, group.Kind)))
                .ToDictionary(pair => pair.Name, pair => pair.Kind, StringComparer.OrdinalIgnoreCase)
        );

    private static Dictionary<int, Disclosure> Strings(params (int Position, Disclosure Kind)[] strings) =>
        strings.ToDictionary(each => each.Position, each => each.Kind);

    private static Disclosed Programs(string key) =>
        Of(key, (Program, "DisplayName Publisher ParentKeyName"), (Fact, "DisplayVersion InstallDate SystemComponent ReleaseType"));

    private static Disclosed[] Profile(string key) =>
        new[]
        {
            Of(
                key,
                (
                    Fact,
                    "DisabledInterfaces EnableFirewall DefaultInboundAction DefaultOutboundAction DoNotAllowExceptions AllowLocalPolicyMerge"
                )
            ),
            Of(key + @"\Logging", (Fact, "LogDroppedPackets LogSuccessfulConnections")),
        };

    /// <summary>Of the ports, only that there are some is asked.</summary>
    private static Disclosed[] Older(string key) =>
        new[]
        {
            Of(key + @"\RemoteAdminSettings", (Fact, "Enabled")),
            Of(key + @"\Services\RemoteDesktop", (Fact, "Enabled")),
            Of(key + @"\Services\FileAndPrint", (Fact, "Enabled")),
            Of(key + @"\GloballyOpenPorts\List", (Label, Every)) with
            {
                ValueNames = Label,
            },
        };
}
