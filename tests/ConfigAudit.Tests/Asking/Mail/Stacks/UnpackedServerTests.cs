using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail.Stacks;

/// <summary>What Sendmail, Courier, aiosmtpd and OpenSMTPD say in their own ways. Skipped, with a word, where a package isn't
/// unpacked.</summary>
public sealed class UnpackedServerTests
{
    /// <summary>With "p" it lists no mechanism that says a password in the clear, and refuses one that isn't listed.</summary>
    [NeedsTheory("Sendmail")]
    [InlineData("", true)]
    [InlineData("p", false)]
    public async Task Sendmail_takes_a_login_before_TLS_where_it_lists_one(string options, bool isLetIn)
    {
        using var server = UnpackedServer.Sendmail(options)!;
        var service = await AskAsync(server);
        Assert.Equal(isLetIn, service.Capabilities!.Any(each => each.StartsWith("AUTH ", StringComparison.Ordinal)));
        Assert.Equal(isLetIn, service.OffersLoginBeforeTls);
        Assert.Equal(new[] { "PLAIN", "LOGIN" }, service.LoginMechanisms);
        Assert.Equal((true, true), (service.OffersTls!.Value, service.IsStartTlsClean!.Value));
    }

    /// <summary>
    /// Courier's IMAP lists no mechanism before TLS and takes them all the same; after one that failed it lets everybody wait for five
    /// seconds. Its POP3, before 1.1.5, answers under TLS what was
    /// said before (CVE-2021-38084). To who can't take its certificate it says goodbye, and no alert.
    /// </summary>
    [NeedsTheory("Courier SMTP")]
    [InlineData(MailProtocol.Imap, true, true, "* OK [CAPABILITY")]
    [InlineData(MailProtocol.Pop3, true, false, "+OK Hello there.")]
    [InlineData(MailProtocol.Smtp, false, true, "220 mail.city.example ESMTP")]
    public async Task Courier_is_known_in_each_of_its_protocols(MailProtocol protocol, bool isLetIn, bool isClean, string greeting)
    {
        using var server = UnpackedServer.Courier(protocol)!;
        var service = await AskAsync(server);
        Assert.StartsWith(greeting, service.Greeting, StringComparison.Ordinal);
        Assert.Equal(isLetIn, service.OffersLoginBeforeTls);
        Assert.Equal((true, true), (service.OffersTls, service.CertificateNamesHost));
        Assert.Equal(isClean, service.IsStartTlsClean);
        Assert.NotEmpty(service.CapabilitiesUnderTls!);
    }

    [NeedsTheory("aiosmtpd")]
    [InlineData("{\"require_starttls\": true}", true, false)]
    [InlineData("{\"replies\": \"odd\"}", true, false)]
    [InlineData("{\"replies\": \"odd\", \"login\": true, \"auth_require_tls\": false}", true, true)]
    [InlineData("{\"login\": true}", true, false)]
    [InlineData("{\"replies\": \"one line\"}", false, false)]
    public async Task Aiosmtpd_is_known_whatever_it_replies(string settings, bool isListed, bool isLetIn)
    {
        using var server = UnpackedServer.Aiosmtpd(settings)!;
        var service = await AskAsync(server);
        Assert.Equal((isListed, isLetIn), (service.OffersTls == true, service.OffersLoginBeforeTls!.Value));
        // STARTTLS that isn't listed works all the same.
        Assert.Equal(!isListed, service.IsStartTlsStripped);
    }

    /// <summary>It takes such a list without a word, lists STARTTLS, and says that it is ready.</summary>
    [NeedsTheory("OpenSMTPD")]
    [InlineData("smtp ciphers \"PSK\"")]
    [InlineData("")]
    public async Task OpenSMTPD_that_no_handshake_succeeds_with_offers_no_TLS(string settings)
    {
        using var server = UnpackedServer.OpenSmtpd(settings)!;
        Assert.False(Client.Shakes(server.Port, "-starttls smtp"));
        var service = await AskAsync(server);
        Assert.Contains("STARTTLS", service.Capabilities!);
        Assert.NotEqual(true, service.OffersTls);
    }

    private static async Task<MailServiceFact> AskAsync(UnpackedServer server)
    {
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            new MailProbeOptions { Service = TimeSpan.FromSeconds(60) },
            Machine.Catalogs.TlsParameters
        );
        IReadOnlyList<FactSet> sets = await probe.AskAsync("mail.city.example", new[] { server.Endpoint }, CancellationToken.None);
        return sets.OfType<FactSet<MailServiceFact>>().Single().Items.Single();
    }
}
