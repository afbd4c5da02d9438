using System.Collections.Generic;
using System.IO;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>A handful of recorded machines, each with one thing to tell.</summary>
internal static class Recordings
{
    /// <summary>Puts them into <paramref name="folder"/>: PC001 (Defender on), PC002 (Defender off), PC003 (denied in part), PC004
    /// (unreachable).</summary>
    public static string In(string folder)
    {
        foreach (var (name, text) in All)
            File.WriteAllText(Path.Combine(folder, name + ".json"), text);
        return folder;
    }

    private static Dictionary<string, string> All { get; } =
        new()
        {
            ["PC001"] = Client("PC001", 397568, "true"),
            ["PC002"] = Client("PC002", 393472, "false"),
            ["PC003"] = """
                { "recordedAt": "2026-11-16T00:00:00Z",
                  "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { "CSName": "PC003", "ProductType": 1 } ] } },
                  "failures": { "root/SecurityCenter2": "denied", "root/cimv2:Win32_UserAccount": "denied" } }
                """,
            ["PC004"] = """{ "failures": { "*": "unreachable" } }""",
        };

    private static string Client(string name, long state, string on) =>
        $$"""
            { "recordedAt": "2026-11-16T00:00:00Z",
              "instances": {
                "root/cimv2": {
                  "Win32_OperatingSystem": [ { "CSName": "{{name}}", "Caption": "Microsoft Windows 11 Pro", "BuildNumber": "26200", "ProductType": 1,
                    "OperatingSystemSKU": 48, "LocalDateTime": "20261116090000.000000+540" } ],
                  "Win32_ComputerSystem": [ { "Name": "{{name}}", "Domain": "town.example.jp", "PartOfDomain": true } ],
                  "Win32_NetworkAdapterConfiguration": [ { "IPAddress": [ "10.1.2.3" ] } ],
                  "Win32_Service": [ { "Name": "WinDefend", "State": "Running", "StartMode": "Auto", "AcceptStop": false } ],
                  "Win32_UserAccount": [
                    { "Name": "Guest", "SID": "S-1-5-21-1-2-3-501", "FullName": "", "Disabled": true, "LocalAccount": true, "PasswordRequired": false },
                    { "Name": "kyoyo01", "SID": "S-1-5-21-1-2-3-1001", "FullName": "", "Disabled": false, "LocalAccount": true, "PasswordRequired": true, "PasswordExpires": false, "PasswordChangeable": true } ] },
                "root/cimv2/Security/MicrosoftVolumeEncryption": { "Win32_EncryptableVolume": [ { "DriveLetter": "C:", "VolumeType": 0, "ProtectionStatus": 1, "ConversionStatus": 1 } ] },
                "root/SecurityCenter2": { "AntiVirusProduct": [ { "displayName": "Windows Defender", "productState": {{state}} } ] },
                "root/Microsoft/Windows/Defender": { "MSFT_MpComputerStatus": [ { "AMServiceEnabled": true, "AntivirusEnabled": true, "RealTimeProtectionEnabled": {{on}},
                  "BehaviorMonitorEnabled": true, "AntivirusSignatureLastUpdated": "20261115120000.000000+000", "AntivirusSignatureVersion": "1.2.3.4" } ] } },
              "registry": {
                "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion": { "UBR": { "type": "REG_DWORD", "data": 7171 }, "DisplayVersion": { "type": "REG_SZ", "data": "25H2" } },
                "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall": {},
                "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\O": {
                  "DisplayName": { "type": "REG_SZ", "data": "Microsoft Office Professional Plus 2013" }, "DisplayVersion": { "type": "REG_SZ", "data": "15.0.5603.1000" } },
                "HKEY_USERS": {} },
              "absent": [ "registry:HKEY_LOCAL_MACHINE\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Uninstall" ],
              "methods": { "root/Microsoft/Windows/RemoteAccess/Client": { "PS_VpnConnection.Get": [
                { "in": { "AllUserConnection": true }, "out": { "ReturnValue": 0, "cmdletOutput": [ { "Name": "保守", "ServerAddress": "10.9.8.7", "TunnelType": "Ikev2", "EncryptionLevel": "Required", "AllUserConnection": true } ] } },
                { "in": { "AllUserConnection": false }, "out": { "ReturnValue": 0, "cmdletOutput": null } } ] } }
            }
            """;
}
