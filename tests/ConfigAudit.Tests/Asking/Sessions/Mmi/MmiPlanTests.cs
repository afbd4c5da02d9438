using System;
using System.Net;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.Mmi;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using Xunit;

namespace ConfigAudit.Tests.Asking.Sessions.Mmi;

/// <summary>What MMI is told of a session. That it does it can't be tried off Windows: docs/UNPROVEN.md.</summary>
public sealed class MmiPlanTests
{
    private static readonly NetworkCredential Someone = new("audit", "not-a-real-one", "CITY");

    [Theory]
    [InlineData("localhost")]
    [InlineData(".")]
    public void This_computer_needs_no_network(string name) => Assert.Null(Plan(name, new SessionOptions()).Host);

    [Fact]
    public void Whoever_says_how_this_computer_is_to_be_asked_gets_that()
    {
        Assert.Equal(
            ("localhost", true),
            (Plan("localhost", new SessionOptions { UseSsl = true }).Host, Plan("localhost", new SessionOptions { UseSsl = true }).UseSsl)
        );
        Assert.Equal(
            ("localhost", 5985),
            (Plan("localhost", new SessionOptions { Port = 5985 }).Host, Plan("localhost", new SessionOptions { Port = 5985 }).Port)
        );
        Assert.Equal("localhost", Plan("localhost", new SessionOptions { Credential = Someone }).Host);
        Assert.Equal("localhost", Plan("localhost", new SessionOptions { Authentication = AuthenticationMethod.Kerberos }).Host);
        Assert.Equal("localhost", Plan("localhost", new SessionOptions(), SessionProtocol.Mmi).Host);
    }

    [Theory]
    [InlineData(AuthenticationMethod.Default, false)]
    [InlineData(AuthenticationMethod.Negotiate, false)]
    [InlineData(AuthenticationMethod.Kerberos, false)]
    [InlineData(AuthenticationMethod.Basic, true)]
    public void Messages_stay_encrypted_where_they_can_be_whatever_is_allowed(AuthenticationMethod method, bool isReadable) =>
        Assert.Equal(
            isReadable,
            Plan(
                "PC001",
                new SessionOptions
                {
                    Authentication = method,
                    Credential = Someone,
                    AllowUnencrypted = true,
                }
            ).NoEncryption
        );

    [Fact]
    public void Basic_shows_no_password_unless_that_is_allowed() =>
        Assert.Contains(
            "show the password",
            Assert
                .Throws<SessionException>(() =>
                    Plan("PC001", new SessionOptions { Authentication = AuthenticationMethod.Basic, Credential = Someone })
                )
                .Message
        );

    [Fact]
    public void The_time_for_an_operation_is_handed_over() =>
        Assert.Equal(TimeSpan.FromSeconds(7), Plan("PC001", new SessionOptions { OperationTimeout = TimeSpan.FromSeconds(7) }).Timeout);

    [Theory]
    [InlineData(AuthenticationMethod.Kerberos, null, "Kerberos alone")]
    [InlineData(AuthenticationMethod.Basic, null, "neither Basic")]
    [InlineData(AuthenticationMethod.Default, 135, "no port to choose")]
    [InlineData(AuthenticationMethod.Default, 5986, "no TLS")]
    public void DCOM_is_asked_for_nothing_that_it_would_pass_over_in_silence(AuthenticationMethod method, int? port, string word)
    {
        var refused = Assert.Throws<SessionException>(() =>
            Plan(
                "PC001",
                new SessionOptions
                {
                    Authentication = method,
                    Credential = Someone,
                    Port = port,
                },
                SessionProtocol.Dcom
            )
        );
        Assert.Equal(GapKind.NotSupported, refused.Kind);
        Assert.Contains(word, refused.Message);
    }

    [Fact]
    public void DCOM_with_a_name_and_password() =>
        Assert.Equal(
            ("PC001", true, false),
            Plan("PC001", new SessionOptions { Credential = Someone }, SessionProtocol.Dcom) is var plan
                ? (plan.Host, plan.IsDcom, plan.UseSsl)
                : default
        );

    private static MmiPlan Plan(string name, SessionOptions options, SessionProtocol protocol = SessionProtocol.Auto) =>
        MmiPlan.Of(new Target(name), protocol, options);
}
