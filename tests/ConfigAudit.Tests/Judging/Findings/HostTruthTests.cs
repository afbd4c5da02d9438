using System;
using System.Linq;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>What the example fleet has no machine for: cases of the checks of hosts. Everybody means to use what is installed until the end
/// of March 2029.</summary>
public sealed class HostTruthTests
{
    private const string Local = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion";
    private const string Uninstall = Local + @"\\Uninstall";
    private const string Wow = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    private const string Idle = """ "Win32_Service": [ { "Name": "Winmgmt" } ], "Win32_Process": [ { "Name": "System" } ] """;
    private const string SyncRoots = Local + @"\\Explorer\\SyncRootManager";
    private const string Policies = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows";
    private const string Storage = Policies + @"\\RemovableStorageDevices";
    private const string Drivers = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services";
    private const string Updates = Policies + @"\\WindowsUpdate";
    private const string Managed = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Update";

    private static readonly CollectionOptions Wanted = new() { PlannedUseUntil = new DateTime(2029, 3, 31) };

    /// <summary>The check, the story, the outcome, the zone that is declared, and what the machine answers.</summary>
    public static TheoryData<string, string, Outcome, Zone?, string> Rows() =>
        new()
        {
            {
                "AV-06",
                "the EDR's service starts by itself and refuses to stop",
                Outcome.Pass,
                Zone.Lgwan,
                Edr("Auto", acceptsStop: false)
            },
            { "AV-06", "an administrator can stop the EDR's service", Outcome.Fail, Zone.Lgwan, Edr("Auto", acceptsStop: true) },
            { "AV-06", "the EDR's service has to be started by hand", Outcome.Fail, Zone.Lgwan, Edr("Manual", acceptsStop: false) },
            {
                "AV-08",
                "the antivirus' service starts by itself and refuses to stop",
                Outcome.Pass,
                Zone.Lgwan,
                Antivirus("Auto", acceptsStop: false)
            },
            { "AV-08", "an administrator can stop the antivirus' service", Outcome.Fail, Zone.Lgwan, Antivirus("Auto", acceptsStop: true) },
            {
                "AV-08",
                "the antivirus' service has to be started by hand",
                Outcome.Fail,
                Zone.Lgwan,
                Antivirus("Manual", acceptsStop: false)
            },
            { "AV-08", "the services may not be read", Outcome.Unknown, Zone.Lgwan, Refused("root/cimv2:Win32_Service") },
            {
                "AV-08",
                "what runs doesn't protect any more",
                Outcome.NotApplicable,
                Zone.Lgwan,
                Antivirus("Auto", acceptsStop: true).Replace("266240", "262144")
            },
            { "AV-07", "an EDR product runs", Outcome.Pass, Zone.Internet, Edr("Auto", acceptsStop: true) },
            {
                "AV-07",
                "an antivirus runs that the catalogue doesn't list as EDR: only a person knows the licence",
                Outcome.Attest,
                Zone.Internet,
                Edr("Auto", acceptsStop: true).Replace("CSFalconService", "ekrn").Replace("CrowdStrike Falcon Sensor", "ESET Security")
            },
            {
                "AV-07",
                "of the EDR there is a registration alone",
                Outcome.Unknown,
                Zone.Internet,
                Edr("Auto", acceptsStop: true).Replace("CSFalconService", "Spooler")
            },
            { "AV-07", "the services may not be read", Outcome.Unknown, Zone.Internet, Refused("root/cimv2:Win32_Service") },
            { "AV-07", "the zone is LGWAN's", Outcome.NotApplicable, Zone.Lgwan, Edr("Auto", acceptsStop: true) },
            {
                "SW-02",
                "the catalogue knows all that is installed",
                Outcome.Pass,
                Zone.Lgwan,
                Installed("Python 3.14.0 (64-bit)", "Microsoft Office LTSC Professional Plus 2024 - ja-jp")
            },
            {
                "SW-02",
                "of what the catalogue doesn't know there are components alone",
                Outcome.Pass,
                Zone.Lgwan,
                Registry(
                    $$"""
                    {{SoftwareKeys.Rest}}, "{{Uninstall}}": {}, "{{Uninstall}}\\A": { "DisplayName": { "data": "住民情報システム 共通部品" }, "SystemComponent": { "type": "REG_DWORD", "data": 1 } }
                    """
                )
            },
            {
                "SW-02",
                "the catalogue doesn't know the town's own program",
                Outcome.Attest,
                Zone.Lgwan,
                Installed("Python 3.14.0 (64-bit)", "住民情報システム 端末")
            },
            { "SW-02", "the programs may not be read", Outcome.Unknown, Zone.Lgwan, Refused($"registry:{Uninstall}") },
            { "SW-03", "support goes on after the planned use", Outcome.Pass, Zone.Lgwan, Installed("Python 3.14.0 (64-bit)") },
            {
                "SW-03",
                "support ends half a year before the planned use does",
                Outcome.Fail,
                Zone.Lgwan,
                Installed("Python 3.14.0 (64-bit)", "Python 3.12.3 (64-bit)")
            },
            { "SW-03", "the programs may not be read", Outcome.Unknown, Zone.Lgwan, Refused($"registry:{Uninstall}") },
            {
                "SW-04",
                "the office suite is of a volume licence",
                Outcome.Pass,
                Zone.MyNumber,
                Installed("Microsoft Office LTSC Professional Plus 2024 - ja-jp")
            },
            {
                "SW-04",
                "the office suite is one by subscription",
                Outcome.Attest,
                Zone.MyNumber,
                Installed("Microsoft 365 Apps for enterprise - ja-jp")
            },
            { "SW-04", "a part of it is alone", Outcome.Attest, Zone.MyNumber, Installed("Microsoft Project - ja-jp") },
            { "SW-04", "a part of it is alone, too", Outcome.Attest, Zone.MyNumber, Installed("Microsoft Visio - ja-jp") },
            {
                "SW-04",
                "it calls itself so in another language",
                Outcome.Attest,
                Zone.MyNumber,
                Installed("Aplicaciones de Microsoft 365 para empresas - es-es")
            },
            { "SW-04", "the programs may not be read", Outcome.Unknown, Zone.MyNumber, Refused($"registry:{Uninstall}") },
            { "SW-04", "the zone is LGWAN's", Outcome.NotApplicable, Zone.Lgwan, Installed("Microsoft 365 Apps for enterprise - ja-jp") },
            {
                "ID-07",
                "group policy locks an account after ten wrong passwords",
                Outcome.Pass,
                Zone.Lgwan,
                Passwords("LockoutBadCount", 10)
            },
            { "ID-07", "group policy never locks an account", Outcome.Fail, Zone.Lgwan, Passwords("LockoutBadCount", 0) },
            {
                "ID-07",
                "group policy locks an account after fifty wrong passwords",
                Outcome.Fail,
                Zone.Lgwan,
                Passwords("LockoutBadCount", 50)
            },
            { "ID-07", "group policy says nothing of it", Outcome.Unknown, Zone.Lgwan, Passwords("MinimumPasswordLength", 12) },
            {
                "ID-08",
                "group policy asks for twelve characters of three kinds",
                Outcome.Pass,
                Zone.Lgwan,
                Passwords("MinimumPasswordLength", 12, """{ "KeyName": "PasswordComplexity", "Setting": true, "precedence": 1 }""")
            },
            {
                "ID-08",
                "group policy asks for six characters",
                Outcome.Fail,
                Zone.Lgwan,
                Passwords("MinimumPasswordLength", 6, """{ "KeyName": "PasswordComplexity", "Setting": true, "precedence": 1 }""")
            },
            {
                "ID-08",
                "group policy asks for twelve characters of any kind",
                Outcome.Fail,
                Zone.Lgwan,
                Passwords("MinimumPasswordLength", 12, """{ "KeyName": "PasswordComplexity", "Setting": false, "precedence": 1 }""")
            },
            {
                "ID-08",
                "group policy says nothing of the kinds of characters",
                Outcome.Unknown,
                Zone.Lgwan,
                Passwords("MinimumPasswordLength", 12)
            },
            {
                "ID-09",
                "group policy forbids passwords that can be read",
                Outcome.Pass,
                Zone.Lgwan,
                Passwords("MinimumPasswordLength", 12, """{ "KeyName": "ClearTextPassword", "Setting": false, "precedence": 1 }""")
            },
            {
                "ID-09",
                "group policy keeps passwords that can be read",
                Outcome.Fail,
                Zone.Lgwan,
                Passwords("MinimumPasswordLength", 12, """{ "KeyName": "ClearTextPassword", "Setting": true, "precedence": 1 }""")
            },
            { "ID-09", "group policy says nothing of it", Outcome.Unknown, Zone.Lgwan, Passwords("MinimumPasswordLength", 12) },
            { "VPN-01", "maintenance dials in by IKEv2 with encryption", Outcome.Pass, Zone.Lgwan, Vpn("10.20.0.5", "Ikev2", "Required") },
            { "VPN-01", "maintenance dials in by PPTP", Outcome.Fail, Zone.Lgwan, Vpn("10.20.0.5", "Pptp", "Required") },
            { "VPN-01", "encryption is optional", Outcome.Fail, Zone.Lgwan, Vpn("10.20.0.5", "L2tp", "Optional") },
            { "VPN-01", "the protocol is one of tomorrow's", Outcome.Unknown, Zone.Lgwan, Vpn("10.20.0.5", "WireGuard", "Required") },
            { "VPN-01", "users have connections of their own alone", Outcome.NotApplicable, Zone.Lgwan, Vpn(null, "Pptp", "NoEncryption") },
            { "VPN-02", "the connection leads into a private network", Outcome.Pass, Zone.MyNumber, Vpn("10.20.0.5", "Ikev2", "Required") },
            {
                "VPN-02",
                "the connection leads to an address of the internet",
                Outcome.Fail,
                Zone.MyNumber,
                Vpn("203.0.113.9", "Ikev2", "Required")
            },
            { "VPN-02", "where a name leads isn't known", Outcome.Unknown, Zone.MyNumber, Vpn("vpn.vendor.example", "Ikev2", "Required") },
            { "VPN-02", "nobody declared the zone", Outcome.Unknown, null, Vpn("203.0.113.9", "Ikev2", "Required") },
            { "VPN-02", "the zone is the internet's", Outcome.NotApplicable, Zone.Internet, Vpn("203.0.113.9", "Ikev2", "Required") },
            {
                "VPN-04",
                "no listed client is there",
                Outcome.Pass,
                Zone.Lgwan,
                WithPrograms(
                    """ "Win32_NetworkAdapter": [ { "ServiceName": "e1dexpress" } ], "Win32_Service": [ { "Name": "Winmgmt" } ] """
                )
            },
            {
                "VPN-04",
                "a listed client is installed, and neither an adapter nor a service of it is there",
                Outcome.Attest,
                Zone.Lgwan,
                WithPrograms(
                    """ "Win32_NetworkAdapter": [ { "ServiceName": "e1dexpress" } ], "Win32_Service": [ { "Name": "Winmgmt" } ] """,
                    "NordVPN"
                )
            },
            {
                "VPN-04",
                "a listed client is installed",
                Outcome.Attest,
                Zone.Lgwan,
                Instances(
                    """ "Win32_NetworkAdapter": [ { "Description": "Fortinet SSL VPN Virtual Ethernet Adapter", "ServiceName": "FTSVNIC", "NetConnectionStatus": 7 } ], "Win32_Service": [] """
                )
            },
            { "VPN-04", "the adapters may not be read", Outcome.Unknown, Zone.Lgwan, Refused("root/cimv2:Win32_NetworkAdapter") },
            {
                "VPN-05",
                "the host's own sets are of AES, SHA-2 and groups of 2048 bits",
                Outcome.Pass,
                Zone.Lgwan,
                Crypto(65003, 65002, 14)
            },
            { "VPN-05", "a cipher that authenticates by itself needs no hash", Outcome.Pass, Zone.Lgwan, Crypto(65006, 0, 19) },
            { "VPN-05", "a set is of DES", Outcome.Fail, Zone.Lgwan, Crypto(2, 65002, 14) },
            { "VPN-05", "a set is of MD5", Outcome.Fail, Zone.Lgwan, Crypto(65003, 2, 14) },
            { "VPN-05", "a cipher in CBC mode has no hash", Outcome.Fail, Zone.Lgwan, Crypto(65003, 0, 14) },
            { "VPN-05", "keys are agreed on by 1024 bits", Outcome.Fail, Zone.Lgwan, Crypto(65003, 65002, 2) },
            { "VPN-05", "keys are agreed on without a group", Outcome.Fail, Zone.Lgwan, Crypto(65003, 65002, 0) },
            { "VPN-05", "the cipher is one of tomorrow's", Outcome.Unknown, Zone.Lgwan, Crypto(99, 65002, 14) },
            { "VPN-05", "the sets may not be read", Outcome.Unknown, Zone.Lgwan, Refused("root/StandardCimv2:MSFT_NetIKEMMCryptoSet") },
            {
                "VPN-05",
                "the host has no set of its own",
                Outcome.NotApplicable,
                Zone.Lgwan,
                """{ "recordedAt": "2026-11-24T03:00:00Z", "instances": { "root/StandardCimv2": { "MSFT_NetIKEMMCryptoSet": [], "MSFT_NetIKEQMCryptoSet": [] } } }"""
            },
            { "NET-02", "one cable leads into one private network", Outcome.Pass, Zone.MyNumber, Cards("192.168.10.11") },
            { "NET-02", "a second cable leads into another network", Outcome.Fail, Zone.MyNumber, Cards("192.168.10.11", "192.168.20.11") },
            { "NET-02", "the address is one of the internet", Outcome.Fail, Zone.MyNumber, Cards("203.0.113.9") },
            {
                "NET-02",
                "the addresses may not be read",
                Outcome.Unknown,
                Zone.MyNumber,
                Refused("root/cimv2:Win32_NetworkAdapterConfiguration")
            },
            { "NET-02", "the zone is LGWAN's", Outcome.NotApplicable, Zone.Lgwan, Cards("192.168.10.11", "192.168.20.11") },
            {
                "MED-01",
                "a policy denies all removable storage",
                Outcome.Pass,
                Zone.MyNumber,
                Registry($$""" "{{Storage}}": { "Deny_All": { "type": "REG_DWORD", "data": 1 } } """)
            },
            { "MED-01", "both drivers of USB disks load, and no policy denies", Outcome.Attest, Zone.MyNumber, UsbAllowed },
            { "MED-01", "the policy may not be read", Outcome.Unknown, Zone.MyNumber, Refused($"registry:{Storage}") },
            { "MED-01", "the zone is LGWAN's", Outcome.NotApplicable, Zone.Lgwan, UsbAllowed },
            {
                "MED-04",
                "a policy denies all removable storage",
                Outcome.Pass,
                Zone.MyNumber,
                Registry($$""" "{{Storage}}": { "Deny_All": { "type": "REG_DWORD", "data": 1 } } """)
            },
            {
                "MED-04",
                "no policy denies discs, and USB storage may not be written to either way",
                Outcome.Attest,
                Zone.MyNumber,
                UsbAllowed.Replace("\"data\": 3", "\"data\": 4").Replace("\"absent\": [", $"\"absent\": [ {string.Join(", ", Others)},")
            },
            { "MED-04", "the policy may not be read", Outcome.Unknown, Zone.MyNumber, Refused($"registry:{Storage}") },
            { "MED-04", "the zone is LGWAN's", Outcome.NotApplicable, Zone.Lgwan, UsbAllowed },
            {
                "MED-05",
                "there is a disk inside alone",
                Outcome.Pass,
                Zone.MyNumber,
                Disks("""{ "InterfaceType": "IDE", "PNPDeviceID": "IDE\\DISK", "Model": "Inner" }""")
            },
            {
                "MED-05",
                "a stick is plugged in",
                Outcome.Attest,
                Zone.MyNumber,
                Disks(
                    """{ "InterfaceType": "IDE", "PNPDeviceID": "IDE\\DISK", "Model": "Inner" }, { "InterfaceType": "USB", "PNPDeviceID": "USBSTOR\\DISK", "Model": "Stick" }"""
                )
            },
            { "MED-05", "the disks may not be read", Outcome.Unknown, Zone.MyNumber, Refused("root/cimv2:Win32_DiskDrive") },
            {
                "MED-05",
                "the zone is LGWAN's",
                Outcome.NotApplicable,
                Zone.Lgwan,
                Disks("""{ "InterfaceType": "USB", "PNPDeviceID": "USBSTOR\\DISK", "Model": "Stick" }""")
            },
            { "MED-06", "the folder stands on a disk that is encrypted", Outcome.Pass, Zone.Internet, Synchronised(isProtected: true) },
            {
                "MED-06",
                "the folder stands on a disk that isn't encrypted",
                Outcome.Attest,
                Zone.Internet,
                Synchronised(isProtected: false)
            },
            {
                "MED-06",
                "whether the disk is encrypted may not be read",
                Outcome.Unknown,
                Zone.Internet,
                Synchronised(isProtected: false).Replace("\"Win32_EncryptableVolume\"", "\"Other\"")
            },
            {
                "MED-06",
                "no client ever registered a folder",
                Outcome.NotApplicable,
                Zone.Internet,
                $$"""{ "recordedAt": "2026-11-24T03:00:00Z", "registry": {}, "absent": [ "registry:{{SyncRoots}}" ] }"""
            },
            { "MED-02", "no client ever registered a folder", Outcome.Pass, Zone.Lgwan, WithPrograms(Idle) },
            { "MED-02", "a sync client is installed, and doesn't run", Outcome.Fail, Zone.Lgwan, WithPrograms(Idle, "Dropbox") },
            { "MED-02", "OneDrive is installed, as it is everywhere", Outcome.Pass, Zone.Lgwan, WithPrograms(Idle, "Microsoft OneDrive") },
            {
                "MED-02",
                "OneDrive synchronises a folder",
                Outcome.Fail,
                Zone.Lgwan,
                Registry($$""" "{{SyncRoots}}": {}, "{{SyncRoots}}\\OneDrive!S-1-5-21-1-2-3-1001!Business1": {} """)
            },
            { "MED-02", "the folders may not be read", Outcome.Unknown, Zone.Lgwan, Refused($"registry:{SyncRoots}") },
            {
                "MED-02",
                "the zone is the internet's",
                Outcome.NotApplicable,
                Zone.Internet,
                Registry($$""" "{{SyncRoots}}": {}, "{{SyncRoots}}\\OneDrive!S-1-5-21-1-2-3-1001!Business1": {} """)
            },
            {
                "UPD-01",
                "Windows looks at the town's server alone",
                Outcome.Pass,
                Zone.MyNumber,
                UpdatesFrom("https://wsus.town.example:8531", blocksInternet: 1)
            },
            {
                "UPD-01",
                "nothing keeps Windows from the internet",
                Outcome.Fail,
                Zone.MyNumber,
                UpdatesFrom("https://wsus.town.example:8531", blocksInternet: 0)
            },
            { "UPD-01", "the policy may not be read", Outcome.Unknown, Zone.MyNumber, Refused($"registry:{Updates}") },
            {
                "UPD-01",
                "the zone is the internet's",
                Outcome.NotApplicable,
                Zone.Internet,
                UpdatesFrom("https://wsus.town.example:8531", blocksInternet: 0)
            },
            { "UPD-04", "August's update is installed, and September's isn't out", Outcome.Pass, Zone.Lgwan, Patched(9168, "2026-08-20") },
            {
                "UPD-04",
                "July's is installed a week after September's release: the last day for August's",
                Outcome.Pass,
                Zone.MyNumber,
                Patched(8875, "2026-09-16")
            },
            { "UPD-04", "a day later", Outcome.Fail, Zone.MyNumber, Patched(8875, "2026-09-17") },
            {
                "UPD-04",
                "all that the catalogue knows is installed, and it is too old",
                Outcome.Unknown,
                Zone.Lgwan,
                Patched(9168, "2026-11-24")
            },
            { "UPD-04", "the zone is the internet's", Outcome.NotApplicable, Zone.Internet, Patched(8875, "2026-09-17") },
            { "UPD-05", "August's update is installed", Outcome.Pass, Zone.Internet, Patched(9168, "2026-08-20") },
            {
                "UPD-05",
                "July's is installed on the thirtieth day after August's",
                Outcome.Pass,
                Zone.Internet,
                Patched(8875, "2026-09-11")
            },
            { "UPD-05", "a day later", Outcome.Fail, Zone.Internet, Patched(8875, "2026-09-12") },
            { "UPD-05", "the revision may not be read", Outcome.Unknown, Zone.Internet, Refused("registry:") },
            { "UPD-05", "the zone is LGWAN's", Outcome.NotApplicable, Zone.Lgwan, Patched(8875, "2026-09-12") },
            {
                "LOG-03",
                "group policy has logons audited, and its categories count",
                Outcome.Pass,
                Zone.Lgwan,
                Audited("true", subcategoriesCount: 0)
            },
            { "LOG-03", "group policy has logons not audited", Outcome.Attest, Zone.Lgwan, Audited("false", subcategoriesCount: 0) },
            { "LOG-03", "subcategories count, which stand elsewhere", Outcome.Attest, Zone.Lgwan, Audited("true", subcategoriesCount: 1) },
            { "LOG-03", "whether the categories count isn't told", Outcome.Unknown, Zone.Lgwan, Audited("true", subcategoriesCount: null) },
            {
                "LOG-03",
                "group policy says nothing of logons",
                Outcome.Unknown,
                Zone.Lgwan,
                Audited("true", subcategoriesCount: 0).Replace("AuditLogonEvents", "AuditAccountManage")
            },
            { "LOG-04", "the channels that the host has are on", Outcome.Pass, Zone.Lgwan, Channels(1) },
            { "LOG-04", "somebody switched the channel on malware off", Outcome.Fail, Zone.Lgwan, Channels(0) },
            { "LOG-04", "the channels may not be read", Outcome.Unknown, Zone.Lgwan, Refused("registry:") },
            {
                "UPD-02",
                "whether Defender is in use may not be asked",
                Outcome.Unknown,
                Zone.MyNumber,
                Refused("root/Microsoft/Windows/Defender")
            },
        };

    private static string UsbAllowed =>
        $$"""
            { "recordedAt": "2026-11-24T03:00:00Z",
              "registry": {
                "{{Drivers}}\\USBSTOR": { "Start": { "type": "REG_DWORD", "data": 3 } },
                "{{Drivers}}\\UASPStor": { "Start": { "type": "REG_DWORD", "data": 3 } } },
              "absent": [ "registry:{{Storage}}", "registry:{{Storage}}\\{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}" ] }
            """;

    /// <summary>The policies of discs and of portable devices.</summary>
    private static string[] Others =>
        new[]
        {
            "{53f56308-b6bf-11d0-94f2-00a0c91efb8b}",
            "{6AC27878-A6FA-4155-BA85-F98F491D4F33}",
            "{F33FDC04-D1AC-4E8E-9A30-19BBD4B108AE}",
        }
            .Select(key => $"\"registry:{Storage}\\\\{key}\"")
            .ToArray();

    [Theory]
    [MemberData(nameof(Rows))]
    public void Hosts_are_judged(string check, string story, Outcome outcome, Zone? zone, string recording)
    {
        var judged = Evaluator.Judge(
            ShippedChecks.Of(check),
            Machine.Answering(recording, zone: zone, wanted: Wanted) with
            {
                Model = NetworkModel.Beta,
            }
        );

        Assert.True(judged == outcome, $"{check}, {story}: {judged} and not {outcome}");
    }

    private static string Instances(string classes) =>
        $$"""{ "recordedAt": "2026-11-24T03:00:00Z", "instances": { "root/cimv2": { {{classes}} } } }""";

    /// <summary>Where no folder is synchronised.</summary>
    private static string WithPrograms(string classes, params string[] programs) =>
        $$"""
            { "recordedAt": "2026-11-24T03:00:00Z", "instances": { "root/cimv2": { {{classes}} } },
              "registry": { {{SoftwareKeys.Listing(programs)}} }, "absent": [ "registry:{{SyncRoots}}" ] }
            """;

    /// <summary>Of Windows of 32 bits, which has one list of programs.</summary>
    private static string Registry(string keys) =>
        $$"""{ "recordedAt": "2026-11-24T03:00:00Z", "registry": { {{keys}} }, "absent": [ "registry:{{Wow}}" ] }""";

    private static string Refused(string scope) =>
        $$"""{ "recordedAt": "2026-11-24T03:00:00Z", "instances": {}, "failures": { "{{scope}}": "denied" } }""";

    /// <summary>A Windows 11 25H2 of a revision, asked on a day.</summary>
    private static string Patched(long revision, string asked) =>
        $$"""
            { "recordedAt": "{{asked}}T03:00:00Z",
              "instances": { "root/cimv2": {
                "Win32_OperatingSystem": [ { "BuildNumber": "26200", "ProductType": 1 } ], "Win32_QuickFixEngineering": [] } },
              "registry": { "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion": { "UBR": { "type": "REG_DWORD", "data": {{revision}} } } } }
            """;

    private static string Edr(string startMode, bool acceptsStop) =>
        $$"""
            { "recordedAt": "2026-11-24T03:00:00Z",
              "instances": {
                "root/cimv2": {
                  "Win32_OperatingSystem": [ { "ProductType": 1 } ],
                  "Win32_Service": [ { "Name": "CSFalconService", "State": "Running", "StartMode": "{{startMode}}", "AcceptStop": {{(
                acceptsStop ? "true" : "false"
            )}} } ],
                  "Win32_SystemDriver": [] },
                "root/SecurityCenter2": { "AntiVirusProduct": [ { "displayName": "CrowdStrike Falcon Sensor", "productState": 266240 } ] } },
              "absent": [ "root/Microsoft/Windows/Defender" ] }
            """;

    private static string Antivirus(string startMode, bool acceptsStop) =>
        Edr(startMode, acceptsStop).Replace("CSFalconService", "ekrn").Replace("CrowdStrike Falcon Sensor", "ESET Security");

    private static string Passwords(string name, long number, string flag = "") =>
        $$"""
            { "recordedAt": "2026-11-24T03:00:00Z", "instances": { "root/rsop/computer": {
                "RSOP_SecuritySettingNumeric": [ { "KeyName": "{{name}}", "Setting": {{number}}, "precedence": 1 } ], "RSOP_SecuritySettingBoolean": [ {{flag}} ] } } }
            """;

    private static string Crypto(int cipher, int hash, int group) =>
        $$"""
            { "recordedAt": "2026-11-24T03:00:00Z", "instances": { "root/StandardCimv2": {
                "MSFT_NetIKEMMCryptoSet": [ { "InstanceID": "{1}", "DisplayName": "main", "Proposals": [ { "CipherAlgorithm": {{cipher}}, "HashAlgorithm": {{hash}}, "GroupID": {{group}} } ] } ],
                "MSFT_NetIKEQMCryptoSet": [ { "InstanceID": "{2}", "DisplayName": "quick", "PfsGroupID": 0, "Proposals": [ { "Encapsulation": 2, "CipherAlgorithm": 65006, "HashAlgorithmESP": 65005 } ] } ] } } }
            """;

    private static string Disks(string disks) => Instances($$""" "Win32_DiskDrive": [ {{disks}} ] """);

    private static string Synchronised(bool isProtected) =>
        $$"""
            { "recordedAt": "2026-11-24T03:00:00Z",
              "instances": { "root/cimv2/Security/MicrosoftVolumeEncryption": { "Win32_EncryptableVolume": [
                { "DriveLetter": "C:", "VolumeType": 0, "ProtectionStatus": {{(isProtected ? 1 : 0)}}, "ConversionStatus": {{(
                isProtected ? 1 : 0
            )}}, "EncryptionMethod": {{(isProtected ? 6 : 0)}} } ] } },
              "registry": {
                "{{SyncRoots}}": {}, "{{SyncRoots}}\\OneDrive!S-1-5-21-1-2-3-1001!Business1": {},
                "{{SyncRoots}}\\OneDrive!S-1-5-21-1-2-3-1001!Business1\\UserSyncRoots": { "S-1-5-21-1-2-3-1001": { "type": "REG_SZ", "data": "C:\\Users\\taro\\OneDrive" } } } }
            """;

    private static string Audited(string success, int? subcategoriesCount) =>
        $$"""
            { "recordedAt": "2026-11-24T03:00:00Z",
              "instances": { "root/rsop/computer": { "RSOP_AuditPolicy": [ { "Category": "AuditLogonEvents", "Success": {{success}}, "Failure": false, "precedence": 1 } ] } },
              "registry": { "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Lsa": {
                {{(
                subcategoriesCount is null
                    ? null
                    : $$""" "SCENoApplyLegacyAuditPolicy": { "type": "REG_DWORD", "data": {{subcategoriesCount}} } """
            )}} } } }
            """;

    private static string Channels(int defender)
    {
        const string channels = Local + @"\\WINEVT\\Channels\\";
        return $$"""
            { "recordedAt": "2026-11-24T03:00:00Z",
              "registry": {
                "{{channels}}Microsoft-Windows-Windows Defender/Operational": { "Enabled": { "type": "REG_DWORD", "data": {{defender}} } },
                "{{channels}}Microsoft-Windows-TaskScheduler/Operational": { "Enabled": { "type": "REG_DWORD", "data": 0 } } },
              "absent": [
                "registry:{{channels}}Microsoft-Windows-TerminalServices-LocalSessionManager/Operational", "registry:{{channels}}Microsoft-Windows-PowerShell/Operational",
                "registry:{{channels}}Microsoft-Windows-Windows Firewall With Advanced Security/Firewall", "registry:{{channels}}Microsoft-Windows-DriverFrameworks-UserMode/Operational" ] }
            """;
    }

    private static string Installed(params string[] programs)
    {
        var keys = $"{SoftwareKeys.Rest}, \"{Uninstall}\": {{}}";
        foreach (var program in programs)
            keys += $$""", "{{Uninstall}}\\{{program}}": { "DisplayName": { "data": "{{program}}" } }""";
        return Registry(keys);
    }

    /// <param name="server">Where the connection of all users leads; null where users have one of their own alone.</param>
    /// <param name="tunnel">Its protocol.</param>
    /// <param name="encryption">Its encryption.</param>
    private static string Vpn(string? server, string tunnel, string encryption)
    {
        var connection =
            $$"""{ "Name": "保守", "ServerAddress": "{{server ?? "203.0.113.9"}}", "TunnelType": "{{tunnel}}", "EncryptionLevel": "{{encryption}}" }""";
        return $$"""
            { "recordedAt": "2026-11-24T03:00:00Z", "instances": {},
              "methods": { "root/Microsoft/Windows/RemoteAccess/Client": { "PS_VpnConnection.Get": [
                { "in": { "AllUserConnection": true }, "out": { "ReturnValue": 0, "cmdletOutput": [ {{(
                server is null ? null : connection
            )}} ] } },
                { "in": { "AllUserConnection": false }, "out": { "ReturnValue": 0, "cmdletOutput": [ {{(
                server is null ? connection : null
            )}} ] } } ] } } }
            """;
    }

    private static string Cards(params string[] addresses)
    {
        var (hardware, configurations) = (string.Empty, string.Empty);
        for (var at = 0; at < addresses.Length; at++)
        {
            var comma = at == 0 ? string.Empty : ", ";
            hardware +=
                $$"""{{comma}}{ "Index": {{at}}, "NetConnectionID": "Ethernet {{at}}", "NetConnectionStatus": 2, "PNPDeviceID": "PCI\\VEN_8086" }""";
            configurations +=
                $$"""{{comma}}{ "Index": {{at}}, "IPEnabled": true, "IPAddress": [ "{{addresses[at]}}" ], "IPSubnet": [ "255.255.255.0" ] }""";
        }

        return Instances($$""" "Win32_NetworkAdapter": [ {{hardware}} ], "Win32_NetworkAdapterConfiguration": [ {{configurations}} ] """);
    }

    private static string UpdatesFrom(string server, int blocksInternet) =>
        $$"""
            { "recordedAt": "2026-11-24T03:00:00Z",
              "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { "ProductType": 1, "Version": "10.0.26200", "BuildNumber": "26200" } ] } },
              "registry": {
                "{{Updates}}": { "WUServer": { "type": "REG_SZ", "data": "{{server}}" }, "DoNotConnectToWindowsUpdateInternetLocations": { "type": "REG_DWORD", "data": {{blocksInternet}} } },
                "{{Updates}}\\AU": { "UseWUServer": { "type": "REG_DWORD", "data": 1 } } },
              "absent": [ "registry:{{Policies}}\\DeliveryOptimization", "registry:{{Managed}}" ] }
            """;
}
