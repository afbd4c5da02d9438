using System.Linq;
using System.Net;
using ConfigAudit.Asking.Collectors.Vpn;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Connections of Windows' own VPN client.</summary>
public sealed class VpnTests
{
    [Fact]
    public void Both_phonebooks_are_read_and_told_apart()
    {
        var facts = Snapshot(
                """{ "Name": "保守", "ServerAddress": "203.0.113.9", "TunnelType": "L2tp", "EncryptionLevel": "Optional", "AuthenticationMethod": ["MSChapv2"], "SplitTunneling": true, "AllUserConnection": true }""",
                """{ "Name": "mine", "ServerAddress": "vpn.example.jp", "TunnelType": "Automatic", "EncryptionLevel": "Required" }"""
            )
            .Of<VpnConnectionFact>();
        Assert.Equal(new bool?[] { true, false }, facts.Select(fact => fact.AllUsers));
        Assert.Equal(VpnTunnel.L2tp, facts[0].Tunnel);
        Assert.Equal(VpnEncryption.Optional, facts[0].Encryption);
        Assert.Equal(new[] { "MSChapv2" }, facts[0].Authentication);
        Assert.True(facts[0].SplitTunneling);
        Assert.True(facts[0].ServerIsPublic);
        Assert.Null(facts[1].ServerIsPublic);
    }

    [Fact]
    public void Other_users_phonebooks_stay_unseen_which_says_nothing_of_all_user_connections()
    {
        var gap = Assert.Single(Snapshot("", "").GapsIn<VpnConnectionFact>());
        Assert.False(((VpnConnectionFact)gap.Unseen!).AllUsers);
    }

    [Fact]
    public void A_value_of_tomorrow_is_not_known() =>
        Assert.Null(Snapshot("""{ "Name": "x", "TunnelType": "WireGuard" }""", "").Of<VpnConnectionFact>().Single().Tunnel);

    [Fact]
    public void A_number_where_a_name_is_meant_is_not_taken_for_one() =>
        Assert.Null(Snapshot("""{ "Name": "x", "TunnelType": "99" }""", "").Of<VpnConnectionFact>().Single().Tunnel);

    [Fact]
    public void A_namespace_that_is_not_there_leaves_room_for_connections() =>
        Assert.Contains(
            Machine
                .Answering("""{ "instances": {}, "absent": [ "root/Microsoft/Windows/RemoteAccess/Client" ] }""")
                .GapsIn<VpnConnectionFact>(),
            gap => gap.Kind == GapKind.NotPresent && gap.Unseen is VpnConnectionFact { AllUsers: true }
        );

    [Theory]
    [InlineData("203.0.113.9", true)]
    [InlineData("8.8.8.8", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("172.16.0.1", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("169.254.1.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("2001:db8::1", true)]
    public void Addresses_of_the_internet(string address, bool isPublic) =>
        Assert.Equal(isPublic, AddressRanges.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("203.0.113.9:443", true)]
    [InlineData(" 203.0.113.9 ", true)]
    [InlineData("https://203.0.113.9/vpn", true)]
    [InlineData("[2001:db8::1]:443", true)]
    [InlineData("10.1.2.3:4443", false)]
    [InlineData("[fd00::1]", false)]
    [InlineData("vpn.example.jp", null)]
    [InlineData("vpn.example.jp:443", null)]
    [InlineData("10", null)]
    [InlineData("10.1", null)]
    [InlineData("0x0a010203", null)]
    [InlineData("010.1.2.3", null)]
    public void A_server_by_address_is_judged_with_or_without_a_port_and_one_by_name_says_why_not(string server, bool? isPublic)
    {
        var snapshot = Snapshot(
            $$"""{ "Name": "x", "ServerAddress": "{{server}}", "TunnelType": "Ikev2", "EncryptionLevel": "Required" }""",
            ""
        );
        Assert.Equal(isPublic, snapshot.Of<VpnConnectionFact>().Single().ServerIsPublic);
        var gaps = snapshot.GapsIn<VpnConnectionFact>().Where(gap => gap.Property == nameof(VpnConnectionFact.ServerIsPublic)).ToArray();
        if (isPublic is null)
            Assert.Contains($"'{server}' is named, and not by an address", Assert.Single(gaps).Message);
        else
            Assert.Empty(gaps);
    }

    [Fact]
    public void What_a_connection_doesnt_tell_has_its_reason() =>
        Assert.All(
            new[] { nameof(VpnConnectionFact.ServerIsPublic), nameof(VpnConnectionFact.Tunnel), nameof(VpnConnectionFact.Encryption) },
            property => Assert.Contains(Snapshot("""{ "Name": "x" }""", "").GapsIn<VpnConnectionFact>(), gap => gap.Property == property)
        );

    [Fact]
    public void Automatic_is_told_as_it_is_since_it_may_come_to_any_protocol() =>
        Assert.Equal(
            VpnTunnel.Automatic,
            Snapshot("""{ "Name": "x", "TunnelType": "Automatic" }""", "").Of<VpnConnectionFact>().Single().Tunnel
        );

    [Theory]
    [InlineData("AES256", "GCMAES256", "SHA384", "ECP384", "GCMAES256", "PFS2048", VpnEncryption.Custom)]
    [InlineData("AES256", "AES256", "SHA384", "ECP384", "None", "None", VpnEncryption.Custom)]
    [InlineData("DES", "DES", "MD5", "None", "None", "None", VpnEncryption.CustomWeak)]
    [InlineData("AES256", "None", "SHA384", "ECP384", "SHA196", "None", VpnEncryption.CustomWeak)]
    [InlineData("AES256", "AES256", "MD5", "ECP384", "SHA196", "None", VpnEncryption.CustomWeak)]
    [InlineData("AES256", "AES256", "SHA384", "group1", "SHA196", "None", VpnEncryption.CustomWeak)]
    [InlineData("AES256", "AES256", "SHA384", "ECP384", "MD596", "ROT13", VpnEncryption.CustomWeak)]
    [InlineData("AES256", "AES256", "SHA384", "ECP384", "SHA196", "ROT13", null)]
    [InlineData("4", "5", "3", "5", "2", "0", null)]
    public void A_custom_policy_is_worth_what_its_algorithms_are(
        string method,
        string cipher,
        string hash,
        string group,
        string authentication,
        string secrecy,
        VpnEncryption? expected
    )
    {
        var policy = $$"""
            "IPSecCustomPolicy": { "EncryptionMethod": "{{method}}", "CipherTransformConstants": "{{cipher}}", "IntegrityCheckMethod": "{{hash}}", "DHGroup": "{{group}}",
              "AuthenticationTransformConstants": "{{authentication}}", "PfsGroup": "{{secrecy}}" }
            """;
        Assert.Equal(expected, Connection($"\"EncryptionLevel\": \"Custom\", {policy}").Of<VpnConnectionFact>().Single().Encryption);
        // Elsewhere it isn't in use.
        Assert.Equal(
            VpnEncryption.Required,
            Connection($"\"EncryptionLevel\": \"Required\", {policy}").Of<VpnConnectionFact>().Single().Encryption
        );
    }

    [Theory]
    [InlineData(""" "EncryptionLevel": "Custom" """)]
    [InlineData(""" "EncryptionLevel": "Custom", "IPSecCustomPolicy": null """)]
    [InlineData(""" "EncryptionLevel": "Custom", "IPSecCustomPolicy": { "EncryptionMethod": "AES256" } """)]
    [InlineData(""" "EncryptionLevel": "CustomWeak" """)]
    [InlineData(""" "EncryptionLevel": "2" """)]
    public void A_custom_policy_that_is_not_told_is_not_known(string members)
    {
        var snapshot = Connection(members);
        Assert.Null(snapshot.Of<VpnConnectionFact>().Single().Encryption);
        Assert.Contains(snapshot.GapsIn<VpnConnectionFact>(), gap => gap.Property == nameof(VpnConnectionFact.Encryption));
    }

    [Theory]
    [InlineData("""[ { "FriendlyName": "x", "ServerAddress": "203.0.113.5" } ]""", true)]
    [InlineData("""[ { "ServerAddress": "10.1.2.3" }, { "ServerAddress": "10.1.2.4" } ]""", false)]
    [InlineData("""[ { "ServerAddress": "vpn.example.jp" } ]""", null)]
    [InlineData("""[ { "FriendlyName": "x" } ]""", null)]
    [InlineData("""[ null ]""", null)]
    [InlineData("""[]""", false)]
    [InlineData("null", false)]
    public void Every_server_of_a_connection_counts(string list, bool? expected)
    {
        var snapshot = Connection($"\"ServerAddress\": \"10.1.2.3\", \"ServerList\": {list}");
        Assert.Equal(expected, snapshot.Of<VpnConnectionFact>().Single().ServerIsPublic);
        Assert.Equal(
            expected is null,
            snapshot.GapsIn<VpnConnectionFact>().Any(gap => gap.Property == nameof(VpnConnectionFact.ServerIsPublic))
        );
    }

    private static Snapshot Connection(string members) => Snapshot($$"""{ "Name": "x", "TunnelType": "Ikev2", {{members}} }""", "");

    private static Snapshot Snapshot(string allUsers, string callers) =>
        Machine.Answering(
            """
            { "instances": {}, "methods": { "root/Microsoft/Windows/RemoteAccess/Client": { "PS_VpnConnection.Get": [
              { "in": { "AllUserConnection": true }, "out": { "ReturnValue": 0, "cmdletOutput": [ ALL ] } },
              { "in": { "AllUserConnection": false }, "out": { "ReturnValue": 0, "cmdletOutput": [ MINE ] } } ] } } }
            """.Replace("ALL", allUsers).Replace("MINE", callers)
        );

    [Fact]
    public void An_answer_without_a_return_value_is_none()
    {
        var snapshot = Machine.Answering(
            """
            { "recordedAt": "2026-11-01T00:00:00Z", "instances": {}, "methods": { "root/Microsoft/Windows/RemoteAccess/Client": { "PS_VpnConnection.Get": [ { "in": { "AllUserConnection": true }, "out": {} } ] } } }
            """
        );
        Assert.Contains(
            snapshot.GapsIn<VpnConnectionFact>(),
            gap => gap.Unseen is VpnConnectionFact { AllUsers: true } && gap.Message.Contains("returned nothing")
        );
    }
}
