using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail.UnderTls;

/// <summary>Certificates that are over, that an authority of one's own vouches for, or that are signed by RSA-PSS, which Mono can't
/// read.</summary>
public sealed class ParticularCertificateTests
{
    [NeedsFact("openssl")]
    public async Task A_signature_by_RSA_PSS_has_its_hash_among_its_parameters()
    {
        using var server = new OpenSslServer(
            "-tls1_2",
            "rsa:3072",
            "-days 30 -subj /CN=mail.city.example -sha384 -sigopt rsa_padding_mode:pss"
        );
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            new MailProbeOptions { Round = TimeSpan.FromSeconds(2), Service = TimeSpan.FromSeconds(60) }
        );
        var sets = await probe.AskAsync(
            "mail.city.example",
            new[] { new MailEndpoint(server.Address, MailProtocol.Smtp, IsImplicit: true, "mail.city.example") },
            CancellationToken.None
        );
        var service = Assert.Single(sets.OfType<FactSet<MailServiceFact>>().Single().Items);
        Assert.Equal(("RSA", 3072L, "SHA384"), (service.CertificateKey, service.CertificateKeyBits!.Value, service.CertificateHash));
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(-2, false)]
    public async Task A_certificate_that_is_over_is_not_trusted_even_if_its_authority_is(int days, bool isTrusted)
    {
        using var certificate = ScriptedMail.NewCertificate(DateTimeOffset.Now.AddDays(days));
        using var front = new StartTlsFront(
            async (stream, _) =>
            {
                await new ScriptedMail(MailProtocol.Smtp, Glued.ThrownAway, certificate).ServeAsync(stream);
                return false;
            }
        );
        using var own = X509CertificateLoader.LoadCertificate(certificate.RawData);
        var options = new MailProbeOptions
        {
            Round = TimeSpan.FromSeconds(10),
            Service = TimeSpan.FromSeconds(60),
            Trusted = new X509Certificate2Collection(own),
        };
        using var probe = new MailProbe(Machine.Catalogs.TlsSuites, options);
        var sets = await probe.AskAsync(
            "mail.city.example",
            new[] { new MailEndpoint(front.Address, MailProtocol.Smtp, IsImplicit: false, "mail.city.example") },
            CancellationToken.None
        );
        var service = Assert.Single(sets.OfType<FactSet<MailServiceFact>>().Single().Items);
        Assert.Equal(isTrusted, service.CertificateIsTrusted);
        Assert.InRange(service.CertificateLeft!.Value.TotalDays, days - 1, days);
    }
}
