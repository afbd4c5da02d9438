using System.Net;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.WsMan;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions.WsMan;

/// <summary>Where a host is asked, and which ways aren't gone.</summary>
public sealed class WsManEndpointTests
{
    private static readonly NetworkCredential Someone = new("audit", "not-a-real-one", "CITY");

    [Theory]
    [InlineData("PC001", null, null, "https://pc001:5986/wsman")]
    [InlineData("PC_001", null, null, "https://pc_001:5986/wsman")]
    [InlineData("pc-1.city.example.lg.jp", null, null, "https://pc-1.city.example.lg.jp:5986/wsman")]
    [InlineData("PC001", "10.1.2.3", 15986, "https://10.1.2.3:15986/wsman")]
    [InlineData("PC001", "2001:db8::5", null, "https://[2001:db8::5]:5986/wsman")]
    public void The_address_is_the_host_s_or_what_it_is_reached_by(string name, string? address, int? port, string expected) =>
        Assert.Equal(
            expected,
            WsManEndpoint.Of(new Target(name) { Address = address, Port = port }, new SessionOptions { UseSsl = true }).Address.AbsoluteUri
        );

    [Fact]
    public void The_port_of_HTTPS_means_HTTPS() =>
        Assert.Equal(
            "https://pc001:5986/wsman",
            WsManEndpoint.Of(new Target("PC001") { Port = 5986 }, new SessionOptions()).Address.AbsoluteUri
        );

    [Fact]
    public void What_a_target_says_comes_before_what_the_command_says()
    {
        var options = new SessionOptions { Port = 5985, AllowUnencrypted = true };
        Assert.Equal(
            "https://pc001:7000/wsman",
            WsManEndpoint.Of(new Target("PC001") { Port = 7000, UseSsl = true }, options).Address.AbsoluteUri
        );
    }

    [Theory]
    [InlineData(AuthenticationMethod.Basic, "show the password to everyone")]
    [InlineData(AuthenticationMethod.Default, "-Protocol Mmi on Windows")]
    [InlineData(AuthenticationMethod.Negotiate, "-AllowUnencrypted")]
    [InlineData(AuthenticationMethod.Kerberos, "-Authentication Negotiate")]
    [InlineData(AuthenticationMethod.Certificate, "-Certificate")]
    public void Plain_HTTP_and_what_can_not_be_done_are_refused_before_anything_is_sent(AuthenticationMethod method, string advice)
    {
        var refused = Assert.Throws<SessionException>(() =>
            WsManEndpoint.Of(new Target("PC001"), new SessionOptions { Authentication = method, Credential = Someone })
        );
        Assert.Equal(GapKind.NotSupported, refused.Kind);
        Assert.Contains(advice, refused.Message);
        Assert.DoesNotContain("not-a-real-one", refused.ToString());
    }

    [Fact]
    public void Plain_HTTP_is_gone_when_it_is_allowed() =>
        Assert.Equal(
            "http://pc001:5985/wsman",
            WsManEndpoint
                .Of(
                    new Target("PC001"),
                    new SessionOptions
                    {
                        Authentication = AuthenticationMethod.Basic,
                        Credential = Someone,
                        AllowUnencrypted = true,
                    }
                )
                .Address.AbsoluteUri
        );

    [Theory]
    [InlineData("a b")]
    [InlineData("x/../y?")]
    [InlineData("host@evil")]
    public void A_name_that_is_none_is_refused(string name) =>
        Assert.ThrowsAny<SessionException>(() => WsManEndpoint.Of(new Target(name), new SessionOptions { UseSsl = true }));
}
