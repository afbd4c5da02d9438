using System;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using ConfigAudit.Asking.Collectors.Network;
using ConfigAudit.Asking.Collectors.Network.Firewall;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;
using Newtonsoft.Json;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Rules of Windows Firewall: which of them let SMB, Remote Desktop, WinRM or RPC in, and from where.</summary>
public sealed class FirewallRuleTests
{
    private const string Local = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy";
    private const string Policy = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall";
    private const string Svchost = @"%SystemRoot%\system32\svchost.exe";

    [Fact]
    public void A_rule_of_the_machine_is_joined_with_its_filters()
    {
        var rule = Assert.Single(
            Rules(
                new Rule
                {
                    Name = "リモート デスクトップ",
                    Port = "3389",
                    Program = Svchost,
                    Service = "termservice",
                    Remote = "10.1.9.0/255.255.255.0",
                    Profiles = 3,
                }
            )
        );
        Assert.Equal("r1", rule.Id);
        Assert.Equal("リモート デスクトップ", rule.Name);
        Assert.Equal(new[] { RemoteService.Rdp }, rule.Services);
        Assert.Equal(("TCP", true, false, false), (rule.Protocol, rule.OpensServices, rule.FromAnywhere, rule.RequiresIpsec));
        Assert.Equal(new[] { "3389" }, rule.Ports);
        Assert.Equal(new[] { "10.1.9.0/255.255.255.0" }, rule.RemoteAddresses);
        Assert.Equal(new[] { FirewallProfile.Domain, FirewallProfile.Private }, rule.Profiles);
        Assert.Equal((Svchost, "termservice", true, SettingOrigin.Local), (rule.Program, rule.WindowsService, rule.InForce, rule.Origin));
    }

    [Fact]
    public void Rules_that_are_off_outbound_or_blocking_are_none() =>
        Assert.Empty(
            Rules(
                new Rule { Port = "445", Enabled = 2 },
                new Rule { Port = "445", Direction = 2 },
                new Rule { Port = "445", Action = 4 },
                new Rule { Port = "445", Action = 3 }
            )
        );

    [Theory]
    [InlineData("TCP", "445", "Smb")]
    [InlineData("TCP", "139", "Smb")]
    [InlineData("TCP", "3389", "Rdp")]
    [InlineData("UDP", "3389", "Rdp")]
    [InlineData("6", "3389", "Rdp")]
    [InlineData("17", "3389", "Rdp")]
    [InlineData("TCP", "5985", "WinRm")]
    [InlineData("TCP", "5986", "WinRm")]
    [InlineData("TCP", "135", "Rpc")]
    [InlineData("TCP", "RPC", "Rpc")]
    [InlineData("TCP", "RPCEPMap", "Rpc")]
    [InlineData("TCP", "RPC-EPMap", "Rpc")]
    [InlineData("TCP", "3380-3400", "Rdp")]
    [InlineData("TCP", "130-140", "Smb, Rpc")]
    [InlineData("TCP", "Any", "Smb, Rdp, WinRm, Rpc")]
    [InlineData("UDP", "Any", "Rdp")]
    [InlineData("Any", "Any", "Smb, Rdp, WinRm, Rpc")]
    [InlineData("256", "Any", "Smb, Rdp, WinRm, Rpc")]
    [InlineData("TCP", "1-65535", "Smb, Rdp, WinRm, Rpc")]
    public void Ports_ranges_and_words_say_what_is_opened(string protocol, string port, string expected)
    {
        var rule = Assert.Single(Rules(new Rule { Protocol = protocol, Port = port }));
        Assert.Equal(expected, string.Join(", ", rule.Services!));
        Assert.True(rule.OpensServices);
    }

    [Theory]
    [InlineData("TCP", "80")]
    [InlineData("TCP", "3300-3388")]
    [InlineData("UDP", "445")]
    [InlineData("UDP", "135")]
    [InlineData("TCP", "IPHTTPSIn")]
    [InlineData("UDP", "Teredo")]
    [InlineData("UDP", "PlayToDiscovery")]
    [InlineData("ICMPv4", "RPC")]
    [InlineData("47", "Any")]
    public void Other_ports_and_protocols_open_none_of_them(string protocol, string port) =>
        Assert.Empty(Rules(new Rule { Protocol = protocol, Port = port }));

    [Fact]
    public void One_port_of_a_list_is_enough() =>
        Assert.Equal(
            new[] { RemoteService.WinRm },
            Assert.Single(Rules(new Rule { Ports = new[] { "80", "443", "5000-5010", "5985" } })).Services
        );

    [Fact]
    public void An_array_of_one_may_arrive_as_its_value_alone() =>
        Assert.Single(
            Snapshot(
                    $$""""
                    "instances": { "root/StandardCimv2": {
                      "MSFT_NetFirewallRule": [ { "InstanceID": "a", "Direction": "1", "Enabled": "1", "Action": "2", "Profiles": "0" } ],
                      "MSFT_NetProtocolPortFilter": [ { "InstanceID": "A", "Protocol": "TCP", "LocalPort": "445" } ],
                      "MSFT_NetAddressFilter": [ { "InstanceID": "a", "RemoteAddress": "LocalSubnet" } ],
                      "MSFT_NetApplicationFilter": [ { "InstanceID": "a", "AppPath": "System" } ], "MSFT_NetServiceFilter": [ { "InstanceID": "a", "ServiceName": null } ], "MSFT_NetNetworkLayerSecurityFilter": [] } }
                    """"
                )
                .Of<FirewallRuleFact>(),
            rule => rule is { OpensServices: true, FromAnywhere: false, WindowsService: "Any" }
        );

    [Fact]
    public void A_port_that_is_not_understood_keeps_the_rule_and_leaves_it_open()
    {
        var snapshot = Machines(new Rule { Port = "ポート" }, new Rule { Port = "700-600" }, new Rule { Port = "99999" });
        Assert.Equal(3, snapshot.Of<FirewallRuleFact>().Length);
        Assert.All(snapshot.Of<FirewallRuleFact>(), rule => Assert.Null(rule.OpensServices));
        Assert.Contains(snapshot.GapsIn<FirewallRuleFact>(), gap => gap.Property == nameof(FirewallRuleFact.OpensServices));
    }

    [Theory]
    [InlineData(@"C:\Program Files\Mozilla Firefox\firefox.exe", "Any", "Any")]
    [InlineData(@"%SystemRoot%\system32\foo.exe", "Any", "1-65535")]
    [InlineData(Svchost, "stisvc", "Any")]
    [InlineData("Any", "Spooler", "Any")]
    public void A_rule_for_all_ports_of_a_program_or_a_Windows_service_is_about_its_own(string program, string service, string port) =>
        Assert.Empty(
            Rules(
                new Rule
                {
                    Program = program,
                    Service = service,
                    Port = port,
                }
            )
        );

    [Fact]
    public void An_app_from_the_store_answers_at_none_of_these_ports() =>
        Assert.Empty(Rules(new Rule { Package = "S-1-15-2-1-2-3-4-5-6-7" }));

    [Theory]
    [InlineData("System", "Any", "Smb, WinRm")]
    [InlineData(Svchost, "Any", "Rdp, Rpc")]
    [InlineData(Svchost, "TermService", "Rdp")]
    [InlineData(Svchost, "RpcSs", "Rpc")]
    [InlineData(@"C:\Windows\System32\svchost.exe", "*", "Rdp, Rpc")]
    public void A_rule_for_all_ports_of_what_answers_there_opens_those(string program, string service, string expected)
    {
        var rule = Assert.Single(Rules(new Rule { Program = program, Service = service }));
        Assert.Equal(expected, string.Join(", ", rule.Services!));
        Assert.True(rule.OpensServices);
    }

    [Theory]
    [InlineData(@"C:\Tools\rdp.exe", "Any", "3389")]
    [InlineData(Svchost, "Spooler", "135")]
    [InlineData("System", "Any", "3389")]
    public void A_rule_that_names_the_port_for_another_program_is_kept_and_left_open(string program, string service, string port) =>
        Assert.Null(
            Assert
                .Single(
                    Rules(
                        new Rule
                        {
                            Program = program,
                            Service = service,
                            Port = port,
                        }
                    )
                )
                .OpensServices
        );

    [Fact]
    public void Ports_that_Windows_chooses_for_RPC_are_open_whichever_program_offers_it() =>
        Assert.True(Assert.Single(Rules(new Rule { Program = @"%SystemRoot%\system32\lsass.exe", Port = "RPC" })).OpensServices);

    [Theory]
    [InlineData("6.1", null)]
    [InlineData("6.2+", true)]
    public void A_rule_for_some_versions_of_Windows_may_not_be_for_this_one(string platform, bool? expected) =>
        Assert.Equal(expected, Assert.Single(Rules(new Rule { Port = "445", Platform = platform })).OpensServices);

    [Theory]
    [InlineData("Any", true)]
    [InlineData("0.0.0.0/0", true)]
    [InlineData("0.0.0.0/0.0.0.0", true)]
    [InlineData("0.0.0.0-255.255.255.255", true)]
    [InlineData("1.0.0.0-223.255.255.255", true)]
    [InlineData("::/0", true)]
    [InlineData("2000::/3", true)]
    [InlineData("Internet", true)]
    [InlineData("0.0.0.0/1 128.0.0.0/1", true)]
    [InlineData("LocalSubnet 0.0.0.0/1 128.0.0.0-255.255.255.255", true)]
    [InlineData("0.0.0.1-255.255.255.254", true)]
    [InlineData("::/1 8000::/1", true)]
    [InlineData("2000::1-3fff:ffff:ffff:ffff:ffff:ffff:ffff:fffe", true)]
    [InlineData("0.0.0.0-192.167.255.255 192.169.0.0-255.255.255.255", true)]
    [InlineData("0.0.0.0/1 128.0.0.0/2", true)]
    [InlineData("11.0.0.0-126.255.255.255 128.0.0.0-223.255.255.255 11.0.0.0-200.0.0.0", true)]
    [InlineData("すべて 1.0.0.0-223.255.255.254", true)]
    [InlineData("0.0.0.0/1", true)]
    [InlineData("128.0.0.0/1", true)]
    [InlineData("64.0.0.0/2", true)]
    [InlineData("2000::/5", true)]
    [InlineData("32.0.0.0/3", false)]
    [InlineData("32.0.0.0/3 32.0.0.0/4 32.0.0.0/3", false)]
    [InlineData("2400::/12 2001:db8::/32", false)]
    [InlineData("10.0.0.0/8 172.16.0.0/12 192.168.0.0/16 100.64.0.0/10", false)]
    [InlineData("224.0.0.0-255.255.255.255", false)]
    [InlineData("4000::/2 8000::/1 fc00::/7", false)]
    [InlineData("255.255.255.254-0.0.0.1", null)]
    [InlineData("LocalSubnet", false)]
    [InlineData("10.0.0.0/255.0.0.0", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("10.1.2.3-10.1.2.9 fe80::/64", false)]
    [InlineData("LocalSubnet DNS DHCP WINS DefaultGateway", false)]
    [InlineData("1", null)]
    [InlineData("10.0.0.0/33", null)]
    [InlineData("10.0.0.0/255.0.255.0", null)]
    [InlineData("すべて", null)]
    [InlineData("すべて Any", true)]
    public void Addresses_that_hold_everybody_are_anywhere_however_they_are_written(string addresses, bool? expected) =>
        Assert.Equal(expected, Assert.Single(Rules(new Rule { Port = "445", Remotes = addresses.Split(' ') })).FromAnywhere);

    [Theory]
    [InlineData(0, "Domain, Private, Public")]
    [InlineData(4, "Public")]
    [InlineData(0x7FFFFFFF, "Domain, Private, Public")]
    [InlineData(8, null)]
    public void Profiles_are_bits_and_none_means_all(long mask, string? expected) =>
        Assert.Equal(
            expected,
            Assert.Single(Rules(new Rule { Port = "445", Profiles = mask })).Profiles is { } profiles ? string.Join(", ", profiles) : null
        );

    [Fact]
    public void Whom_IPsec_has_authenticated_is_not_anybody() =>
        Assert.True(Assert.Single(Rules(new Rule { Port = "445", Authentication = 1 })).RequiresIpsec);

    [Fact]
    public void Rules_that_may_not_be_listed_are_a_gap_among_the_machine_s_own()
    {
        var snapshot = Snapshot(
            $$""" "failures": { "root/StandardCimv2": "denied" }, "absent": [ "registry:{{Policy}}", "registry:{{Local}}\\Mdm\\FirewallRules" ] """
        );
        Assert.Empty(snapshot.Of<FirewallRuleFact>());
        var gap = Assert.Single(snapshot.GapsIn<FirewallRuleFact>());
        Assert.Equal((GapKind.Denied, null), (gap.Kind, gap.Property));
        Assert.Equal(SettingOrigin.Local, Assert.IsType<FirewallRuleFact>(gap.Unseen).Origin);
    }

    [Fact]
    public void A_Windows_without_the_classes_has_rules_all_the_same() =>
        Assert.Contains(
            Snapshot(""" "absent": [ "root/StandardCimv2" ] """).GapsIn<FirewallRuleFact>(),
            gap => gap.Property is null && gap.Source.Contains("MSFT_NetFirewallRule")
        );

    [Fact]
    public void A_list_without_any_rule_or_filter_is_not_believed()
    {
        var gap = Assert.Single(Machines().GapsIn<FirewallRuleFact>());
        Assert.Equal(GapKind.Unusable, gap.Kind);
        Assert.Empty(Machines(new Rule { Enabled = 2 }).GapsIn<FirewallRuleFact>());
    }

    [Theory]
    [InlineData("MSFT_NetProtocolPortFilter", null)]
    [InlineData("MSFT_NetAddressFilter", nameof(FirewallRuleFact.FromAnywhere))]
    [InlineData("MSFT_NetApplicationFilter", nameof(FirewallRuleFact.OpensServices))]
    [InlineData("MSFT_NetServiceFilter", nameof(FirewallRuleFact.OpensServices))]
    [InlineData("MSFT_NetNetworkLayerSecurityFilter", nameof(FirewallRuleFact.RequiresIpsec))]
    public void A_filter_that_may_not_be_read_is_not_taken_for_none(string filter, string? property)
    {
        var snapshot = Snapshot(
            $$"""{{Answers(new Rule { Port = "3389" })}}, "failures": { "root/StandardCimv2:{{filter}}": "denied" }, "absent": [ "registry:{{Policy}}", "registry:{{Local}}\\Mdm\\FirewallRules" ]"""
        );
        Assert.Contains(
            snapshot.GapsIn<FirewallRuleFact>(),
            gap => gap.Kind == GapKind.Denied && gap.Property == property && gap.Source.Contains(filter)
        );
        Assert.Equal(property is null ? 0 : 1, snapshot.Of<FirewallRuleFact>().Length);
        if (property is not null)
            Assert.Null(FactType<FirewallRuleFact>.Instance.Property(property)!.Format(snapshot.Of<FirewallRuleFact>()[0]));
    }

    [Fact]
    public void A_rule_without_its_port_filter_may_open_anything() =>
        Assert.Contains(
            Snapshot(
                    """ "instances": { "root/StandardCimv2": { "MSFT_NetFirewallRule": [ { "InstanceID": "a", "Direction": 1, "Enabled": 1, "Action": 2 } ], "MSFT_NetProtocolPortFilter": [ { "InstanceID": "b", "Protocol": "TCP", "LocalPort": ["80"] } ] } } """
                )
                .GapsIn<FirewallRuleFact>(),
            gap =>
                gap is { Property: null, Kind: GapKind.Unusable }
                && gap.Source.EndsWith("MSFT_NetProtocolPortFilter", StringComparison.Ordinal)
        );

    [Fact]
    public void Group_policy_s_rules_are_texts_in_the_registry()
    {
        var rule = Assert.Single(
            Texts(
                    "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|Profile=Domain|Profile=Private|LPort=5985|LPort2_10=5000-5010|RA4=10.1.9.0/255.255.255.0|RA6=LocalSubnet|RA4=LocalSubnet|App=System|Name=管理|"
                )
                .Of<FirewallRuleFact>()
        );
        Assert.Equal(("{1}", "管理", "TCP", "System", "Any"), (rule.Id, rule.Name, rule.Protocol, rule.Program, rule.WindowsService));
        Assert.Equal(new[] { RemoteService.WinRm }, rule.Services);
        Assert.Equal(new[] { "5985", "5000-5010" }, rule.Ports);
        Assert.Equal(new[] { "10.1.9.0/255.255.255.0", "LocalSubnet" }, rule.RemoteAddresses);
        Assert.Equal(new[] { FirewallProfile.Domain, FirewallProfile.Private }, rule.Profiles);
        Assert.Equal(
            (true, false, false, true, SettingOrigin.Policy),
            (rule.OpensServices, rule.FromAnywhere, rule.RequiresIpsec, rule.InForce, rule.Origin)
        );
    }

    [Fact]
    public void A_text_that_names_no_protocol_port_address_or_profile_is_for_all()
    {
        var rule = Assert.Single(Texts("V2.0|ACTION=Allow|Active=TRUE|dir=in|Name=all|").Of<FirewallRuleFact>());
        Assert.Equal((4, 3, "Any", true), (rule.Services!.Count, rule.Profiles!.Count, rule.Protocol, rule.FromAnywhere));
        Assert.Equal(new[] { "Any" }, rule.Ports);
    }

    [Theory]
    [InlineData("v2.31|Action=Allow|Active=TRUE|Dir=Out|Protocol=6|RPort=445|")]
    [InlineData("v2.31|Action=Allow|Active=FALSE|Dir=In|Protocol=6|LPort=445|")]
    [InlineData("v2.31|Action=Allow|Dir=In|Protocol=6|LPort=445|")]
    [InlineData("v2.31|Action=Block|Active=TRUE|Dir=In|Protocol=6|LPort=445|NewField=x|")]
    [InlineData("v2.31|Action=ByPass|Active=TRUE|Dir=In|Protocol=6|LPort=445|Security=Authenticate|")]
    [InlineData("v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=1|ICMP4=8:*|")]
    [InlineData("v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=17|LPort=Teredo|")]
    [InlineData("v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort2_10=IPTLSIn|LPort2_10=IPHTTPSIn|")]
    [InlineData("v2.31|Action=Allow|Active=TRUE|Dir=In|AppPkgId=S-1-15-2-1|LUOwn=S-1-5-21-1-2-3-1001|")]
    public void Texts_of_rules_that_open_none_of_them_are_no_gap_either(string text)
    {
        var snapshot = Texts(text);
        Assert.Empty(snapshot.Of<FirewallRuleFact>());
        Assert.Empty(snapshot.GapsIn<FirewallRuleFact>());
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage")]
    [InlineData("|||")]
    [InlineData("Action=Allow|Active=TRUE|Dir=In|")]
    [InlineData("v2|Action=Allow|Active=TRUE|Dir=In|")]
    [InlineData("v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=44")]
    [InlineData("v2.31|Action=Allow|Active=TRUE|Dir=In|LPort|")]
    [InlineData("v2.31|Action=Allow|Active=TRUE|Dir=In|NewField=x|")]
    [InlineData("v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=TCP|")]
    [InlineData("v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=999|")]
    [InlineData("v2.31|Action=Allow|Active=TRUE|Dir=In|Profile=Home|")]
    [InlineData("v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389|Security=NotRequired|")]
    [InlineData("v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389|Security=Authenticate|Security2=NoEncap|")]
    [InlineData("v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389|Security=|")]
    [InlineData("v2.31|Action=Allow|Active=yes|Dir=In|")]
    [InlineData("v2.31|Action=Permit|Active=TRUE|Dir=In|")]
    [InlineData("v2.31|Action=Block|Action=Allow|Active=TRUE|Dir=In|")]
    public void A_text_that_is_not_understood_is_a_gap_and_names_the_value(string text)
    {
        var snapshot = Texts(text);
        Assert.Empty(snapshot.Of<FirewallRuleFact>());
        var gap = Assert.Single(snapshot.GapsIn<FirewallRuleFact>());
        Assert.Equal((GapKind.Unusable, null), (gap.Kind, gap.Property));
        Assert.EndsWith(@"\FirewallRules\{1}", gap.Source);
        Assert.Equal(SettingOrigin.Policy, ((FirewallRuleFact)gap.Unseen!).Origin);
    }

    [Fact]
    public void A_value_of_another_type_is_a_gap() =>
        Assert.Contains(
            Snapshot(
                    $$"""{{Answers(new Rule { Enabled = 2 })}}, "registry": { "{{Policy}}": {}, "{{Policy}}\\FirewallRules": { "{1}": { "type": "REG_DWORD", "data": 1 } } }, "absent": [ "registry:{{Local}}\\Mdm\\FirewallRules" ]"""
                )
                .GapsIn<FirewallRuleFact>(),
            gap => gap is { Property: null, Kind: GapKind.Unusable }
        );

    [Theory]
    [InlineData("LUAuth=O:LSD:(A;;CC;;;S-1-5-21-1-2-3-1001)", null)]
    [InlineData("TTK2_22=WFDPrint", null)]
    [InlineData("Platform=2:6:1", null)]
    [InlineData("Platform=2:6:1|Platform2=GTEQ", true)]
    public void A_text_that_narrows_the_rule_further_leaves_open_what_it_opens(string field, bool? expected) =>
        Assert.Equal(
            expected,
            Assert
                .Single(Texts($"v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=445|{field}|").Of<FirewallRuleFact>())
                .OpensServices
        );

    [Theory]
    [InlineData("Security=Authenticate")]
    [InlineData("Security=AuthenticateEncrypt|Security2=AnE-Nego")]
    [InlineData("Security2_9=An-NoEncap")]
    public void A_text_may_ask_for_IPsec(string field) =>
        Assert.True(
            Assert
                .Single(Texts($"v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=445|{field}|").Of<FirewallRuleFact>())
                .RequiresIpsec
        );

    [Fact]
    public void Rules_of_device_management_stand_in_a_key_of_their_own() =>
        Assert.Equal(
            SettingOrigin.Mdm,
            Assert
                .Single(
                    Snapshot(
                            $$""" "registry": { "{{Local}}\\Mdm\\FirewallRules": { "{2}": { "type": "REG_SZ", "data": "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=445|" } } } """
                        )
                        .Of<FirewallRuleFact>()
                )
                .Origin
        );

    [Fact]
    public void A_policy_that_may_not_be_read_may_have_rules() =>
        Assert.Contains(
            Snapshot($$""" "failures": { "registry:{{Policy}}": "denied" } """).GapsIn<FirewallRuleFact>(),
            gap => gap is { Property: null, Kind: GapKind.Denied } && ((FirewallRuleFact)gap.Unseen!).Origin == SettingOrigin.Policy
        );

    [Theory]
    [InlineData(@"RemoteAdminSettings", "Enabled", 1, true)]
    [InlineData(@"RemoteAdminSettings", "Enabled", 0, false)]
    [InlineData(@"Services\\RemoteDesktop", "Enabled", 1, true)]
    [InlineData(@"Services\\FileAndPrint", "Enabled", 0, false)]
    [InlineData(@"GloballyOpenPorts\\List", "3389:TCP:*:enabled:rdp", 1, true)]
    [InlineData(@"GloballyOpenPorts", "AllowUserPrefMerge", 1, false)]
    public void Settings_of_the_older_kind_that_are_on_are_a_gap_among_group_policy_s_rules(string key, string value, int data, bool isGap)
    {
        var keys = new[]
        {
            "RemoteAdminSettings",
            "Services",
            @"Services\\RemoteDesktop",
            @"Services\\FileAndPrint",
            "GloballyOpenPorts",
            @"GloballyOpenPorts\\List",
        };
        var values = keys.Select(each =>
            $$"""
                "{{Policy}}\\DomainProfile\\{{each}}": { {{(
                    each == key ? $$""" "{{value}}": { "type": "REG_DWORD", "data": {{data}} } """ : ""
                )}} }
                """
        );
        var gaps = Snapshot(
                $$"""
                {{Answers(new Rule { Enabled = 2 })}}, "absent": [ "registry:{{Local}}\\Mdm\\FirewallRules" ],
                "registry": { "{{Policy}}": {}, "{{Policy}}\\DomainProfile": {}, {{string.Join(", ", values)}} }
                """
            )
            .GapsIn<FirewallRuleFact>();
        Assert.Equal(
            isGap ? 1 : 0,
            gaps.Count(gap =>
                gap is { Property: null, Kind: GapKind.NotSupported } && ((FirewallRuleFact)gap.Unseen!).Origin == SettingOrigin.Policy
            )
        );
        Assert.Equal(isGap ? 1 : 0, gaps.Count);
    }

    [Theory]
    [InlineData(0, 1, 1, false)]
    [InlineData(0, 1, 3, true)]
    [InlineData(1, 1, 0, true)]
    public void A_rule_of_the_machine_does_not_count_where_group_policy_refuses_such_rules(
        int domain,
        int others,
        long profiles,
        bool expected
    ) =>
        Assert.Equal(
            expected,
            Assert
                .Single(
                    Snapshot(
                            $$"""
                            {{Answers(new Rule { Port = "3389", Profiles = profiles })}}, "registry": {
                              "{{Policy}}": {}, "{{Policy}}\\DomainProfile": { "AllowLocalPolicyMerge": { "type": "REG_DWORD", "data": {{domain}} } },
                              "{{Policy}}\\PrivateProfile": { "AllowLocalPolicyMerge": { "type": "REG_DWORD", "data": {{others}} } } }
                            """
                        )
                        .Of<FirewallRuleFact>()
                )
                .InForce
        );

    [Theory]
    [InlineData("3389", "3389", true)]
    [InlineData("3389", "3000-4000", true)]
    [InlineData("3389", "Any", true)]
    [InlineData("3389", "445", false)]
    [InlineData("445", "139", false)]
    [InlineData("RPC", "135", false)]
    [InlineData("RPC", "RPC", true)]
    [InlineData("RPC-EPMap", "135", true)]
    [InlineData("Any", "445", false)]
    [InlineData("Any", "Any", true)]
    [InlineData("3389", "ポート", null)]
    public void A_rule_of_group_policy_that_blocks_all_of_it_goes_before_the_one_that_allows(
        string allowed,
        string blocked,
        bool? expected
    ) => Assert.Equal(expected, Blocked(new Rule { Port = allowed }, $"Protocol=6|{(blocked == "Any" ? "" : $"LPort={blocked}|")}"));

    [Theory]
    [InlineData("Protocol=6|LPort=3389|RA4=203.0.113.0/255.255.255.0|", false)]
    [InlineData("Protocol=6|LPort=3389|Profile=Public|", false)]
    [InlineData("Protocol=6|LPort=3389|App=C:\\x.exe|", false)]
    [InlineData("Protocol=17|LPort=3389|", false)]
    [InlineData("Protocol=6|LPort=3389|IFType=Wireless|", null)]
    [InlineData("Protocol=6|LPort=3389|RPort=80|", null)]
    [InlineData("Protocol=6|LPort=3389|LA4=10.1.1.1|", null)]
    [InlineData("Protocol=6|LPort=445|IFType=Wireless|", false)]
    public void A_rule_that_blocks_some_people_one_profile_or_another_program_takes_nothing_back_for_certain(
        string fields,
        bool? expected
    ) => Assert.Equal(expected, Blocked(new Rule { Port = "3389" }, fields));

    [Fact]
    public void A_rule_of_the_machine_that_blocks_may_be_limited_in_ways_that_are_not_asked_for()
    {
        Assert.Null(
            Assert
                .Single(
                    Rules(
                        new Rule { Port = "3389", Profiles = 1 },
                        new Rule
                        {
                            Port = "3389",
                            Action = 4,
                            Profiles = 5,
                        }
                    )
                )
                .IsBlocked
        );
        Assert.False(
            Assert
                .Single(
                    Rules(
                        new Rule { Port = "3389" },
                        new Rule
                        {
                            Port = "3389",
                            Action = 4,
                            Profiles = 4,
                        }
                    )
                )
                .IsBlocked
        );
        Assert.False(Assert.Single(Rules(new Rule { Port = "3389" }, new Rule { Port = "445", Action = 4 })).IsBlocked);
        Assert.False(Assert.Single(Rules(new Rule { Port = "3389" }, new Rule { Action = 4, Program = @"C:\Games\game.exe" })).IsBlocked);
        Assert.False(
            Assert
                .Single(
                    Rules(
                        new Rule { Port = "3389" },
                        new Rule
                        {
                            Port = "3389",
                            Action = 4,
                            Enabled = 2,
                        }
                    )
                )
                .IsBlocked
        );
    }

    [Theory]
    [InlineData("v2.31|Action=Block|Active=TRUE|Dir=In|Protocol=6|LPort=3389|", true)]
    [InlineData("v2.31|Action=Block|Active=TRUE|Dir=In|Protocol=6|LPort=3389|NewField=x|", null)]
    [InlineData("garbage", null)]
    public void Group_policy_s_rules_that_block_do_so_too_and_one_that_is_not_understood_may(string text, bool? expected) =>
        Assert.Equal(
            expected,
            Assert
                .Single(
                    Snapshot(
                            $$"""
                            {{Answers(new Rule { Port = "3389" })}}, "absent": [ "registry:{{Local}}\\Mdm\\FirewallRules" ],
                            "registry": { "{{Policy}}": {}, "{{Policy}}\\FirewallRules": { "{1}": { "type": "REG_SZ", "data": "{{text}}" } } }
                            """
                        )
                        .Of<FirewallRuleFact>()
                )
                .IsBlocked
        );

    [Fact]
    public void The_machine_s_rules_that_block_do_not_count_where_its_rules_do_not() =>
        Assert.Equal(
            new bool?[] { false, false },
            Snapshot(
                    $$"""
                    {{Answers(
                        new Rule { Port = "3389", Profiles = 1 },
                        new Rule { Port = "3389", Action = 4 }
                    )}}, "absent": [ "registry:{{Local}}\\Mdm\\FirewallRules" ],
                    "registry": { "{{Policy}}": {}, "{{Policy}}\\DomainProfile": { "AllowLocalPolicyMerge": { "type": "REG_DWORD", "data": 0 } },
                      "{{Policy}}\\FirewallRules": { "{1}": { "type": "REG_SZ", "data": "v2.31|Action=Allow|Active=TRUE|Dir=In|Protocol=6|LPort=3389|Profile=Domain|" } } }
                    """
                )
                .Of<FirewallRuleFact>()
                .Select(rule => rule.IsBlocked)
        );

    [Fact]
    public void Where_the_policy_was_not_read_nobody_knows_whether_the_machine_s_rules_count()
    {
        var snapshot = Snapshot($$"""{{Answers(new Rule { Port = "3389" })}}, "failures": { "registry:{{Policy}}": "denied" }""");
        Assert.Null(Assert.Single(snapshot.Of<FirewallRuleFact>()).InForce);
        Assert.Contains(snapshot.GapsIn<FirewallRuleFact>(), gap => gap.Property == nameof(FirewallRuleFact.InForce));
    }

    [NeedsFact("shared/recorded")]
    public async Task The_rules_of_a_real_Windows_are_all_understood()
    {
        var folder = Machine.SharedRecordings!;
        var registry = new Registry(Machine.Source(File.ReadAllText(Path.Combine(folder, "win10-fr-composite-01.json"))));
        var key = FirewallKeys.Local.Below("FirewallRules");
        var names = await registry.ValueNamesAsync(key, default);
        var read = (
            await Task.WhenAll(
                names.Value!.Select(async name =>
                    FirewallRuleText.Read(
                        (await registry.TextAsync(key, name, default)).Value!,
                        new FirewallRule(name, SettingOrigin.Local, key.Source)
                    )
                )
            )
        ).ToArray();
        Assert.Equal(430, read.Length);
        Assert.All(read, each => Assert.Null(each.Problem));
        var opening = read.Select(each => each.Rule)
            .OfType<FirewallRule>()
            .Where(rule => !rule.Blocks && new FirewallPorts(new[] { 3389 }).Opened(rule).Services.Count > 0)
            .ToArray();
        // Firefox, Perl, apps and the services of Windows that ask for any port aren't among them.
        Assert.Contains(
            opening,
            rule => rule.Id == "RemoteAssistance-DCOM-In-TCP-NoScope-Active" && FirewallAddresses.FromAnywhere(rule.RemoteAddresses) == true
        );
        Assert.All(opening, rule => Assert.True(new FirewallPorts(new[] { 3389 }).Opened(rule).Certainly));
        Assert.All(opening, rule => Assert.DoesNotContain("firefox", rule.Program!));
    }

    private static bool? Blocked(Rule rule, string fields) =>
        Assert
            .Single(
                Snapshot(
                        $$"""
                        {{Answers(rule)}}, "absent": [ "registry:{{Local}}\\Mdm\\FirewallRules" ], "registry": { "{{Policy}}": {},
                          "{{Policy}}\\FirewallRules": { "{1}": { "type": "REG_SZ", "data": {{JsonConvert.ToString(
                            $"v2.31|Action=Block|Active=TRUE|Dir=In|{fields}"
                        )}} } } }
                        """
                    )
                    .Of<FirewallRuleFact>()
            )
            .IsBlocked;

    private static FirewallRuleFact[] Rules(params Rule[] rules) => Machines(rules).Of<FirewallRuleFact>();

    private static Snapshot Machines(params Rule[] rules) =>
        Snapshot($$"""{{Answers(rules)}}, "absent": [ "registry:{{Policy}}", "registry:{{Local}}\\Mdm\\FirewallRules" ]""");

    private static Snapshot Texts(string text) =>
        Snapshot(
            $$"""
            {{Answers(new Rule { Enabled = 2 })}}, "absent": [ "registry:{{Local}}\\Mdm\\FirewallRules" ],
            "registry": { "{{Policy}}": {}, "{{Policy}}\\FirewallRules": { "{1}": { "type": "REG_SZ", "data": {{JsonConvert.ToString(
                text
            )}} } } }
            """
        );

    private static Snapshot Snapshot(string members) =>
        Machine.Answering(
            $$"""{ "recordedAt": "2026-11-01T00:00:00Z", {{(members.Contains("\"instances\"") ? "" : "\"instances\": {}, ")}} {{members}} }"""
        );

    private static string Answers(params Rule[] rules)
    {
        string Each(Func<Rule, object> of) => JsonConvert.SerializeObject(rules.Select(of));
        for (var index = 0; index < rules.Length; index++)
            rules[index].Id = $"r{index + 1}";
        return $$"""
            "instances": { "root/StandardCimv2": {
              "MSFT_NetFirewallRule": {{Each(rule => new
            {
                InstanceID = rule.Id,
                DisplayName = rule.Name,
                rule.Direction,
                rule.Enabled,
                rule.Action,
                rule.Profiles,
                Platforms = rule.Platform is null ? null : new[] { rule.Platform },
            })}},
              "MSFT_NetProtocolPortFilter": {{Each(rule => new
            {
                InstanceID = rule.Id,
                rule.Protocol,
                LocalPort = rule.Ports ?? new[] { rule.Port },
            })}},
              "MSFT_NetAddressFilter": {{Each(rule => new
            {
                InstanceID = rule.Id,
                RemoteAddress = rule.Remotes ?? new[] { rule.Remote },
            })}},
              "MSFT_NetApplicationFilter": {{Each(rule => new
            {
                InstanceID = rule.Id,
                AppPath = rule.Program,
                rule.Package,
            })}},
              "MSFT_NetServiceFilter": {{Each(rule => new { InstanceID = rule.Id, ServiceName = rule.Service })}},
              "MSFT_NetNetworkLayerSecurityFilter": {{Each(rule => new { InstanceID = rule.Id, rule.Authentication })}} } }
            """;
    }

    /// <summary>A rule as the classes tell it: on, inbound, allowing, for all ports and everybody unless something is said.</summary>
    private sealed class Rule
    {
        public string Id { get; set; } = string.Empty;

        public string Name { get; set; } = "rule";

        public int Direction { get; set; } = 1;

        public int Enabled { get; set; } = 1;

        public int Action { get; set; } = 2;

        public long Profiles { get; set; }

        public string? Platform { get; set; }

        public string Protocol { get; set; } = "TCP";

        public string Port { get; set; } = "Any";

        public string[]? Ports { get; set; }

        public string Remote { get; set; } = "Any";

        public string[]? Remotes { get; set; }

        public string Program { get; set; } = "Any";

        public string? Package { get; set; }

        public string Service { get; set; } = "Any";

        public int Authentication { get; set; }
    }
}
