using System;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>What is learnt of a bad certificate, from openssl s_server. Skipped where openssl isn't installed.</summary>
public sealed class CertificateTests
{
    private const string Named = "-days 30 -subj /CN=mail.city.example -addext subjectAltName=DNS:mail.city.example";

    [NeedsTheory("openssl")]
    [InlineData("rsa:2048", Named, true, 2048, "SHA256")]
    [InlineData("rsa:2048", "-days 30 -subj /CN=mail.city.example -addext subjectAltName=DNS:mail.town.example", false, 2048, "SHA256")]
    [InlineData("rsa:1024", Named, true, 1024, "SHA256")]
    [InlineData("rsa:2048", Named + " -sha1", true, 2048, "SHA1")]
    [InlineData("ec -pkeyopt ec_paramgen_curve:P-384", Named + " -sha384", true, 384, "SHA384")]
    public async Task A_certificate_tells_its_end_its_names_its_key_and_its_hash(
        string key,
        string request,
        bool namesHost,
        long bits,
        string hash
    )
    {
        using var server = new OpenSslServer("-tls1_2 -cipher ALL:@SECLEVEL=0", key, request);
        using var probe = new MailProbe(Machine.Catalogs.TlsSuites, new MailProbeOptions { Round = TimeSpan.FromSeconds(5) });
        var sets = await probe.AskAsync(
            "mail.city.example",
            new[] { new MailEndpoint(server.Address, MailProtocol.Imap, IsImplicit: true, "mail.city.example") },
            CancellationToken.None
        );
        var service = sets.OfType<FactSet<MailServiceFact>>().Single().Items.Single();
        Assert.InRange(service.CertificateUntil!.Value, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddDays(30));
        Assert.Equal(
            (namesHost, bits, hash),
            (service.CertificateNamesHost!.Value, service.CertificateKeyBits!.Value, service.CertificateHash)
        );
        // Mono knows no such chain for a curve.
        Assert.NotEqual(true, service.CertificateIsTrusted);
    }
}
