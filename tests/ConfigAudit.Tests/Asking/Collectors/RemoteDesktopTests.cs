using System;
using System.Linq;
using ConfigAudit.Asking.Collectors.Vpn;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>Remote Desktop, and the rules of IPsec.</summary>
public sealed class RemoteDesktopTests
{
    private const string Server = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server";
    private const string Listener = Server + @"\\WinStations\\RDP-Tcp";
    private const string Policy = @"HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows NT\\Terminal Services";

    [Fact]
    public void Without_a_policy_the_local_values_count()
    {
        var desktop = Desktop(
            null,
            Values(("fDenyTSConnections", 0)),
            Values(("UserAuthentication", 1), ("SecurityLayer", 2), ("MinEncryptionLevel", 3), ("PortNumber", 3390))
        );
        Assert.True(desktop.IsEnabled);
        Assert.True(desktop.RequiresNla);
        Assert.Equal(RdpSecurityLayer.Tls, desktop.SecurityLayer);
        Assert.Equal(RdpEncryption.High, desktop.MinEncryption);
        Assert.Equal(3390, desktop.Port);
        Assert.False(desktop.PolicyBlocksDrives);
        Assert.Equal(TimeSpan.Zero, desktop.PolicyIdleLimit);
    }

    [Fact]
    public void A_policy_that_disables_network_level_authentication_wins_over_the_local_value() =>
        Assert.False(
            Desktop(Values(("UserAuthentication", 0)), Values(("fDenyTSConnections", 0)), Values(("UserAuthentication", 1))).RequiresNla
        );

    [Theory]
    [InlineData(1, 0, null)]
    [InlineData(1, 7, null)]
    [InlineData(1, 1, true)]
    [InlineData(1, 2, true)]
    [InlineData(1, null, true)]
    [InlineData(0, 0, false)]
    public void Nobody_authenticates_beforehand_by_RDP_s_own_security(int nla, int? layer, bool? expected)
    {
        var values = layer is { } number
            ? Values(("UserAuthentication", nla), ("SecurityLayer", number))
            : Values(("UserAuthentication", nla));
        var snapshot = Snapshot(null, Values(("fDenyTSConnections", 0)), values);
        Assert.Equal(expected, snapshot.Of<RemoteDesktopFact>().Single().RequiresNla);
        if (layer == 0 && nla == 1)
        {
            Assert.Contains(
                snapshot.GapsIn<RemoteDesktopFact>(),
                gap =>
                    gap.Property == nameof(RemoteDesktopFact.RequiresNla)
                    && gap.Message.Contains("UserAuthentication is 1")
                    && gap.Message.Contains("SecurityLayer is 0")
            );
        }
    }

    [Fact]
    public void A_policy_that_denies_connections_wins_over_a_host_that_allows_them() =>
        Assert.False(Desktop(Values(("fDenyTSConnections", 1)), Values(("fDenyTSConnections", 0)), "{}").IsEnabled);

    [Fact]
    public void A_host_without_fDenyTSConnections_is_neither_open_nor_closed()
    {
        var snapshot = Snapshot(null, "{}", "{}");
        Assert.Null(snapshot.Of<RemoteDesktopFact>().Single().IsEnabled);
        Assert.Contains(
            snapshot.GapsIn<RemoteDesktopFact>(),
            gap => gap.Property == nameof(RemoteDesktopFact.IsEnabled) && gap.Kind == GapKind.NotPresent
        );
    }

    [Fact]
    public void A_policy_that_was_not_read_could_say_anything() =>
        Assert.Null(
            Machine
                .Answering(
                    $$""" { "instances": {}, "registry": { "{{Server}}": {{Values(("fDenyTSConnections", 1))}} }, "failures": { "registry:{{Policy}}": "denied" } } """
                )
                .Of<RemoteDesktopFact>()
                .Single()
                .IsEnabled
        );

    [Fact]
    public void What_the_policy_keeps_apart_and_when_it_ends_sessions()
    {
        var desktop = Desktop(
            Values(("fDisableCdm", 1), ("fDisableClip", 0), ("MaxIdleTime", 900000), ("MaxDisconnectionTime", 60000)),
            "{}",
            "{}"
        );
        Assert.True(desktop.PolicyBlocksDrives);
        Assert.False(desktop.PolicyBlocksClipboard);
        Assert.Equal(TimeSpan.FromMinutes(15), desktop.PolicyIdleLimit);
        Assert.Equal(TimeSpan.FromMinutes(1), desktop.PolicyDisconnectLimit);
    }

    [Theory]
    [InlineData(null, 1, true)]
    [InlineData(0, 1, false)]
    [InlineData(1, 0, true)]
    [InlineData(null, null, null)]
    public void Of_assistance_policy_says_more_than_the_host(int? policy, int? local, bool? allowed) =>
        Assert.Equal(
            allowed,
            Machine
                .Answering(
                    $$"""
                    { "instances": {}, "registry": {
                        "{{Policy}}": {{(policy is null ? "{}" : Values(("fAllowToGetHelp", policy.Value)))}},
                        "{{Server.Replace("Terminal Server", "Remote Assistance")}}": {{(
                        local is null ? "{}" : Values(("fAllowToGetHelp", local.Value))
                    )}} } }
                    """
                )
                .Of<RemoteDesktopFact>()
                .Single()
                .AllowsAssistance
        );

    [Fact]
    public void Nobody_assists_uninvited_unless_policy_says_so()
    {
        Assert.False(Desktop("{}", "{}", "{}").AllowsUninvitedAssistance);
        Assert.True(Desktop(Values(("fAllowUnsolicited", 1)), "{}", "{}").AllowsUninvitedAssistance);
    }

    [Fact]
    public void A_number_of_tomorrow_is_not_known() => Assert.Null(Desktop(null, "{}", Values(("SecurityLayer", 9))).SecurityLayer);

    [Fact]
    public void What_was_not_recorded_is_not_known()
    {
        var desktop = Machine.Answering(""" { "instances": {} } """).Of<RemoteDesktopFact>().Single();
        Assert.Null(desktop.IsEnabled);
        Assert.Null(desktop.PolicyBlocksDrives);
        Assert.Null(desktop.PolicyIdleLimit);
    }

    [Theory]
    [InlineData("1", "1", IpsecMode.Transport, true)]
    [InlineData("3", "1", IpsecMode.Transport, true)]
    [InlineData("\"2\"", "\"2\"", IpsecMode.Tunnel, false)]
    public void A_rule_of_IPsec(string mode, string enabled, object expected, bool isEnabled)
    {
        var rule = Machine
            .Answering(
                $$""" { "instances": { "root/StandardCimv2": { "MSFT_NetConSecRule": [ { "InstanceID": "{1}", "DisplayName": "x", "Enabled": {{enabled}}, "Mode": {{mode}}, "InboundSecurity": 2, "OutboundSecurity": "1" } ] } } } """
            )
            .Of<IpsecRuleFact>()
            .Single();
        Assert.Equal(expected, rule.Mode);
        Assert.Equal(isEnabled, rule.IsEnabled);
        Assert.Equal(IpsecSecurity.Require, rule.InboundSecurity);
        Assert.Equal(IpsecSecurity.Request, rule.OutboundSecurity);
    }

    [Fact]
    public void Rules_of_Group_Policy_stay_unseen() =>
        Assert.Contains(
            "Group Policy",
            Assert
                .Single(
                    Machine
                        .Answering(""" { "instances": { "root/StandardCimv2": { "MSFT_NetConSecRule": [] } } } """)
                        .GapsIn<IpsecRuleFact>()
                )
                .Message
        );

    [Fact]
    public void A_Windows_before_8_has_no_such_class() =>
        Assert.Contains(
            Machine.Answering(""" { "instances": {}, "absent": [ "root/StandardCimv2" ] } """).GapsIn<IpsecRuleFact>(),
            gap => gap.Kind == GapKind.NotPresent
        );

    [Fact]
    public void What_IPsec_may_negotiate_is_told_by_numbers_in_order_of_preference()
    {
        var sets = Crypto(
                """[ { "CipherAlgorithm": 65003, "HashAlgorithm": "65002", "GroupID": 20 }, { "CipherAlgorithm": 6, "HashAlgorithm": 3, "GroupID": 2 } ]"""
            )
            .Of<IpsecCryptoFact>();
        Assert.Equal((IpsecPhase.MainMode, IpsecPhase.QuickMode), (sets[0].Phase!.Value, sets[1].Phase!.Value));
        Assert.Equal(new[] { IpsecCipher.Aes256, IpsecCipher.TripleDes }, sets[0].Ciphers);
        Assert.Equal(new[] { IpsecHash.Sha384, IpsecHash.Sha1 }, sets[0].Hashes);
        Assert.Equal(new[] { IpsecGroup.Ecp384, IpsecGroup.Modp1024 }, sets[0].Groups);
        Assert.Equal(
            (IpsecCipher.AesGcm256, IpsecHash.AesGmac256, IpsecGroup.Modp2048),
            (sets[1].Ciphers!.Single(), sets[1].Hashes!.Single(), sets[1].Groups!.Single())
        );
    }

    [Theory]
    [InlineData("""[ "AES256/SHA384/DH20" ]""")]
    [InlineData(
        """[ { "CipherAlgorithm": 65003, "HashAlgorithm": 65002, "GroupID": 20 }, { "CipherAlgorithm": 7, "HashAlgorithm": 9, "GroupID": 99 } ]"""
    )]
    [InlineData("null")]
    public void Proposals_that_are_not_understood_may_hold_anything(string proposals)
    {
        var snapshot = Crypto(proposals);
        var set = snapshot.Of<IpsecCryptoFact>()[0];
        Assert.Null(set.Ciphers);
        Assert.Null(set.Hashes);
        Assert.Null(set.Groups);
        Assert.Contains(
            snapshot.GapsIn<IpsecCryptoFact>(),
            gap => gap.Property == nameof(IpsecCryptoFact.Ciphers) && gap.Kind == GapKind.Unusable
        );
    }

    private static Snapshot Crypto(string proposals) =>
        Machine.Answering(
            $$"""
            { "instances": { "root/StandardCimv2": {
                "MSFT_NetIKEMMCryptoSet": [ { "InstanceID": "{1}", "DisplayName": "main", "Proposals": {{proposals}} } ],
                "MSFT_NetIKEQMCryptoSet": [ { "InstanceID": "{2}", "DisplayName": "quick", "PfsGroupID": "14", "Proposals": [ { "Encapsulation": 2, "CipherAlgorithm": 65006, "HashAlgorithmESP": 65005 } ] } ] } } }
            """
        );

    private static RemoteDesktopFact Desktop(string? policy, string server, string listener) =>
        Snapshot(policy, server, listener).Of<RemoteDesktopFact>().Single();

    private static Snapshot Snapshot(string? policy, string server, string listener) =>
        Machine.Answering(
            $$"""
            { "instances": {}, "absent": [ {{(policy is null ? $"\"registry:{Policy}\"" : "")}} ],
              "registry": { {{(
                policy is null ? "" : $"\"{Policy}\": {policy}, "
            )}} "{{Server}}": {{server}}, "{{Listener}}": {{listener}} } }
            """
        );

    private static string Values(params (string Name, long Value)[] values) =>
        "{ "
        + string.Join(", ", values.Select(value => $"\"{value.Name}\": {{ \"type\": \"REG_DWORD\", \"data\": {value.Value} }}"))
        + " }";
}
