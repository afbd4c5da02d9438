using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors.Vpn;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>VPN clients of other vendors.</summary>
public sealed class VpnClientTests
{
    [Fact]
    public void A_client_is_known_by_the_driver_of_its_adapter_and_by_its_service()
    {
        var client = Client(
            """{ "Description": "Fortinet SSL VPN Virtual Ethernet Adapter", "ServiceName": "FTSVNIC", "NetConnectionStatus": 2 }""",
            """{ "Name": "FA_Scheduler", "State": "Running" }"""
        );
        Assert.Equal("FortiClient", client.Name);
        Assert.Equal(new[] { VpnClientEvidence.Adapter, VpnClientEvidence.Service }, client.FoundBy);
        Assert.True(client.IsConnected);
        Assert.True(client.IsRunning);
    }

    [Fact]
    public void An_adapter_named_like_a_client_is_none() =>
        Assert.Empty(
            Snapshot(
                    """{ "Description": "VPN", "NetConnectionID": "FortiClient VPN", "ServiceName": "e1dexpress", "NetConnectionStatus": 2 }""",
                    ""
                )
                .Of<VpnClientFact>()
        );

    [Fact]
    public void A_client_without_an_adapter_is_not_called_disconnected()
    {
        var snapshot = Snapshot("", """{ "Name": "vpnagent", "State": "Stopped" }""");
        var client = snapshot.Of<VpnClientFact>().Single();
        Assert.False(client.IsRunning);
        Assert.Null(client.IsConnected);
        Assert.Empty(client.Adapters!);
        Assert.Contains(snapshot.GapsIn<VpnClientFact>(), gap => gap.Property == nameof(VpnClientFact.IsConnected));
    }

    [Fact]
    public void Over_WS_Management_the_status_is_a_text() =>
        Assert.True(Client("""{ "ServiceName": "vpnva", "NetConnectionStatus": "2" }""", "").IsConnected);

    [Fact]
    public void An_adapter_without_a_status_leaves_it_open() =>
        Assert.Null(Client("""{ "ServiceName": "vpnva", "NetConnectionStatus": null }""", "").IsConnected);

    [Fact]
    public void A_client_that_the_catalogue_lacks_stays_unseen_which_says_nothing_of_listed_ones()
    {
        var gap = Assert.Single(Snapshot("", "").GapsIn<VpnClientFact>());
        Assert.False(((VpnClientFact)gap.Unseen!).IsListed);
    }

    [Theory]
    [InlineData("denied", GapKind.Denied)]
    [InlineData("timeout", GapKind.Timeout)]
    public void Adapters_that_could_not_be_read_leave_room_for_clients(string failure, object kind) =>
        Assert.Contains(
            Machine
                .Answering($$""" { "instances": {}, "failures": { "root/cimv2:Win32_NetworkAdapter": "{{failure}}" } } """)
                .GapsIn<VpnClientFact>(),
            gap => gap.Kind.Equals(kind) && gap.Unseen is null
        );

    [NeedsTheory("shared/recorded")]
    [InlineData("win10-fr-vpn-up-01", true)]
    [InlineData("win10-fr-vpn-down-01", false)]
    public void A_machine_while_its_tunnel_was_up_and_while_it_was_down(string name, bool connected)
    {
        var folder = Machine.SharedRecordings!;
        var client = Machine.Recorded(Path.Combine(folder, name + ".json")).Of<VpnClientFact>().Single();
        Assert.Equal("FortiClient", client.Name);
        Assert.Equal(connected, client.IsConnected);
        Assert.Equal(2, client.Adapters!.Count);
    }

    private static VpnClientFact Client(string adapter, string service) => Snapshot(adapter, service).Of<VpnClientFact>().Single();

    private static Snapshot Snapshot(string adapter, string service) =>
        Machine.Answering(
            $$"""
            { "instances": { "root/cimv2": {
              "Win32_NetworkAdapter": [ { "Description": "Intel(R) Ethernet Connection", "ServiceName": "e1dexpress", "PNPDeviceID": "PCI\\VEN_8086" }{{After(
                adapter
            )}} ],
              "Win32_Service": [ { "Name": "Winmgmt", "State": "Running" }{{After(service)}} ] } } }
            """
        );

    private static string After(string item) => item.Length == 0 ? item : ", " + item;
}
