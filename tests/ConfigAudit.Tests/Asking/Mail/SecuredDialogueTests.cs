using System;
using System.Collections.Generic;
using System.Linq;
using System.Net;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>What a whole handshake tells, of real Postfix and Dovecot. Skipped where they aren't installed, or without root.</summary>
public sealed class SecuredDialogueTests
{
    private const string Modern = "ECDHE+AESGCM:ECDHE+CHACHA20";

    [NeedsFact("postfix")]
    public async Task Postfix_throws_away_what_came_with_STARTTLS()
    {
        using var server = MailDaemon.Postfix(Modern);
        var (service, _) = await AskAsync(server.Address, MailProtocol.Smtp, isImplicit: false);
        Assert.True(service.IsStartTlsClean);
        Assert.False(service.IsStartTlsStripped);
        Assert.Contains("STARTTLS", service.Capabilities!);
        Assert.DoesNotContain("STARTTLS", service.CapabilitiesUnderTls!);
        Assert.Contains("8BITMIME", service.CapabilitiesUnderTls!);
        Assert.Empty(service.LoginMechanisms!);
        Assert.Equal(
            (false, false, true),
            (service.AllowsRenegotiation!.Value, service.HasCompression!.Value, service.ResumesSessions!.Value)
        );
        Assert.Equal("CN=mail.city.example", service.CertificateSubject);
        Assert.Equal(new[] { "mail.city.example" }, service.CertificateNames);
    }

    [NeedsFact("dovecot")]
    public async Task Dovecot_tells_its_greeting_and_its_logins_under_TLS()
    {
        using var server = MailDaemon.Dovecot(Modern);
        var (service, _) = await AskAsync(server.Address, MailProtocol.Imap, isImplicit: true);
        Assert.StartsWith("* OK", service.Greeting, StringComparison.Ordinal);
        Assert.Equal(new[] { "PLAIN", "LOGIN" }, service.LoginMechanisms);
        Assert.True(service.IsStartTlsClean);
        Assert.NotNull(service.AllowsRenegotiation);
        Assert.NotNull(service.ResumesSessions);
    }

    [NeedsTheory("openssl")]
    [InlineData("-tls1_2 -client_renegotiation", true)]
    [InlineData("-tls1_2", false)]
    [InlineData("-tls1_2 -no_renegotiation", false)]
    [InlineData("-tls1_1 -cipher ALL:@SECLEVEL=0 -client_renegotiation", true)]
    [InlineData("-tls1_3", false)]
    public async Task A_client_is_seen_to_be_let_renegotiate_or_not(string options, bool allows)
    {
        using var server = new OpenSslServer(options);
        var (service, _) = await AskAsync(server.Address, MailProtocol.Imap, isImplicit: true, TimeSpan.FromSeconds(5));
        Assert.Equal(allows, service.AllowsRenegotiation);
    }

    /// <summary>What needs no certificate of a client is known all the same.</summary>
    [NeedsTheory("openssl")]
    [InlineData("-tls1_2", TlsVersion.Tls12)]
    [InlineData("-tls1_3", TlsVersion.Tls13)]
    public async Task A_server_that_demands_a_certificate_of_its_clients_has_TLS_for_those(string options, TlsVersion version)
    {
        using var server = new OpenSslServer(options + " -Verify 1 -verify_return_error");
        var (service, gaps) = await AskAsync(server.Address, MailProtocol.Imap, isImplicit: true, TimeSpan.FromSeconds(5));
        Assert.True(service.OffersTls);
        Assert.Equal(new[] { version }, service.Versions);
        Assert.NotEmpty(service.Suites!);
        Assert.Equal("CN=mail.city.example", service.CertificateSubject);
        Assert.Null(service.LoginMechanisms);
        Assert.Contains(gaps, gap => gap.Message.Contains("demands a certificate of its clients"));
    }

    [NeedsTheory("openssl")]
    [InlineData("-tls1_2", true)]
    [InlineData("-tls1_2 -no_ticket", true)]
    [InlineData("-tls1_2 -no_ticket -no_cache", false)]
    public async Task Sessions_are_taken_up_again_by_ticket_or_by_id(string options, bool resumes)
    {
        using var server = new OpenSslServer(options);
        var (service, _) = await AskAsync(server.Address, MailProtocol.Imap, isImplicit: true, TimeSpan.FromSeconds(5));
        Assert.Equal(resumes, service.ResumesSessions);
    }

    [NeedsTheory("openssl")]
    [InlineData("-tls1_2")]
    [InlineData("-tls1_3")]
    public async Task A_server_with_two_certificates_shows_both_and_the_worse_one_counts(string version)
    {
        using var folder = new TemporaryFolder();
        OpenSslServer.Run(
            $"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout {folder["key.pem"]} -out {folder["cert.pem"]} -days 3 -subj /CN=mail.town.example"
        );
        using var server = new OpenSslServer($"{version} -dcert {folder["cert.pem"]} -dkey {folder["key.pem"]}");
        var (service, _) = await AskAsync(server.Address, MailProtocol.Imap, isImplicit: true, TimeSpan.FromSeconds(5));
        Assert.Equal(
            new[] { "ECDSA 256", "RSA 2048" },
            new[]
            {
                $"{service.CertificateKey} {service.CertificateKeyBits}",
                Assert.Single(service.OtherCertificates!).Split('(')[1].Split(',')[0],
            }.OrderBy(each => each, StringComparer.Ordinal)
        );
        Assert.False(service.CertificateNamesHost);
        Assert.InRange(service.CertificateLeft!.Value.TotalDays, 2, 3);
    }

    [NeedsFact("openssl")]
    public async Task Ways_to_sign_and_groups_are_those_that_the_server_was_told()
    {
        using var server = new OpenSslServer(
            "-cipher ECDHE:@SECLEVEL=0 -tls1_2 -sigalgs RSA+SHA1:RSA+SHA256:rsa_pss_rsae_sha384 -curves P-384:X448"
        );
        var (service, _) = await AskAsync(server.Address, MailProtocol.Imap, isImplicit: true, TimeSpan.FromSeconds(5));
        Assert.Equal(
            new[] { "RsaPkcs1Sha1", "RsaPkcs1Sha256", "RsaPssRsaeSha384" },
            service.SignatureSchemes!.Select(scheme => scheme.ToString())
        );
        Assert.Equal(new[] { "Secp384r1", "X448" }, service.Groups!.Select(group => group.ToString()));
    }

    private static async Task<(MailServiceFact Service, IReadOnlyList<Gap> Gaps)> AskAsync(
        IPEndPoint address,
        MailProtocol protocol,
        bool isImplicit,
        TimeSpan? round = null
    )
    {
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            new MailProbeOptions { Round = round ?? TimeSpan.FromSeconds(10), Service = TimeSpan.FromSeconds(60) }
        );
        var sets = await probe.AskAsync(
            "mail.city.example",
            new[] { new MailEndpoint(address, protocol, isImplicit, "mail.city.example") },
            CancellationToken.None
        );
        var services = sets.OfType<FactSet<MailServiceFact>>().Single();
        return (Assert.Single(services.Items), services.Gaps);
    }
}
