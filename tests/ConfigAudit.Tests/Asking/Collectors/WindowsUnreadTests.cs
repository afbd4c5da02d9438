using System;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Collectors.Device;
using ConfigAudit.Asking.Collectors.Logging;
using ConfigAudit.Asking.Collectors.Network;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Asking.Collectors.Updates;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>What Windows didn't tell, or told in a way that can't be true, is not what isn't there.</summary>
public sealed class WindowsUnreadTests
{
    private const string Policy = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\WindowsUpdate";
    private const string Rule = """ "InstanceID": "a", "Direction": 1, "Enabled": 1, "Action": 2, "Profiles": 0 """;
    private const string Port = """ "InstanceID": "a", "Protocol": "TCP", "LocalPort": ["3389"] """;

    [Theory]
    [InlineData("", "")]
    [InlineData("  ", "")]
    [InlineData("\u3000", "")]
    [InlineData("\u200b\ufeff", "")]
    [InlineData(" https://wsus.town.example:8531 ", "https://wsus.town.example:8531")]
    [InlineData("wsus", null)]
    [InlineData("https://", null)]
    [InlineData("ftp://wsus.town.example", null)]
    [InlineData("file:///c:/wsus", null)]
    public void An_update_server_is_a_URL_and_blanks_are_none(string value, string? server)
    {
        var snapshot = Updates($$""" "WUServer": { "type": "REG_SZ", "data": "{{value}}" } """);
        var fact = snapshot.Of<UpdatePolicyFact>().Single();
        Assert.Equal(server, fact.UpdateServer);
        Assert.Equal(server is null ? null : server.Length == 0, fact.MayFetchFromInternet);
        Assert.Equal(
            server is null,
            snapshot.GapsIn<UpdatePolicyFact>().Any(gap => gap.Property == nameof(UpdatePolicyFact.MayFetchFromInternet))
        );
    }

    [Theory]
    [InlineData("DoNotConnectToWindowsUpdateInternetLocations", 2)]
    [InlineData("DoNotConnectToWindowsUpdateInternetLocations", -1)]
    [InlineData("SetPolicyDrivenUpdateSourceForDriverUpdates", 5)]
    public void A_number_that_the_policy_does_not_have_is_not_some_truth(string name, int number)
    {
        var snapshot = Updates(
            $$""" "WUServer": { "type": "REG_SZ", "data": "https://wsus.town.example" }, "{{name}}": { "type": "REG_DWORD", "data": {{number}} } """,
            "1"
        );
        Assert.Null(snapshot.Of<UpdatePolicyFact>().Single().MayFetchFromInternet);
        Assert.Contains(
            snapshot.GapsIn<UpdatePolicyFact>(),
            gap => gap.Source.EndsWith(name, StringComparison.Ordinal) && gap.Kind == GapKind.Unusable
        );
    }

    [Theory]
    [InlineData("\"Direction\": 1", "\"Direction\": null")]
    [InlineData("\"Direction\": 1", "\"Direction\": \"in\"")]
    [InlineData("\"Enabled\": 1", "\"Enabled\": null")]
    [InlineData("\"Enabled\": 1", "\"Enabled\": 0")]
    [InlineData("\"Action\": 2", "\"Action\": null")]
    [InlineData("\"Action\": 2", "\"Action\": 9")]
    [InlineData("\"Action\": 2,", "")]
    [InlineData("\"InstanceID\": \"a\"", "\"InstanceID\": null")]
    [InlineData("[\"3389\"]", "[]")]
    [InlineData("[\"3389\"]", "null")]
    [InlineData("[\"3389\"]", "[null]")]
    [InlineData("\"TCP\"", "null")]
    [InlineData("\"TCP\"", "\"\"")]
    [InlineData("\"TCP\"", "\"TCPX\"")]
    public void A_rule_that_can_not_be_placed_may_be_any(string told, string instead)
    {
        var snapshot = Rules(Rule.Replace(told, instead), Port.Replace(told, instead));
        Assert.True(
            snapshot.GapsIn<FirewallRuleFact>().Any(gap => gap.Property is null)
                || snapshot.Of<FirewallRuleFact>().Any(rule => rule.OpensServices is null),
            string.Join("; ", snapshot.GapsIn<FirewallRuleFact>())
        );
    }

    [Theory]
    [InlineData("\"Direction\": 1", "\"Direction\": 2")]
    [InlineData("\"Enabled\": 1", "\"Enabled\": 2")]
    [InlineData("\"Action\": 2", "\"Action\": 3")]
    public void A_rule_that_is_off_outbound_or_for_the_authenticated_may_leave_the_rest_untold(string told, string instead)
    {
        var snapshot = Rules(Rule.Replace(told, instead).Replace("\"Profiles\": 0", "\"Profiles\": null"), Port.Replace("TCP", ""));
        Assert.Empty(snapshot.Of<FirewallRuleFact>());
        Assert.DoesNotContain(snapshot.GapsIn<FirewallRuleFact>(), gap => gap.Property is null);
    }

    [Fact]
    public void A_rule_whose_action_is_not_told_matters_where_its_ports_do() =>
        Assert.DoesNotContain(
            Rules(Rule.Replace("\"Action\": 2", "\"Action\": null"), Port.Replace("3389", "68").Replace("TCP", "UDP"))
                .GapsIn<FirewallRuleFact>(),
            gap => gap.Property is null
        );

    [Fact]
    public void Two_port_filters_of_one_rule_are_none() =>
        Assert.Contains(Rules(Rule, Port.Replace("3389", "80") + "}, {" + Port).GapsIn<FirewallRuleFact>(), gap => gap.Property is null);

    [Fact]
    public void An_address_of_a_rule_that_is_null_may_be_everybody() =>
        Assert.Null(Rules(Rule, Port, """["10.1.1.1", null]""").Of<FirewallRuleFact>().Single().FromAnywhere);

    [Theory]
    [InlineData("""{ "Index": 1, "IPEnabled": true, "IPAddress": null }""")]
    [InlineData("""{ "Index": 1, "IPEnabled": true, "IPAddress": [] }""")]
    [InlineData("""{ "Index": 1, "IPEnabled": true, "IPAddress": ["10.1.1.5", null], "IPSubnet": ["255.255.255.0"] }""")]
    [InlineData("""{ "Index": 1, "IPEnabled": true, "IPAddress": ["ten"], "IPSubnet": ["255.255.255.0"] }""")]
    [InlineData("""{ "Index": 1, "IPEnabled": null, "IPAddress": null }""")]
    [InlineData("")]
    public void Addresses_that_were_not_told_may_be_public_and_in_another_network(string rows)
    {
        var snapshot = Machine.Answering(
            $$"""{ "instances": { "root/cimv2": { "Win32_NetworkAdapter": [], "Win32_NetworkAdapterConfiguration": [ {{rows}} ] } } }"""
        );
        var network = snapshot.Of<NetworkFact>().Single();
        Assert.Equal((null, null), (network.HasPublicAddress, network.IsDualHomed));
        Assert.Contains(snapshot.GapsIn<NetworkFact>(), gap => gap.Property == nameof(NetworkFact.HasPublicAddress));
    }

    [Fact]
    public void Two_addresses_without_a_mask_are_neither_in_one_network_nor_in_two()
    {
        const string Card = """{ "Index": 1, "NetConnectionID": "Ethernet", "NetConnectionStatus": 2, "PNPDeviceID": "PCI\\VEN_8086" }""";
        NetworkFact Homed(string masks) =>
            Machine
                .Answering(
                    $$"""
                    { "instances": { "root/cimv2": { "Win32_NetworkAdapter": [ {{Card}} ], "Win32_NetworkAdapterConfiguration": [ { "Index": 1, "IPEnabled": true, "IPAddress": ["10.1.1.5", "10.1.1.6"], "IPSubnet": {{masks}} } ] } } }
                    """
                )
                .Of<NetworkFact>()
                .Single();
        Assert.False(Homed("""["255.255.255.0", "255.255.255.0"]""").IsDualHomed);
        Assert.Null(Homed("null").IsDualHomed);
    }

    [Fact]
    public void A_route_without_a_destination_may_lead_everywhere()
    {
        var snapshot = Machine.Answering(
            """{ "instances": { "root/StandardCimv2": { "MSFT_NetRoute": [ { "DestinationPrefix": null, "NextHop": "10.1.1.1", "Store": 1 } ] } } }"""
        );
        Assert.Null(snapshot.Of<RouteFact>().Single().IsDefault);
        Assert.Null(snapshot.Of<NetworkFact>().Single().HasDefaultRoute);
        Assert.Contains(snapshot.GapsIn<NetworkFact>(), gap => gap.Property == nameof(NetworkFact.HasDefaultRoute));
    }

    [Fact]
    public void A_host_without_any_route_adapter_or_volume_did_not_tell()
    {
        var snapshot = Machine.Answering(
            """
            { "instances": { "root/StandardCimv2": { "MSFT_NetRoute": [] }, "root/cimv2": { "Win32_NetworkAdapter": [], "Win32_NTEventlogFile": [], "Win32_OperatingSystem": [] },
              "root/cimv2/Security/MicrosoftVolumeEncryption": { "Win32_EncryptableVolume": [] } } }
            """
        );
        Assert.All(
            new[]
            {
                snapshot.GapsIn<RouteFact>(),
                snapshot.GapsIn<AdapterFact>(),
                snapshot.GapsIn<VolumeFact>(),
                snapshot.GapsIn<EventLogFact>(),
                snapshot.GapsIn<OperatingSystemFact>(),
            },
            gaps => Assert.Contains(gaps, gap => gap.Property is null)
        );
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    [InlineData("2", true)]
    [InlineData("null", true)]
    public void The_volume_that_Windows_runs_from_is_there_whether_it_is_shown_or_not(string kind, bool isGap)
    {
        var snapshot = Machine.Answering(
            $$"""{ "instances": { "root/cimv2/Security/MicrosoftVolumeEncryption": { "Win32_EncryptableVolume": [ { "DriveLetter": "D:", "VolumeType": {{kind}}, "ProtectionStatus": 0 } ] } } }"""
        );
        Assert.Equal(isGap, snapshot.Table.Set<VolumeFact>().Unseen.Any(volume => volume.Kind == VolumeKind.System));
    }

    [Fact]
    public void A_log_without_a_name_may_be_the_Security_log()
    {
        var snapshot = Machine.Answering(
            """{ "instances": { "root/cimv2": { "Win32_NTEventlogFile": [ { "LogfileName": null, "MaxFileSize": 20971520 } ] } } }"""
        );
        Assert.Null(snapshot.Of<EventLogFact>().Single().Name);
        Assert.Contains(snapshot.GapsIn<EventLogFact>(), gap => gap.Property == nameof(EventLogFact.Name));
    }

    [Theory]
    [InlineData("99991231235959.000000+000")]
    [InlineData("99991231235959.999999-840")]
    [InlineData("00010101000000.000000+000")]
    [InlineData("00010101000000.000000+840")]
    [InlineData("16010101000000.000000+000")]
    [InlineData("25691116090000.000000+540")]
    [InlineData("00081116090000.000000+540")]
    public void A_moment_that_can_not_be_is_not_known_and_reckoned_with_by_nobody(string moment)
    {
        var snapshot = Machine.Answering(
            $$"""
            { "recordedAt": "2026-11-16T00:00:00Z", "instances": { "root/cimv2": { "Win32_OperatingSystem": [ {
              "BuildNumber": "26200", "ProductType": 1, "OperatingSystemSKU": 48, "InstallDate": "{{moment}}", "LastBootUpTime": "{{moment}}", "LocalDateTime": "{{moment}}" } ] } } }
            """
        );
        var system = snapshot.Of<OperatingSystemFact>().Single();
        Assert.Equal((null, null, null), (system.InstalledAt, system.LastBootAt, system.Uptime));
        Assert.Null(snapshot.HostClock);
        Assert.Null(snapshot.Of<HostFact>().Single().ClockSkew);
        Assert.Contains(snapshot.GapsIn<HostFact>(), gap => gap.Property == nameof(HostFact.ClockSkew));
    }

    [Theory]
    [InlineData("20000101000000.000000+540")]
    [InlineData("20991231000000.000000+540")]
    public void A_clock_that_is_wrong_by_years_is_a_clock_all_the_same(string moment) =>
        Assert.True(
            Machine
                .Answering(
                    $$"""
                    { "recordedAt": "2026-11-16T00:00:00Z", "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { "BuildNumber": "26200", "LocalDateTime": "{{moment}}" } ] } } }
                    """
                )
                .Of<HostFact>()
                .Single()
                .ClockSkew > TimeSpan.FromDays(365)
        );

    [Theory]
    [InlineData("7fffffffffffffff")]
    [InlineData("ffffffffffffffff")]
    [InlineData("25691116")]
    [InlineData("16010101")]
    [InlineData("99991231")]
    [InlineData("00081116")]
    [InlineData("20270101")]
    [InlineData("11/11/2569")]
    [InlineData("11/11/9999")]
    public void A_day_on_which_no_hotfix_can_have_been_installed_is_not_known(string day)
    {
        var snapshot = Machine.Answering(
            $$"""{ "recordedAt": "2026-11-16T00:00:00Z", "instances": { "root/cimv2": { "Win32_QuickFixEngineering": [ { "HotFixID": "KB1", "InstalledOn": "{{day}}" } ] } } }"""
        );
        Assert.Null(snapshot.Of<HotfixFact>().Single().InstalledOn);
        Assert.Null(snapshot.Of<UpdateStatusFact>().Single().LatestHotfixOn);
    }

    [Fact]
    public void A_day_that_can_be_is_known() =>
        Assert.Equal(
            "2026-11-11",
            Machine
                .Answering(
                    """{ "recordedAt": "2026-11-16T00:00:00Z", "instances": { "root/cimv2": { "Win32_QuickFixEngineering": [ { "HotFixID": "KB1", "InstalledOn": "11/11/2026" } ] } } }"""
                )
                .Of<HotfixFact>()
                .Single()
                .InstalledOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        );

    private static Snapshot Updates(string values, string scan = "0") =>
        Machine.Answering(
            $$"""
            { "recordedAt": "2026-11-01T00:00:00Z", "instances": { "root/cimv2": { "Win32_OperatingSystem": [ { "ProductType": 1, "BuildNumber": "26200" } ] } },
              "absent": [ "registry:HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows\\DeliveryOptimization", "registry:HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\PolicyManager\\current\\device\\Update" ],
              "registry": { "{{Policy}}": { {{values}}{{(
                values.Contains("DoNotConnect")
                    ? ""
                    : ", \"DoNotConnectToWindowsUpdateInternetLocations\": { \"type\": \"REG_DWORD\", \"data\": 1 }"
            )}}{{Sources(values, scan)}} },
                "{{Policy}}\\AU": { "UseWUServer": { "type": "REG_DWORD", "data": 1 }, "UseUpdateClassPolicySource": { "type": "REG_DWORD", "data": {{scan}} } } } }
            """
        );

    /// <summary>The four classes of updates from the update server, but for what the test says itself.</summary>
    private static string Sources(string values, string scan) =>
        scan == "0"
            ? string.Empty
            : string.Concat(
                new[] { "Feature", "Quality", "Driver", "Other" }
                    .Select(each => $"SetPolicyDrivenUpdateSourceFor{each}Updates")
                    .Where(name => !values.Contains(name))
                    .Select(name => $$""", "{{name}}": { "type": "REG_DWORD", "data": 1 }""")
            );

    private static Snapshot Rules(string rule, string port, string addresses = """["Any"]""") =>
        Machine.Answering(
            $$"""
            { "instances": { "root/StandardCimv2": {
                "MSFT_NetFirewallRule": [ { {{rule}} } ], "MSFT_NetProtocolPortFilter": [ { {{port}} } ], "MSFT_NetAddressFilter": [ { "InstanceID": "a", "RemoteAddress": {{addresses}} } ],
                "MSFT_NetApplicationFilter": [ { "InstanceID": "a", "AppPath": "Any" } ], "MSFT_NetServiceFilter": [ { "InstanceID": "a", "ServiceName": "Any" } ], "MSFT_NetNetworkLayerSecurityFilter": [] } },
              "absent": [ "registry:HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\WindowsFirewall", "registry:HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\SharedAccess\\Parameters\\FirewallPolicy\\Mdm\\FirewallRules" ] }
            """
        );
}
