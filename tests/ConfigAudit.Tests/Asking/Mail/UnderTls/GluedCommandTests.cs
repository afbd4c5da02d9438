using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail.UnderTls;

/// <summary>A command sent in one packet with STARTTLS (CVE-2011-0411), to scripted servers: good ones, and faulty ones of a kind that no
/// package holds any more.</summary>
public sealed class GluedCommandTests
{
    public static TheoryData<MailProtocol> Protocols() => new(MailProtocol.Smtp, MailProtocol.Imap, MailProtocol.Pop3);

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task A_server_that_carries_it_out_under_TLS_is_not_clean(MailProtocol protocol) =>
        Assert.False((await AskAsync(protocol, Glued.CarriedOut)).IsStartTlsClean);

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task Nor_is_one_that_refuses_it_under_TLS(MailProtocol protocol) =>
        Assert.False((await AskAsync(protocol, Glued.AnsweredOutOfOrder)).IsStartTlsClean);

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task One_that_throws_it_away_is(MailProtocol protocol) =>
        Assert.True((await AskAsync(protocol, Glued.ThrownAway)).IsStartTlsClean);

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task One_that_ends_the_connection_is(MailProtocol protocol) =>
        Assert.True((await AskAsync(protocol, Glued.Ends)).IsStartTlsClean);

    [Theory]
    [MemberData(nameof(Protocols))]
    public async Task One_that_answers_before_TLS_is_not_known_to_be(MailProtocol protocol) =>
        Assert.Null((await AskAsync(protocol, Glued.AnsweredBefore)).IsStartTlsClean);

    [Fact]
    public async Task Ways_to_log_in_are_read_under_TLS()
    {
        Assert.Equal(new[] { "PLAIN", "LOGIN" }, (await AskAsync(MailProtocol.Smtp, Glued.ThrownAway)).LoginMechanisms);
        Assert.Equal(new[] { "PLAIN" }, (await AskAsync(MailProtocol.Imap, Glued.ThrownAway)).LoginMechanisms);
        Assert.Equal(new[] { "PLAIN", "USER" }, (await AskAsync(MailProtocol.Pop3, Glued.ThrownAway)).LoginMechanisms);
    }

    private static async Task<MailServiceFact> AskAsync(MailProtocol protocol, Glued glued)
    {
        using var front = new StartTlsFront(
            async (stream, _) =>
            {
                await new ScriptedMail(protocol, glued).ServeAsync(stream);
                return false;
            }
        );
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            new MailProbeOptions { Round = TimeSpan.FromSeconds(10), Service = TimeSpan.FromSeconds(60) }
        );
        var sets = await probe.AskAsync(
            "mail.city.example",
            new[] { new MailEndpoint(front.Address, protocol, IsImplicit: false, "mail.city.example") },
            CancellationToken.None
        );
        var services = sets.OfType<FactSet<MailServiceFact>>().Single();
        return Assert.Single(services.Items);
    }
}
