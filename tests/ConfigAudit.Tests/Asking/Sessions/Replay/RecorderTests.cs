using System;
using System.IO;
using System.Linq;
using System.Threading;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.Replay;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions.Replay;

/// <summary>What a host answered, kept: it answers the same again, and holds nothing that nobody reads.</summary>
public sealed class RecorderTests : IDisposable
{
    private static readonly string Fleet = Path.Combine(Machine.RepositoryRoot, "examples", "fleet");

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_recording_of_a_recording_gives_the_same_facts_and_gaps()
    {
        foreach (var path in Directory.GetFiles(Fleet, "*.json").Where(path => !path.EndsWith("IN-PC-004.json", StringComparison.Ordinal)))
        {
            var name = Path.GetFileNameWithoutExtension(path)!;
            var first = Machine.Recorded(path);
            var second = Machine.Recorded(Save(name, path, out _));
            // Keys of a registry have no order of their own.
            Assert.Equal(
                first.Facts.Select(Text).OrderBy(text => text, StringComparer.Ordinal),
                second.Facts.Select(Text).OrderBy(text => text, StringComparer.Ordinal)
            );
            Assert.Equal(first.Gaps.Select(Told), second.Gaps.Select(Told));
        }

        static string Text(Fact fact) =>
            string.Join(", ", FactType.Of(fact.GetType()).Properties.Select(property => $"{property.Name}={property.Format(fact)}"));
        static string Told(Gap gap) => $"{gap.Kind} {gap.Property}";
    }

    [Fact]
    public void A_password_in_a_proxy_s_address_gets_into_no_recording_and_no_fact()
    {
        var path = _folder.File(
            "PC001.json",
            """
            { "recordedAt": "2026-11-01T00:00:00Z", "instances": {},
              "absent": [ "registry:HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\CurrentVersion\\Internet Settings", "registry:HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge" ],
              "registry": { "HKEY_USERS": {}, "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings": {
                "ProxyEnable": { "type": "REG_DWORD", "data": 1 }, "ProxyServer": { "type": "REG_SZ", "data": "http=proxyuser:hush-hush@10.1.2.3:8080;https=10.1.2.4:8080" } } } }
            """
        );
        var text = File.ReadAllText(Save("proxy", path, out _));
        Assert.DoesNotContain("hush-hush", text);
        Assert.DoesNotContain("proxyuser", text);
        Assert.Equal(
            new[] { "http=10.1.2.3:8080;https=10.1.2.4:8080" },
            Machine.Recorded(path).Of<ConfigAudit.Asking.Collectors.Network.NetworkFact>().Single().ProxyServers
        );
    }

    [Fact]
    public void Nothing_but_what_collectors_declare_is_kept()
    {
        var path = _folder.File(
            "PC001.json",
            """
            {
              "recordedAt": "2026-11-01T00:00:00Z",
              "instances": { "root/cimv2": { "Win32_UserAccount": [ { "Name": "a", "SID": "S-1-5-21-1-2-3-1001", "LocalAccount": true, "Description": "secret-of-description" } ] } },
              "registry": {
                "HKEY_USERS": {},
                "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall": {},
                "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\A": {
                  "DisplayName": { "type": "REG_SZ", "data": "App" }, "ProductKey": { "type": "REG_SZ", "data": "secret-of-registry" } }
              },
              "methods": { "root/Microsoft/Windows/RemoteAccess/Client": { "PS_VpnConnection.Get": [
                { "in": { "AllUserConnection": true }, "out": { "ReturnValue": 0, "Psk": "secret-beside", "cmdletOutput": [ { "Name": "V", "L2tpPsk": "secret-of-vpn" } ] } } ] } }
            }
            """
        );
        var text = File.ReadAllText(Save("kept", path, out _));
        Assert.DoesNotContain("secret", text);
        Assert.Contains("\"Name\": \"V\"", text);
        // That there is such a value is known; what it holds was never asked.
        Assert.Contains("\"ProductKey\": {\n    \"type\": \"unread\"\n   }", text.Replace("\r", string.Empty));
        Assert.Equal(
            "App",
            Assert.Single(Machine.Recorded(_folder["kept.json"]).Of<ConfigAudit.Asking.Collectors.Software.SoftwareFact>()).Name
        );
    }

    [Fact]
    public void Other_names_are_put_everywhere_and_facts_that_depend_on_addresses_stay()
    {
        var before = Machine.Recorded(Path.Combine(Fleet, "LG-PC-002.json"));
        Save("LG-PC-002", Path.Combine(Fleet, "LG-PC-002.json"), out var recorder);
        var pseudonyms = Pseudonyms.Apply(recorder.Recording, "LG-PC-002");
        RecordingWriter.Save(recorder.Recording, pseudonyms.Computer, _folder["other.json"]);
        var (text, after) = (File.ReadAllText(_folder["other.json"]), Machine.Recorded(_folder["other.json"]));
        Assert.All(before.IPAddresses.Append(before.HostName!), name => Assert.DoesNotContain(name, text));
        Assert.All(
            before.Of<ConfigAudit.Asking.Collectors.Accounts.AccountFact>(),
            account => Assert.DoesNotContain($"\"{account.Sid}\"", text)
        );
        Assert.Equal(
            before.Of<ConfigAudit.Asking.Collectors.Vpn.VpnConnectionFact>().Select(vpn => vpn.ServerIsPublic),
            after.Of<ConfigAudit.Asking.Collectors.Vpn.VpnConnectionFact>().Select(vpn => vpn.ServerIsPublic)
        );
        Assert.All(
            before.Of<ConfigAudit.Asking.Collectors.Accounts.LogonSessionFact>().Select(session => session.Account!).Append("loc-admin"),
            name => Assert.DoesNotContain(name, text)
        );
        Assert.Equal(
            before.Of<ConfigAudit.Asking.Collectors.Accounts.AdministratorFact>().Select(member => member.IsLocal),
            after.Of<ConfigAudit.Asking.Collectors.Accounts.AdministratorFact>().Select(member => member.IsLocal)
        );
        Assert.Equal(before.Facts.Count, after.Facts.Count);
    }

    [Fact]
    public void Other_names_reach_the_strings_of_events_and_leave_their_numbers()
    {
        var recording = RecordingFile.Load(
            _folder.File(
                "PC001.json",
                """
                { "recordedAt": "2026-11-16T10:00:00Z", "instances": { "root/cimv2": { "Win32_NTLogEvent": [
                  { "Logfile": "Security", "RecordNumber": 1, "EventCode": 4624, "TimeGenerated": "20261116010000.000000+000", "InsertionStrings": [
                    "S-1-5-18", "PC001$", "CITY", "0x3e7", "S-1-5-21-1-2-3-1101", "h.yamada", "CITY", "0xa", "10", "User32", "Negotiate", "PC001", "{0}", "-", "-", "0", "0x1", "svchost.exe", "10.1.2.3", "0"] },
                  { "Logfile": "Security", "RecordNumber": 2, "EventCode": 4778, "TimeGenerated": "20261116020000.000000+000", "InsertionStrings": ["h.yamada", "CITY", "0xa", "RDP-Tcp#1", "PC-SOUMU-07", "10.1.2.7"] },
                  { "Logfile": "Security", "RecordNumber": 3, "EventCode": 4778, "TimeGenerated": "20261116030000.000000+000", "InsertionStrings": ["h.yamada", "CITY", "0xa", "Console", "Unknown", "LOCAL"] }
                ] } } }
                """
            )
        );
        RecordingWriter.Save(recording, Pseudonyms.Apply(recording, "PC001").Computer, _folder["other.json"]);
        var text = File.ReadAllText(_folder["other.json"]);
        Assert.All(
            new[] { "PC001", "h.yamada", "CITY", "S-1-5-21-1-2-3", "PC-SOUMU-07", "10.1.2.3" },
            name => Assert.DoesNotContain(name, text)
        );
        var wanted = new CollectionOptions { LogonsSince = new DateTimeOffset(2026, 11, 16, 0, 0, 0, TimeSpan.Zero) };
        var logon = Assert.Single(
            Machine.Recorded(_folder["other.json"], null, null, out _, wanted).Of<ConfigAudit.Asking.Collectors.Accounts.LogonFact>()
        );
        Assert.Equal((ConfigAudit.Asking.Collectors.Accounts.LogonKind.RemoteInteractive, "10"), (logon.Kind!.Value, logon.LogonId));
        Assert.Equal((2, 1), (logon.ClientAddresses!.Count, logon.ClientNames!.Count));
    }

    [Fact]
    public void Addresses_of_neighbours_and_in_firewall_rules_get_other_names_and_the_facts_stay()
    {
        var path = _folder.File(
            "PC001.json",
            """
            { "recordedAt": "2026-11-01T00:00:00Z",
              "absent": [ "registry:HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\Mdm\\FirewallRules" ],
              "instances": { "root/cimv2": { "Win32_NetworkAdapter": [ { "Index": 1, "NetConnectionID": "LAN", "NetConnectionStatus": 2, "MACAddress": "AC:DE:48:01:02:03" } ] },
                "root/StandardCimv2": {
                  "MSFT_NetNeighbor": [ { "IPAddress": "10.77.1.9", "LinkLayerAddress": "AC-DE-48-01-02-03", "State": 5, "Store": 1 }, { "IPAddress": "10.77.1.10", "LinkLayerAddress": "AC-DE-48-0A-0B-0C", "State": 4, "Store": 1 },
                    { "IPAddress": "224.0.0.22", "LinkLayerAddress": "01-00-5E-00-00-16", "State": 6, "Store": 1 }, { "IPAddress": "10.77.1.11", "LinkLayerAddress": "00-00-00-00-00-00", "State": 0, "Store": 1 } ],
                  "MSFT_NetFirewallRule": [ { "InstanceID": "TCP Query C:\\Users\\taro\\x.exe", "Direction": 1, "Enabled": 1, "Action": 2, "Profiles": 0 } ],
                  "MSFT_NetProtocolPortFilter": [ { "InstanceID": "TCP Query C:\\Users\\taro\\x.exe", "Protocol": "TCP", "LocalPort": ["445"] } ],
                  "MSFT_NetAddressFilter": [ { "InstanceID": "TCP Query C:\\Users\\taro\\x.exe", "RemoteAddress": ["10.77.1.0/255.255.255.0", "10.77.2.3-10.77.2.9", "0.0.0.0-255.255.255.255"] } ],
                  "MSFT_NetApplicationFilter": [ { "InstanceID": "TCP Query C:\\Users\\taro\\x.exe", "AppPath": "C:\\Users\\taro\\x.exe" } ] } },
              "registry": { "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall": {}, "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall\\FirewallRules": { "{1}": {
                "type": "REG_SZ", "data": "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389|RA4=10.77.3.0/255.255.255.0|RA6=2400:aaaa:bbbb::/48|RUAuth=O:LSD:(A;;CC;;;S-1-5-21-77-88-99-1001)|App=C:\\Users\\taro\\y.exe|Name=x|" } } } }
            """
        );
        var before = Machine.Recorded(path);
        Save("neighbors", path, out var recorder);
        RecordingWriter.Save(recorder.Recording, Pseudonyms.Apply(recorder.Recording, "PC001").Computer, _folder["other.json"]);
        var (text, after) = (File.ReadAllText(_folder["other.json"]), Machine.Recorded(_folder["other.json"]));
        Assert.All(
            new[] { "AC-DE-48", "AC:DE:48", "10.77.", "2400:aaaa", "S-1-5-21-77", "taro" },
            name => Assert.DoesNotContain(name, text)
        );
        Assert.Contains("01-00-5E-00-00-16", text);
        Assert.Equal(2, before.Of<ConfigAudit.Asking.Collectors.Network.NeighborFact>().Length);
        var neighbors = after.Of<ConfigAudit.Asking.Collectors.Network.NeighborFact>();
        Assert.Equal(2, neighbors.Length);
        // The same card is the same one, however it is written.
        Assert.Equal(after.Of<ConfigAudit.Asking.Collectors.Network.AdapterFact>().Single().MacAddress, neighbors[0].MacAddress);
        Assert.NotEqual(neighbors[0].MacAddress, neighbors[1].MacAddress);
        Assert.Equal(
            new bool?[] { true, false },
            before.Of<ConfigAudit.Asking.Collectors.Network.FirewallRuleFact>().Select(rule => rule.FromAnywhere)
        );
        Assert.Equal(
            new bool?[] { true, false },
            after.Of<ConfigAudit.Asking.Collectors.Network.FirewallRuleFact>().Select(rule => rule.FromAnywhere)
        );
    }

    private string Save(string name, string path, out Recorder recorder)
    {
        Recorder? made = null;
        var options = new SessionOptions
        {
            Wrap = (_, source) => made = new Recorder(source, Collector.All.SelectMany(collector => collector.Sources)),
        };
        new Audit(Machine.Catalogs, Collector.All, options, new Listener())
            .SnapshotAsync(new Target(name) { RecordingPath = path }, TimeSpan.FromMinutes(1), CancellationToken.None)
            .GetAwaiter()
            .GetResult();
        recorder = made!;
        RecordingWriter.Save(recorder.Recording, name, _folder[name + ".json"]);
        return _folder[name + ".json"];
    }
}
