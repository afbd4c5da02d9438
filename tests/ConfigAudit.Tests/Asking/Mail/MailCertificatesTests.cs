using System;
using System.IO;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Handshake;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>Every certificate that a service shows is seen with its end: those of other kinds of key, and of authorities. What ends within
/// thirty days is asked of openssl, too. Skipped where that isn't installed.</summary>
public sealed class MailCertificatesTests
{
    private static readonly TimeSpan Watch = TimeSpan.FromDays(30);

    [Fact]
    public async Task An_intermediate_that_ends_sooner_and_a_second_key_whose_certificate_is_over_are_seen()
    {
        if (!OpenSslServer.IsInstalled)
            return;
        using var made = new TemporaryFolder();
        OpenSslServer.Run(
            $"req -x509 -newkey rsa:2048 -nodes -keyout {made["root.key"]} -out {made["root.pem"]} -days 3650 -subj /CN=Root"
        );
        Issue(made, "middle", "rsa:2048", "root", 10);
        Issue(made, "own", "rsa:2048", "middle", 300);
        Issue(made, "ec", "ec -pkeyopt ec_paramgen_curve:P-256", "root", -1);
        using var server = new OpenSslServer(
            _ => (made["own.pem"], made["own.key"]),
            $"-cert_chain {made["middle.pem"]} -dcert {made["ec.pem"]} -dkey {made["ec.key"]}"
        );
        using var probe = new MailProbe(Machine.Catalogs.TlsSuites, new MailProbeOptions { Round = TimeSpan.FromSeconds(5) });

        var sets = await probe.AskAsync(
            "mail.city.example",
            new[] { new MailEndpoint(server.Address, MailProtocol.Imap, IsImplicit: true, "mail.city.example") },
            CancellationToken.None
        );
        var set = sets.OfType<FactSet<MailCertificateFact>>().Single();

        Assert.Empty(set.Gaps);
        foreach (var name in new[] { "own", "middle", "ec" })
        {
            var seen = set.Items.Where(each => each.CertificateSubject == "CN=" + name).ToArray();
            Assert.NotEmpty(seen);
            var endsSoon = OpenSslServer.Run($"x509 -in {made[name + ".pem"]} -noout -checkend {Watch.TotalSeconds}") != 0;
            Assert.All(seen, each => Assert.Equal(endsSoon, each.Left < Watch));
        }

        Assert.Equal(
            new long?[] { 0, 1 },
            set.Items.Where(each => each.Chain == set.Items.Single(own => own.CertificateSubject == "CN=own").Chain)
                .Select(each => each.Place)
        );
        Assert.True(set.Items.Single(each => each.CertificateSubject == "CN=ec").Left < TimeSpan.Zero);
        Assert.Equal(
            "ECDSA 256 SHA256 False",
            set.Items.Where(each => each.CertificateSubject == "CN=ec")
                .Select(each => $"{each.CertificateKey} {each.CertificateKeyBits} {each.CertificateHash} {each.IsSelfSigned}")
                .Single()
        );
    }

    /// <summary>What is left is counted to the moment of asking, and to the second.</summary>
    [Fact]
    public void What_is_left_is_counted_to_the_moment_of_asking()
    {
        if (!OpenSslServer.IsInstalled)
            return;
        using var made = new TemporaryFolder();
        OpenSslServer.Run(
            $"req -x509 -newkey rsa:2048 -nodes -keyout {made["key"]} -out {made["cert.der"]} -outform DER -days 90 -subj /CN=mail.city.example"
        );
        var der = File.ReadAllBytes(made["cert.der"]);
        var until = MailCertificate.Read(new[] { der }, "mail.city.example", new X509Certificate2Collection()).Until;
        foreach (var left in new[] { Watch, Watch - TimeSpan.FromSeconds(1), TimeSpan.Zero, -Watch })
        {
            var ledger = new MailLedger();
            new MailCertificates(ledger, until - left).Take(
                new MailServiceFact
                {
                    ComputerName = "mail.city.example",
                    Source = "tcp:192.0.2.1:25",
                    Port = 25,
                    Certificates = new[] { new SeenCertificate(new[] { der }) },
                }
            );
            Assert.Equal(left, ledger.Build().OfType<FactSet<MailCertificateFact>>().Single().Items.Single().Left);
        }
    }

    /// <summary>A date that is none makes the certificate one that can't be read: what isn't known isn't far off.</summary>
    [Fact]
    public void A_certificate_without_a_readable_end_is_a_gap()
    {
        if (!OpenSslServer.IsInstalled)
            return;
        using var made = new TemporaryFolder();
        OpenSslServer.Run(
            $"req -x509 -newkey rsa:2048 -nodes -keyout {made["key.pem"]} -out {made["cert.der"]} -outform DER -days 90 -subj /CN=mail.city.example"
        );
        var der = File.ReadAllBytes(made["cert.der"]);
        // Both are UTCTime (tag 0x17, thirteen bytes); the second is the end. Month 13.
        var ends = Enumerable.Range(0, der.Length - 14).Where(at => der[at] == 0x17 && der[at + 1] == 13 && der[at + 14] == 'Z').ToArray();
        (der[ends[1] + 4], der[ends[1] + 5]) = ((byte)'1', (byte)'9');
        var chains = new CertificateChains("mail.city.example", new X509Certificate2Collection(), (_, _) => { });
        chains.Add(new[] { der }, "tcp:192.0.2.1:25");
        var ledger = new MailLedger();
        new MailCertificates(ledger, DateTimeOffset.UtcNow).Take(
            chains.In(
                new MailServiceFact
                {
                    ComputerName = "mail.city.example",
                    Source = "tcp:192.0.2.1:25",
                    Port = 25,
                }
            )
        );
        var set = ledger.Build().OfType<FactSet<MailCertificateFact>>().Single();
        Assert.Empty(set.Items);
        Assert.NotEmpty(set.SetGaps);
    }

    private static void Issue(TemporaryFolder made, string name, string key, string issuer, int days)
    {
        OpenSslServer.Run($"req -newkey {key} -nodes -keyout {made[name + ".key"]} -out {made[name + ".csr"]} -subj /CN={name}");
        OpenSslServer.Run(
            $"x509 -req -in {made[name + ".csr"]} -CA {made[issuer + ".pem"]} -CAkey {made[issuer + ".key"]} -CAcreateserial -days {days} -out {made[name + ".pem"]}"
        );
    }
}
