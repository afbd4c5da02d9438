using System;
using ConfigAudit.Collectors;
using ConfigAudit.Findings;
using ConfigAudit.Targets;
using Xunit;

namespace ConfigAudit.Tests.Findings;

/// <summary>What the example fleet has no machine for: cases of the checks of hosts. Everybody means to use what is installed until the end of March 2029.</summary>
public sealed class HostTruthTests
{
    private const string Local = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion";
    private const string Uninstall = Local + @"\\Uninstall";
    private const string Wow = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    private const string SyncRoots = Local + @"\\Explorer\\SyncRootManager";
    private const string Policies = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows";
    private const string Storage = Policies + @"\\RemovableStorageDevices";
    private const string Drivers = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services";
    private const string Updates = Policies + @"\\WindowsUpdate";
    private const string Managed = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Update";

    private static readonly CollectionOptions Wanted = new() { PlannedUseUntil = new DateTime(2029, 3, 31) };

    /// <summary>The check, the story, the outcome, the zone that is declared, and what the machine answers.</summary>
    public static TheoryData<string, string, Outcome, Zone?, string> Rows() => new()
    {
        { "AV-06", "the EDR's service starts by itself and refuses to stop", Outcome.Pass, Zone.Lgwan, Edr("Auto", acceptsStop: false) },
        { "AV-06", "an administrator can stop the EDR's service", Outcome.Fail, Zone.Lgwan, Edr("Auto", acceptsStop: true) },
        { "AV-06", "the EDR's service has to be started by hand", Outcome.Fail, Zone.Lgwan, Edr("Manual", acceptsStop: false) },

        { "AV-07", "an EDR product runs", Outcome.Pass, Zone.Internet, Edr("Auto", acceptsStop: true) },
        { "AV-07", "an antivirus runs that the catalogue doesn't list as EDR: only a person knows the licence", Outcome.Attest, Zone.Internet, Edr("Auto", acceptsStop: true).Replace("CSFalconService", "ekrn").Replace("CrowdStrike Falcon Sensor", "ESET Security") },
        { "AV-07", "of the EDR there is a registration alone", Outcome.Unknown, Zone.Internet, Edr("Auto", acceptsStop: true).Replace("CSFalconService", "Spooler") },
        { "AV-07", "the services may not be read", Outcome.Unknown, Zone.Internet, Refused("root/cimv2:Win32_Service") },
        { "AV-07", "the zone is LGWAN's", Outcome.NotApplicable, Zone.Lgwan, Edr("Auto", acceptsStop: true) },

        { "SW-02", "the catalogue knows all that is installed", Outcome.Pass, Zone.Lgwan, Installed("Python 3.14.0 (64-bit)", "Microsoft Office LTSC Professional Plus 2024 - ja-jp") },
        { "SW-02", "of what the catalogue doesn't know there are components alone", Outcome.Pass, Zone.Lgwan, Registry($$"""
            {{SoftwareKeys.Rest}}, "{{Uninstall}}": {}, "{{Uninstall}}\\A": { "DisplayName": { "data": "住民情報システム 共通部品" }, "SystemComponent": { "type": "REG_DWORD", "data": 1 } }
            """) },
        { "SW-02", "the catalogue doesn't know the town's own program", Outcome.Attest, Zone.Lgwan, Installed("Python 3.14.0 (64-bit)", "住民情報システム 端末") },
        { "SW-02", "the programs may not be read", Outcome.Unknown, Zone.Lgwan, Refused($"registry:{Uninstall}") },
        { "SW-03", "support goes on after the planned use", Outcome.Pass, Zone.Lgwan, Installed("Python 3.14.0 (64-bit)") },
        { "SW-03", "support ends half a year before the planned use does", Outcome.Fail, Zone.Lgwan, Installed("Python 3.14.0 (64-bit)", "Python 3.12.3 (64-bit)") },
        { "SW-03", "the programs may not be read", Outcome.Unknown, Zone.Lgwan, Refused($"registry:{Uninstall}") },

        { "VPN-01", "maintenance dials in by IKEv2 with encryption", Outcome.Pass, Zone.Lgwan, Vpn("10.20.0.5", "Ikev2", "Required") },
        { "VPN-01", "maintenance dials in by PPTP", Outcome.Fail, Zone.Lgwan, Vpn("10.20.0.5", "Pptp", "Required") },
        { "VPN-01", "encryption is optional", Outcome.Fail, Zone.Lgwan, Vpn("10.20.0.5", "L2tp", "Optional") },
        { "VPN-01", "the protocol is one of tomorrow's", Outcome.Unknown, Zone.Lgwan, Vpn("10.20.0.5", "WireGuard", "Required") },
        { "VPN-01", "users have connections of their own alone", Outcome.NotApplicable, Zone.Lgwan, Vpn(null, "Pptp", "NoEncryption") },
        { "VPN-02", "the connection leads into a private network", Outcome.Pass, Zone.MyNumber, Vpn("10.20.0.5", "Ikev2", "Required") },
        { "VPN-02", "the connection leads to an address of the internet", Outcome.Fail, Zone.MyNumber, Vpn("203.0.113.9", "Ikev2", "Required") },
        { "VPN-02", "where a name leads isn't known", Outcome.Unknown, Zone.MyNumber, Vpn("vpn.vendor.example", "Ikev2", "Required") },
        { "VPN-02", "nobody declared the zone", Outcome.Unknown, null, Vpn("203.0.113.9", "Ikev2", "Required") },
        { "VPN-02", "the zone is the internet's", Outcome.NotApplicable, Zone.Internet, Vpn("203.0.113.9", "Ikev2", "Required") },
        { "VPN-04", "no listed client is there", Outcome.Pass, Zone.Lgwan, Instances(""" "Win32_NetworkAdapter": [ { "ServiceName": "e1dexpress" } ], "Win32_Service": [ { "Name": "Winmgmt" } ] """) },
        { "VPN-04", "a listed client is installed", Outcome.Attest, Zone.Lgwan, Instances(""" "Win32_NetworkAdapter": [ { "Description": "Fortinet SSL VPN Virtual Ethernet Adapter", "ServiceName": "FTSVNIC", "NetConnectionStatus": 7 } ], "Win32_Service": [] """) },
        { "VPN-04", "the adapters may not be read", Outcome.Unknown, Zone.Lgwan, Refused("root/cimv2:Win32_NetworkAdapter") },

        { "NET-02", "one cable leads into one private network", Outcome.Pass, Zone.MyNumber, Cards("192.168.10.11") },
        { "NET-02", "a second cable leads into another network", Outcome.Fail, Zone.MyNumber, Cards("192.168.10.11", "192.168.20.11") },
        { "NET-02", "the address is one of the internet", Outcome.Fail, Zone.MyNumber, Cards("203.0.113.9") },
        { "NET-02", "the addresses may not be read", Outcome.Unknown, Zone.MyNumber, Refused("root/cimv2:Win32_NetworkAdapterConfiguration") },
        { "NET-02", "the zone is LGWAN's", Outcome.NotApplicable, Zone.Lgwan, Cards("192.168.10.11", "192.168.20.11") },

        { "MED-01", "a policy denies all removable storage", Outcome.Pass, Zone.MyNumber, Registry($$""" "{{Storage}}": { "Deny_All": { "type": "REG_DWORD", "data": 1 } } """) },
        { "MED-01", "both drivers of USB disks load, and no policy denies", Outcome.Attest, Zone.MyNumber, UsbAllowed },
        { "MED-01", "the policy may not be read", Outcome.Unknown, Zone.MyNumber, Refused($"registry:{Storage}") },
        { "MED-01", "the zone is LGWAN's", Outcome.NotApplicable, Zone.Lgwan, UsbAllowed },
        { "MED-02", "no client ever registered a folder", Outcome.Pass, Zone.Lgwan, $$"""{ "recordedAt": "2026-11-24T03:00:00Z", "registry": {}, "absent": [ "registry:{{SyncRoots}}" ] }""" },
        { "MED-02", "OneDrive synchronises a folder", Outcome.Fail, Zone.Lgwan, Registry($$""" "{{SyncRoots}}": {}, "{{SyncRoots}}\\OneDrive!S-1-5-21-1-2-3-1001!Business1": {} """) },
        { "MED-02", "the folders may not be read", Outcome.Unknown, Zone.Lgwan, Refused($"registry:{SyncRoots}") },
        { "MED-02", "the zone is the internet's", Outcome.NotApplicable, Zone.Internet, Registry($$""" "{{SyncRoots}}": {}, "{{SyncRoots}}\\OneDrive!S-1-5-21-1-2-3-1001!Business1": {} """) },

        { "UPD-01", "Windows looks at the town's server alone", Outcome.Pass, Zone.MyNumber, UpdatesFrom("https://wsus.town.example:8531", blocksInternet: 1) },
        { "UPD-01", "nothing keeps Windows from the internet", Outcome.Fail, Zone.MyNumber, UpdatesFrom("https://wsus.town.example:8531", blocksInternet: 0) },
        { "UPD-01", "the policy may not be read", Outcome.Unknown, Zone.MyNumber, Refused($"registry:{Updates}") },
        { "UPD-01", "the zone is the internet's", Outcome.NotApplicable, Zone.Internet, UpdatesFrom("https://wsus.town.example:8531", blocksInternet: 0) },
        { "UPD-02", "whether Defender is in use may not be asked", Outcome.Unknown, Zone.MyNumber, Refused("root/Microsoft/Windows/Defender") },
    };

    private static string UsbAllowed => $$"""
        { "recordedAt": "2026-11-24T03:00:00Z",
          "registry": {
            "{{Drivers}}\\USBSTOR": { "Start": { "type": "REG_DWORD", "data": 3 } },
            "{{Drivers}}\\UASPStor": { "Start": { "type": "REG_DWORD", "data": 3 } } },
          "absent": [ "registry:{{Storage}}", "registry:{{Storage}}\\{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}" ] }
        """;

    [Theory]
    [MemberData(nameof(Rows))]
    public void Hosts_are_judged(string check, string story, Outcome outcome, Zone? zone, string recording)
    {
        var judged = Evaluator.Judge(ShippedChecks.Of(check), Machine.Answering(recording, zone: zone, wanted: Wanted) with { Model = NetworkModel.Beta });

        Assert.True(judged == outcome, $"{check}, {story}: {judged} and not {outcome}");
    }

    private static string Instances(string classes) => $$"""{ "recordedAt": "2026-11-24T03:00:00Z", "instances": { "root/cimv2": { {{classes}} } } }""";

    /// <summary>Of Windows of 32 bits, which has one list of programs.</summary>
    private static string Registry(string keys) => $$"""{ "recordedAt": "2026-11-24T03:00:00Z", "registry": { {{keys}} }, "absent": [ "registry:{{Wow}}" ] }""";

    private static string Refused(string scope) => $$"""{ "recordedAt": "2026-11-24T03:00:00Z", "instances": {}, "failures": { "{{scope}}": "denied" } }""";

    private static string Edr(string startMode, bool acceptsStop) => $$"""
        { "recordedAt": "2026-11-24T03:00:00Z",
          "instances": {
            "root/cimv2": {
              "Win32_OperatingSystem": [ { "ProductType": 1 } ],
              "Win32_Service": [ { "Name": "CSFalconService", "State": "Running", "StartMode": "{{startMode}}", "AcceptStop": {{(acceptsStop ? "true" : "false")}} } ],
              "Win32_SystemDriver": [] },
            "root/SecurityCenter2": { "AntiVirusProduct": [ { "displayName": "CrowdStrike Falcon Sensor", "productState": 266240 } ] } },
          "absent": [ "root/Microsoft/Windows/Defender" ] }
        """;

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
        var connection = $$"""{ "Name": "保守", "ServerAddress": "{{server ?? "203.0.113.9"}}", "TunnelType": "{{tunnel}}", "EncryptionLevel": "{{encryption}}" }""";
        return $$"""
            { "recordedAt": "2026-11-24T03:00:00Z", "instances": {},
              "methods": { "root/Microsoft/Windows/RemoteAccess/Client": { "PS_VpnConnection.Get": [
                { "in": { "AllUserConnection": true }, "out": { "ReturnValue": 0, "cmdletOutput": [ {{(server is null ? null : connection)}} ] } },
                { "in": { "AllUserConnection": false }, "out": { "ReturnValue": 0, "cmdletOutput": [ {{(server is null ? connection : null)}} ] } } ] } } }
            """;
    }

    private static string Cards(params string[] addresses)
    {
        var (hardware, configurations) = (string.Empty, string.Empty);
        for (var at = 0; at < addresses.Length; at++)
        {
            var comma = at == 0 ? string.Empty : ", ";
            hardware += $$"""{{comma}}{ "Index": {{at}}, "NetConnectionID": "Ethernet {{at}}", "NetConnectionStatus": 2, "PNPDeviceID": "PCI\\VEN_8086" }""";
            configurations += $$"""{{comma}}{ "Index": {{at}}, "IPEnabled": true, "IPAddress": [ "{{addresses[at]}}" ], "IPSubnet": [ "255.255.255.0" ] }""";
        }

        return Instances($$""" "Win32_NetworkAdapter": [ {{hardware}} ], "Win32_NetworkAdapterConfiguration": [ {{configurations}} ] """);
    }

    private static string UpdatesFrom(string server, int blocksInternet) => $$"""
        { "recordedAt": "2026-11-24T03:00:00Z",
          "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { "ProductType": 1, "Version": "10.0.26200", "BuildNumber": "26200" } ] } },
          "registry": {
            "{{Updates}}": { "WUServer": { "type": "REG_SZ", "data": "{{server}}" }, "DoNotConnectToWindowsUpdateInternetLocations": { "type": "REG_DWORD", "data": {{blocksInternet}} } },
            "{{Updates}}\\AU": { "UseWUServer": { "type": "REG_DWORD", "data": 1 } } },
          "absent": [ "registry:{{Policies}}\\DeliveryOptimization", "registry:{{Managed}}" ] }
        """;
}
