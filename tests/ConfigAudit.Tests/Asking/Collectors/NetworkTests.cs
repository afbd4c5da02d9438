using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors.Network;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Adapters, routes, proxies, SMB and Windows Firewall.</summary>
public sealed class NetworkTests
{
    private const string Local = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy";
    private const string Policy = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall";
    private const string Lanman = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\LanmanServer\\Parameters";
    private const string Resolver = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\DNSClient";
    private const string Settings = @"SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings";
    private const string Person = @"HKEY_USERS\\S-1-5-21-1-2-3-1001";

    [Fact]
    public void A_host_with_one_cable_stands_in_one_network() => Assert.False(Homed(Card(1, "10.1.1.5", "255.255.255.0")).IsDualHomed);

    [Fact]
    public void Two_networks_on_hardware_are_two() =>
        Assert.True(Homed(Card(1, "10.1.1.5", "255.255.255.0"), Card(2, "192.168.0.5", "255.255.255.0", @"USB\\VID_0BDA")).IsDualHomed);

    [Fact]
    public void Cable_and_wireless_in_one_network_are_one() =>
        Assert.False(Homed(Card(1, "10.1.1.5", "255.255.255.0"), Card(2, "10.1.1.6", "255.255.255.0")).IsDualHomed);

    [Fact]
    public void An_address_alone_within_another_network_is_no_second_one() =>
        Assert.False(Homed(Card(1, "10.1.1.5", "255.255.255.0"), Card(2, "10.1.1.9", "255.255.255.255")).IsDualHomed);

    /// <summary>One of the masks is wrong, or there are two networks of which one is only a part of the other's addresses.</summary>
    [Theory]
    [InlineData("10.0.5.5", "255.0.0.0", "10.1.2.3", "255.255.0.0", null)]
    [InlineData("10.1.2.3", "255.255.0.0", "10.0.5.5", "255.0.0.0", null)]
    [InlineData("10.1.5.5", "255.255.0.0", "10.1.2.3", "255.255.255.252", null)]
    [InlineData("10.1.5.5", "255.255.0.0", "10.1.2.3", "255.255.0.0", false)]
    [InlineData("10.1.5.5", "255.255.0.0", "10.1.2.3", "255.0.255.0", false)]
    [InlineData("10.1.5.5", "255.255.0.0", "10.2.2.3", "255.255.0.0", true)]
    public void A_network_within_another_adapters_may_be_that_one_or_its_own(
        string first,
        string firstMask,
        string second,
        string secondMask,
        bool? expected
    ) => Assert.Equal(expected, Homed(Card(1, first, firstMask), Card(2, second, secondMask)).IsDualHomed);

    [Fact]
    public void A_second_network_on_software_may_be_a_VPN_or_a_virtual_switch_and_is_not_known() =>
        Assert.Null(Homed(Card(1, "10.1.1.5", "255.255.255.0"), Card(2, "192.168.56.1", "255.255.255.0", @"ROOT\\NET\\0000")).IsDualHomed);

    [Fact]
    public void Link_local_addresses_and_adapters_without_a_cable_say_nothing() =>
        Assert.False(
            Homed(
                Card(1, "10.1.1.5", "255.255.255.0"),
                Card(2, "169.254.8.8", "255.255.0.0"),
                Card(3, "192.168.0.5", "255.255.255.0", status: 7)
            ).IsDualHomed
        );

    [Theory]
    [InlineData("203.0.113.9", true)]
    [InlineData("100.64.0.9", false)]
    public void An_address_that_the_internet_carries_is_public(string address, bool expected) =>
        Assert.Equal(expected, Homed(Card(1, address, "255.255.255.0")).HasPublicAddress);

    [Fact]
    public void Adapters_that_may_not_be_read_leave_it_all_open()
    {
        var snapshot = Snapshot(""" "instances": {}, "failures": { "root/cimv2:Win32_NetworkAdapterConfiguration": "denied" } """);
        var network = snapshot.Of<NetworkFact>().Single();
        Assert.Null(network.IsDualHomed);
        Assert.Null(network.HasPublicAddress);
        Assert.Null(network.NetBiosEnabled);
        Assert.Contains(
            snapshot.GapsIn<NetworkFact>(),
            gap => gap.Property == nameof(NetworkFact.HasPublicAddress) && gap.Kind == GapKind.Denied
        );
    }

    [Theory]
    [InlineData(1, true, true)]
    [InlineData(2, true, false)]
    [InlineData(0, false, true)]
    [InlineData(0, true, null)]
    public void NetBIOS_by_DHCP_is_on_for_a_fixed_address_and_else_not_known(int options, bool dhcp, bool? expected) =>
        Assert.Equal(
            expected,
            Network(
                $$""" "instances": { "root/cimv2": { "Win32_NetworkAdapterConfiguration": [ { "Index": "1", "IPEnabled": "true", "TcpipNetbiosOptions": "{{options}}", "DHCPEnabled": "{{(dhcp ? "true" : "false")}}" } ] } } """
            ).NetBiosEnabled
        );

    [Fact]
    public void The_SMB_configuration_comes_from_the_documented_method()
    {
        var network = Network(
            """ "instances": {}, "methods": { "root/Microsoft/Windows/SMB": { "MSFT_SmbServerConfiguration.GetConfiguration": [ { "in": {}, "out": { "ReturnValue": "0", "Output": { "EnableSMB1Protocol": "false", "RequireSecuritySignature": "true" } } } ] } } """
        );
        Assert.False(network.Smb1Server);
        Assert.True(network.SmbServerSigningRequired);
        Assert.Null(network.SmbClientSigningRequired);
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void The_registry_speaks_where_the_SMB_namespace_is_not_there(int value, bool expected) =>
        Assert.Equal(
            expected,
            Network(
                $$""" "instances": {}, "absent": [ "root/Microsoft/Windows/SMB" ], "registry": { "{{Lanman}}": { "SMB1": { "type": "REG_DWORD", "data": {{value}} } } } """
            ).Smb1Server
        );

    [Fact]
    public void A_registry_that_leaves_SMB_to_Windows_says_nothing()
    {
        var snapshot = Snapshot(
            $$""" "instances": {}, "failures": { "root/Microsoft/Windows/SMB": "denied" }, "registry": { "{{Lanman}}": {} } """
        );
        Assert.Null(snapshot.Of<NetworkFact>().Single().Smb1Server);
        Assert.Contains(
            snapshot.GapsIn<NetworkFact>(),
            gap => gap.Property == nameof(NetworkFact.Smb1Server) && gap.Kind == GapKind.Denied
        );
    }

    [Fact]
    public void LLMNR_is_on_unless_policy_forbids_it()
    {
        Assert.True(Network($$""" "instances": {}, "absent": [ "registry:{{Resolver}}" ] """).LlmnrEnabled);
        Assert.False(
            Network($$""" "registry": { "{{Resolver}}": { "EnableMulticast": { "type": "REG_DWORD", "data": 0 } } } """).LlmnrEnabled
        );
        Assert.Null(Network(""" "instances": {} """).LlmnrEnabled);
    }

    [Fact]
    public void Proxies_are_those_that_are_switched_on_for_machine_or_person_or_Edge()
    {
        var network = Network(
            $$"""
            "registry": {
              "HKEY_USERS": {}, "{{Person}}": {},
              "HKEY_LOCAL_MACHINE\\{{Settings}}": { "ProxyEnable": { "type": "REG_DWORD", "data": 0 }, "ProxyServer": { "type": "REG_SZ", "data": "old.example:8080" } },
              "{{Person}}\\{{Settings}}": { "ProxyEnable": { "type": "REG_DWORD", "data": 1 }, "ProxyServer": { "type": "REG_SZ", "data": "proxy.example:8080" } },
              "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge": { "ProxyMode": { "type": "REG_SZ", "data": "pac_script" }, "ProxyPacUrl": { "type": "REG_SZ", "data": "http://wpad.example/proxy.pac" } }
            }
            """
        );
        Assert.Equal(new[] { "proxy.example:8080" }, network.ProxyServers);
        Assert.Equal(new[] { "http://wpad.example/proxy.pac" }, network.AutoConfigUrls);
    }

    /// <summary>An ordinary user's own value: it is a value like another, and costs the run nothing.</summary>
    [Theory]
    [InlineData("a:", "=@x")]
    [InlineData("a", "")]
    [InlineData("a:", "@x")]
    [InlineData("=a:b@", "")]
    public void A_proxy_of_80_000_characters_is_read_as_any_other(string repeated, string end)
    {
        var value = string.Concat(System.Linq.Enumerable.Repeat(repeated, 80_000 / repeated.Length)) + end;
        var network = Network(
            $$"""
            "registry": { "HKEY_USERS": {}, "{{Person}}": {}, "HKEY_LOCAL_MACHINE\\{{Settings}}": {}, "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge": {},
              "{{Person}}\\{{Settings}}": { "ProxyEnable": { "type": "REG_DWORD", "data": 1 }, "ProxyServer": { "type": "REG_SZ", "data": "{{value}}" } } }
            """
        );
        Assert.Equal(ConfigAudit.Base.Values.UserInfo.Removed(value), Assert.Single(network.ProxyServers!));
    }

    [Theory]
    [InlineData("fixed_servers", "proxy.example:8080", "")]
    [InlineData("pac_script", "", "http://wpad.example/proxy.pac")]
    [InlineData("direct", "", "")]
    [InlineData("system", "", "")]
    [InlineData("auto_detect", "", "")]
    [InlineData(null, "", "")]
    public void Edge_applies_a_proxy_in_the_mode_that_it_belongs_to_alone(string? mode, string server, string script)
    {
        var network = Network(
            $$"""
            "registry": { "HKEY_USERS": {}, "HKEY_LOCAL_MACHINE\\{{Settings}}": {}, "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge": {
              {{(mode is null ? "" : $$"""  "ProxyMode": { "type": "REG_SZ", "data": "{{mode}}" }, """)}}
              "ProxyServer": { "type": "REG_SZ", "data": "proxy.example:8080" }, "ProxyPacUrl": { "type": "REG_SZ", "data": "http://wpad.example/proxy.pac" } } }
            """
        );
        Assert.Equal((server, script), (string.Join(" ", network.ProxyServers!), string.Join(" ", network.AutoConfigUrls!)));
    }

    [Fact]
    public void A_mode_of_Edge_that_was_not_read_leaves_its_proxy_open_and_matters_to_nothing_else()
    {
        var network = Network(
            $$"""
            "registry": { "HKEY_USERS": {}, "HKEY_LOCAL_MACHINE\\{{Settings}}": {},
              "HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Edge": { "ProxyMode": { "type": "unread" }, "ProxyServer": { "type": "REG_SZ", "data": "proxy.example:8080" } } }
            """
        );
        Assert.Null(network.ProxyServers);
        Assert.Empty(network.AutoConfigUrls!);
    }

    [Fact]
    public void Without_the_list_of_people_no_list_of_proxies_is_whole() =>
        Assert.Null(Network($$""" "registry": { "HKEY_LOCAL_MACHINE\\{{Settings}}": {} } """).ProxyServers);

    [Fact]
    public void Routes_that_are_only_kept_for_the_next_start_are_not_in_force()
    {
        var snapshot = Snapshot(
            """ "instances": { "root/StandardCimv2": { "MSFT_NetRoute": [ { "DestinationPrefix": "::/0", "NextHop": "fe80::1", "RouteMetric": "256", "Store": "1" }, { "DestinationPrefix": "0.0.0.0/0", "NextHop": "10.1.1.1", "Store": "0" } ] } } """
        );
        var route = Assert.Single(snapshot.Of<RouteFact>());
        Assert.True(route.IsDefault);
        Assert.Equal(256, route.Metric);
        Assert.True(snapshot.Of<NetworkFact>().Single().HasDefaultRoute);
    }

    [Fact]
    public void The_old_table_speaks_for_IPv4_alone()
    {
        var snapshot = Snapshot(
            """ "instances": { "root/cimv2": { "Win32_IP4RouteTable": [ { "Destination": "10.1.0.0", "Mask": "255.255.0.0", "NextHop": "10.1.1.1", "Metric1": 5 } ] } }, "absent": [ "root/StandardCimv2" ] """
        );
        Assert.Equal("10.1.0.0/16", snapshot.Of<RouteFact>().Single().Destination);
        Assert.Contains(snapshot.GapsIn<RouteFact>(), gap => gap.Property is null && gap.Message.Contains("IPv6"));
        Assert.Null(snapshot.Of<NetworkFact>().Single().HasDefaultRoute);
    }

    [Fact]
    public void Group_policy_goes_before_the_machine()
    {
        var profiles = Firewall(
            $$""" "{{Policy}}": {}, "{{Policy}}\\PublicProfile": { "EnableFirewall": { "type": "REG_DWORD", "data": 1 } }, """
        );
        Assert.Equal((true, SettingOrigin.Policy), (profiles[2].Enabled, profiles[2].Origin));
        Assert.Equal((false, SettingOrigin.Local), (profiles[0].Enabled, profiles[0].Origin));
    }

    [Fact]
    public void The_older_StandardProfile_policy_speaks_for_private_networks() =>
        Assert.True(
            Firewall($$""" "{{Policy}}": {}, "{{Policy}}\\StandardProfile": { "EnableFirewall": { "type": "REG_DWORD", "data": 1 } }, """)[
                1
            ].Enabled
        );

    [Fact]
    public void Inbound_is_blocked_and_outbound_allowed_where_nobody_says_otherwise()
    {
        var profile = Firewall($$""" "{{Policy}}": {}, """)[0];
        Assert.Equal((FirewallAction.Block, FirewallAction.Allow), (profile.DefaultInbound, profile.DefaultOutbound));
        Assert.True(profile.AllowLocalRules);
        Assert.False(profile.LogBlocked);
    }

    [Fact]
    public void A_policy_that_was_not_read_might_overrule_the_machine()
    {
        var snapshot = Snapshot(
            $$""" "failures": { "registry:{{Policy}}": "denied" }, "registry": { "{{Local}}\\DomainProfile": { "EnableFirewall": { "type": "REG_DWORD", "data": 1 } } } """
        );
        var profile = snapshot.Of<FirewallProfileFact>()[0];
        Assert.Null(profile.Enabled);
        Assert.Null(profile.DefaultInbound);
        Assert.Contains(
            snapshot.GapsIn<FirewallProfileFact>(),
            gap => gap.Property == nameof(FirewallProfileFact.Enabled) && gap.Kind == GapKind.Denied
        );
    }

    [NeedsFact("shared/recorded")]
    public void A_VPN_adapter_says_that_it_is_physical_and_is_not()
    {
        var folder = Machine.SharedRecordings!;
        var up = Machine.Recorded(Path.Combine(folder, "win10-fr-vpn-up-01.json"));
        var vpn = up.Of<AdapterFact>().Single(adapter => adapter.Description == "Fortinet SSL VPN Virtual Ethernet Adapter");
        Assert.Equal((true, false), (vpn.IsUp, vpn.IsPhysical));
        Assert.Contains("10.177.0.17", vpn.Addresses!);
        Assert.Null(up.Of<NetworkFact>().Single().IsDualHomed);
    }

    [NeedsFact("shared/recorded")]
    public void The_same_machine_without_its_VPN_stands_in_one_network()
    {
        var folder = Machine.SharedRecordings!;
        var down = Machine.Recorded(Path.Combine(folder, "win10-fr-vpn-down-01.json"));
        var network = down.Of<NetworkFact>().Single();
        Assert.False(network.IsDualHomed);
        Assert.Equal(new[] { "10.178.0.1" }, network.DefaultGateways);
        Assert.Equal(
            "Realtek USB GbE Family Controller",
            down.Of<AdapterFact>().Single(adapter => adapter is { IsUp: true, IsPhysical: true }).Description
        );
    }

    [NeedsFact("shared/recorded")]
    public void A_real_server_of_2008_tells_its_routes_by_the_old_table()
    {
        var folder = Machine.SharedRecordings!;
        var route = Assert.Single(
            Machine.Recorded(Path.Combine(folder, "ws2008r2-en-01.json")).Of<RouteFact>(),
            found => found.IsDefault == true
        );
        Assert.Equal("10.30.40.1", route.NextHop);
    }

    [NeedsFact("shared/recorded")]
    public void A_real_firewall_registry_without_a_recorded_policy_is_not_enough()
    {
        var folder = Machine.SharedRecordings!;
        var profiles = Machine.Recorded(Path.Combine(folder, "win10-fr-composite-01.json")).Of<FirewallProfileFact>();
        Assert.Equal(3, profiles.Length);
        Assert.All(profiles, profile => Assert.Null(profile.Enabled));
    }

    private static FirewallProfileFact[] Firewall(string policy) =>
        Snapshot(
                $$"""
                "instances": { "root/cimv2": { "Win32_Service": [ { "Name": "mpssvc", "State": "Running", "StartMode": "Auto" } ] } },
                "registry": {
                  {{policy}}
                  "{{Local}}\\DomainProfile": { "EnableFirewall": { "type": "REG_DWORD", "data": 0 } }, "{{Local}}\\DomainProfile\\Logging": {},
                  "{{Local}}\\StandardProfile": { "EnableFirewall": { "type": "REG_DWORD", "data": 0 } },
                  "{{Local}}\\PublicProfile": { "EnableFirewall": { "type": "REG_DWORD", "data": 0 } }
                }
                """
            )
            .Of<FirewallProfileFact>();

    private static (string Hardware, string Configuration) Card(
        int index,
        string address,
        string mask,
        string device = @"PCI\\VEN_8086",
        int status = 2
    ) =>
        (
            $$"""{ "Index": {{index}}, "NetConnectionID": "Ethernet {{index}}", "NetConnectionStatus": {{status}}, "PNPDeviceID": "{{device}}" }""",
            $$"""{ "Index": {{index}}, "IPEnabled": true, "IPAddress": ["{{address}}", "fe80::{{index}}"], "IPSubnet": ["{{mask}}", "64"] }"""
        );

    private static NetworkFact Homed(params (string Hardware, string Configuration)[] cards) =>
        Network(
            $$"""
            "instances": { "root/cimv2": {
              "Win32_NetworkAdapter": [ {{string.Join(", ", cards.Select(card => card.Hardware))}} ],
              "Win32_NetworkAdapterConfiguration": [ {{string.Join(", ", cards.Select(card => card.Configuration))}} ] } }
            """
        );

    private static NetworkFact Network(string recording) => Snapshot(recording).Of<NetworkFact>().Single();

    private static Snapshot Snapshot(string members) =>
        Machine.Answering(
            $$"""{ "recordedAt": "2026-11-01T00:00:00Z", {{(members.Contains("\"instances\"") ? "" : "\"instances\": {}, ")}} {{members}} }"""
        );
}
