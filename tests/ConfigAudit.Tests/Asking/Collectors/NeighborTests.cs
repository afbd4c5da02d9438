using ConfigAudit.Asking.Collectors.Network;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>The devices that a host has lately heard on its links.</summary>
public sealed class NeighborTests
{
    [Fact]
    public void A_neighbour_has_its_addresses_the_link_and_how_sure_that_is()
    {
        var neighbor = Assert.Single(
            Neighbors(
                """{ "IPAddress": "10.1.1.254", "LinkLayerAddress": "00-15-5d-0a-0b-0c", "InterfaceAlias": "イーサネット", "State": "5", "Store": "1" }"""
            )
        );
        Assert.Equal(
            ("10.1.1.254", "00:15:5D:0A:0B:0C", "イーサネット", NeighborState.Reachable),
            (neighbor.Address, neighbor.MacAddress, neighbor.Interface, neighbor.State)
        );
    }

    [Theory]
    [InlineData("224.0.0.22", "01-00-5E-00-00-16", 6)]
    [InlineData("ff02::16", "33-33-00-00-00-16", 6)]
    [InlineData("10.1.1.255", "FF-FF-FF-FF-FF-FF", 6)]
    [InlineData("255.255.255.255", "FF-FF-FF-FF-FF-FF", 6)]
    [InlineData("239.255.255.250", "", 6)]
    [InlineData("127.0.0.1", "", 6)]
    [InlineData("::1", "", 6)]
    [InlineData("10.1.1.77", "00-00-00-00-00-00", 0)]
    [InlineData("10.1.1.77", "", 0)]
    [InlineData("10.1.1.78", "00-00-00-00-00-00", 1)]
    public void Groups_loopback_and_those_that_nobody_answered_for_are_none(string address, string mac, int state) =>
        Assert.Empty(Neighbors($$"""{ "IPAddress": "{{address}}", "LinkLayerAddress": "{{mac}}", "State": {{state}}, "Store": 1 }"""));

    [Fact]
    public void One_that_went_away_is_still_known_by_its_MAC_address() =>
        Assert.Equal(
            NeighborState.Unreachable,
            Assert
                .Single(Neighbors("""{ "IPAddress": "10.1.1.9", "LinkLayerAddress": "00-15-5D-01-02-03", "State": 0, "Store": 1 }"""))
                .State
        );

    [Fact]
    public void A_link_without_MAC_addresses_has_neighbours_too() =>
        Assert.Equal(
            string.Empty,
            Assert.Single(Neighbors("""{ "IPAddress": "10.9.0.1", "LinkLayerAddress": null, "State": 6, "Store": 1 }""")).MacAddress
        );

    [Fact]
    public void What_is_kept_for_the_next_start_stands_in_the_list_a_second_time() =>
        Assert.Single(
            Neighbors(
                """
                { "IPAddress": "10.1.1.9", "LinkLayerAddress": "00-15-5D-01-02-03", "State": 6, "Store": 1 }, { "IPAddress": "10.1.1.9", "LinkLayerAddress": "00-15-5D-01-02-03", "State": 6, "Store": 0 }
                """
            )
        );

    [Fact]
    public void What_is_not_understood_is_not_known()
    {
        var snapshot = Snapshot(
            """ "instances": { "root/StandardCimv2": { "MSFT_NetNeighbor": [ { "IPAddress": "10.1.1.9", "LinkLayerAddress": "zz-15", "InterfaceAlias": "Ethernet", "State": 9 } ] } } """
        );
        var neighbor = Assert.Single(snapshot.Of<NeighborFact>());
        Assert.Null(neighbor.MacAddress);
        Assert.Null(neighbor.State);
        Assert.Equal(2, snapshot.GapsIn<NeighborFact>().Count);
    }

    [Theory]
    [InlineData(""" "instances": {}, "absent": [ "root/StandardCimv2" ] """, GapKind.NotPresent)]
    [InlineData(""" "instances": {}, "failures": { "root/StandardCimv2:MSFT_NetNeighbor": "denied" } """, GapKind.Denied)]
    [InlineData(""" "instances": {} """, GapKind.NotRecorded)]
    public void Without_the_list_there_may_be_neighbours(string members, GapKind expected)
    {
        var gap = Assert.Single(Snapshot(members).GapsIn<NeighborFact>());
        Assert.Equal((expected, null), (gap.Kind, gap.Property));
    }

    private static NeighborFact[] Neighbors(string rows) =>
        Snapshot($$""" "instances": { "root/StandardCimv2": { "MSFT_NetNeighbor": [ {{rows}} ] } } """).Of<NeighborFact>();

    private static Snapshot Snapshot(string members) => Machine.Answering($$"""{ "recordedAt": "2026-11-01T00:00:00Z", {{members}} }""");
}
