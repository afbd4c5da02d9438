using System;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail.Stacks;

/// <summary>Certificates of RSA, which every runtime reads, with what is no good in them: an old hash, a name where names were once, a short
/// key on the way.</summary>
public sealed class OldCertificateTests
{
    [NeedsTheory("openssl")]
    [InlineData("-sha1", "SHA1")]
    [InlineData("-md5", "MD5")]
    public Task A_leaf_that_an_old_hash_signs_is_not_good(string option, string hash) => IsNotGoodAsync(option, hash);

    internal static async Task IsNotGoodAsync(string option, string hash)
    {
        using var server = new OpenSslServer(Issued(option, chain: 0), "-cipher ALL:@SECLEVEL=0");
        var (service, parameters) = await AskAsync(server);
        Assert.Equal(hash, service.CertificateHash);
        var grade = Assert.Single(parameters, each => each.Kind == TlsParameterKind.CertificateHash && each.Name == hash);
        Assert.NotEqual(CryptrecGrade.Recommended, grade.Cryptrec);
        Assert.NotEqual(NcscGrade.Good, grade.Ncsc);
    }

    /// <summary>RFC 9525 §6.3: no name of its own, whatever older clients take for one.</summary>
    [NeedsFact("openssl")]
    public async Task A_name_in_CN_alone_is_none()
    {
        using var server = new OpenSslServer(string.Empty, request: "-days 30 -subj /CN=mail.city.example");
        var (service, _) = await AskAsync(server);
        Assert.Equal(("CN=mail.city.example", false), (service.CertificateSubject, service.CertificateNamesHost));
    }

    /// <summary>An authority on the way whose own key is short, and twelve of them in a row.</summary>
    [NeedsTheory("openssl")]
    [InlineData(1, "rsa:1024", 1024)]
    [InlineData(12, "rsa:2048", 2048)]
    public async Task Authorities_on_the_way_count(int chain, string key, int bits)
    {
        using var server = new OpenSslServer(Issued("-sha256", chain, key), "-cipher ALL:@SECLEVEL=0 -cert_chain @/chain.pem");
        var (service, parameters) = await AskAsync(server);
        Assert.Equal(
            (true, "CN=mail.city.example", chain),
            (service.OffersTls, service.CertificateSubject, service.CertificateChain!.Count)
        );
        Assert.All(service.CertificateChain, each => Assert.Contains($"RSA {bits}", each, StringComparison.Ordinal));
        Assert.Contains(parameters, each => each.Kind == TlsParameterKind.CertificateKey && each.Bits == bits);
    }

    /// <summary>A leaf of an authority, or of the last of so many.</summary>
    private static Func<TemporaryFolder, (string Certificate, string Key)> Issued(string hash, int chain, string key = "rsa:2048") =>
        folder =>
        {
            var ca = folder.File("ca.cnf", "basicConstraints=critical,CA:TRUE\n");
            var leaf = folder.File("leaf.cnf", "subjectAltName=DNS:mail.city.example\n");
            OpenSslServer.Run($"req -x509 -newkey rsa:2048 -nodes -keyout {folder["0.key"]} -out {folder["0.pem"]} -days 30 -subj /CN=0");
            for (var i = 1; i <= chain + 1; i++)
            {
                var isLeaf = i == chain + 1;
                OpenSslServer.Run(
                    $"req -newkey {(isLeaf ? "rsa:2048" : key)} -nodes -keyout {folder[$"{i}.key"]} -out {folder["request"]} -subj /CN={(isLeaf ? "mail.city.example" : $"{i}")}"
                );
                OpenSslServer.Run(
                    $"x509 -req -in {folder["request"]} -CA {folder[$"{i - 1}.pem"]} -CAkey {folder[$"{i - 1}.key"]} -set_serial {i} -days 30 {(isLeaf ? hash : "-sha256")} -extfile {(isLeaf ? leaf : ca)} -out {folder[$"{i}.pem"]}"
                );
            }

            folder.File("chain.pem", string.Concat(Enumerable.Range(1, chain).Reverse().Select(i => File.ReadAllText(folder[$"{i}.pem"]))));
            return (folder[$"{chain + 1}.pem"], folder[$"{chain + 1}.key"]);
        };

    internal static async Task<(MailServiceFact Service, MailParameterFact[] Parameters)> AskAsync(OpenSslServer server)
    {
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            new MailProbeOptions { Round = TimeSpan.FromSeconds(5), Service = TimeSpan.FromSeconds(60) },
            Machine.Catalogs.TlsParameters
        );
        var sets = await probe.AskAsync(
            "mail.city.example",
            new[] { new MailEndpoint(server.Address, MailProtocol.Imap, IsImplicit: true, "mail.city.example") },
            CancellationToken.None
        );
        return (
            Assert.Single(sets.OfType<FactSet<MailServiceFact>>().Single().Items),
            sets.OfType<FactSet<MailParameterFact>>().Single().Items.ToArray()
        );
    }
}
