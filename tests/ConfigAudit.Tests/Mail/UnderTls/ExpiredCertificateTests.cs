using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Facts;
using ConfigAudit.Mail;
using Xunit;

namespace ConfigAudit.Tests.Mail.UnderTls;

/// <summary>Certificates that are over, or that an authority of one's own vouches for.</summary>
public sealed class ExpiredCertificateTests
{
    [Theory]
    [InlineData(20, true)]
    [InlineData(-2, false)]
    public async Task A_certificate_that_is_over_is_not_trusted_even_if_its_authority_is(int days, bool isTrusted)
    {
        using var certificate = ScriptedMail.NewCertificate(DateTimeOffset.Now.AddDays(days));
        using var front = new StartTlsFront(async (stream, _) =>
        {
            await new ScriptedMail(MailProtocol.Smtp, Glued.ThrownAway, certificate).ServeAsync(stream);
            return false;
        });
        using var own = X509CertificateLoader.LoadCertificate(certificate.RawData);
        var options = new MailProbeOptions { Round = TimeSpan.FromSeconds(10), Service = TimeSpan.FromSeconds(60), Trusted = new X509Certificate2Collection(own) };
        using var probe = new MailProbe(Machine.Catalogs.TlsSuites, options);
        var sets = await probe.AskAsync("mail.city.example", new[] { new MailEndpoint(front.Address, MailProtocol.Smtp, IsImplicit: false, "mail.city.example") }, CancellationToken.None);
        var service = Assert.Single(sets.OfType<FactSet<MailServiceFact>>().Single().Items);
        Assert.Equal(isTrusted, service.CertificateIsTrusted);
        Assert.InRange(service.CertificateLeft!.Value.TotalDays, days - 1, days);
    }
}
