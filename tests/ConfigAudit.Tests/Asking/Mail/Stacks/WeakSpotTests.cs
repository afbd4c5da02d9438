using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail.Stacks;

/// <summary>What real servers have that hides behind something better, each time as another client sees it. Skipped where a stack isn't
/// installed.</summary>
public sealed class WeakSpotTests
{
    private const string Request = "-days 3 -subj /CN=mail.city.example -addext subjectAltName=DNS:mail.city.example";

    /// <summary>Whoever offers a group of RFC 7919 is given it; whoever doesn't, a prime that can be broken.</summary>
    [Theory]
    [StackData("GnuTLS")]
    [StackData("NSS")]
    [StackData("Java")]
    [StackData("OpenSSL")]
    public async Task A_short_prime_is_found_behind_a_good_group(string stack)
    {
        using var server = stack switch
        {
            "GnuTLS" => StackServer.GnuTls(
                "NORMAL:+DHE-RSA:%PROFILE_VERY_WEAK",
                "--dhparams @/dh.pem",
                folder => OpenSslServer.Run($"dhparam -out {folder["dh.pem"]} 1024")
            ),
            "NSS" => StackServer.Nss("-V tls1.2: -W 1"),
            "Java" => StackServer.Java("-Djdk.tls.ephemeralDHKeySize=1024"),
            _ => StackServer.OpenSsl(
                "-tls1_2 -cipher DHE:@SECLEVEL=0 -dhparam @/dh.pem",
                folder => OpenSslServer.Run($"dhparam -out {folder["dh.pem"]} 1024")
            ),
        };
        Assert.Equal("DH, 1024 bits", Client.TemporaryKey(server!.Port, "-tls1_2 -groups P-256 -cipher DHE:@SECLEVEL=0"));
        var (service, parameters) = await AskAsync(server);
        Assert.True(service.DiffieHellmanBits <= 1024);
        Assert.Contains(
            parameters,
            each =>
                each.Kind == TlsParameterKind.Prime && each.Bits == service.DiffieHellmanBits && each.Cryptrec == CryptrecGrade.NotListed
        );
    }

    [NeedsFact("Node")]
    public async Task Curves_that_nobody_should_have_are_found()
    {
        using var server = StackServer.Node("""{"ecdhCurve":"secp160r1:sect163k1:P-256","ciphers":"DEFAULT@SECLEVEL=0"}""");
        Assert.All(
            new[] { "secp160r1", "sect163k1" },
            curve => Assert.NotNull(Client.TemporaryKey(server!.Port, $"-tls1_2 -groups {curve} -cipher ALL:@SECLEVEL=0"))
        );
        var (service, parameters) = await AskAsync(server!);
        Assert.Equal(new[] { NamedGroup.Sect163k1, NamedGroup.Secp160r1, NamedGroup.Secp256r1 }, service.Groups);
        Assert.All(
            parameters.Where(each => each.Name is "Sect163k1" or "Secp160r1"),
            each => Assert.Equal(CryptrecGrade.NotListed, each.Cryptrec)
        );
    }

    /// <summary>The curve of its own key has to stand in each offer for the server to answer at all (RFC 8422 §5.1).</summary>
    [NeedsFact("openssl")]
    public async Task A_curve_behind_that_of_the_certificate_is_found()
    {
        using var server = new OpenSslServer(
            "-tls1_2 -curves X25519:P-256:prime192v1 -cipher ECDHE:@SECLEVEL=0",
            "ec -pkeyopt ec_paramgen_curve:P-256"
        );
        Assert.Null(Client.TemporaryKey(server.Port, "-tls1_2 -groups prime192v1 -cipher ALL:@SECLEVEL=0"));
        Assert.NotNull(Client.TemporaryKey(server.Port, "-tls1_2 -groups prime192v1:P-256 -cipher ALL:@SECLEVEL=0"));
        Assert.Equal(
            new[] { NamedGroup.Secp192r1, NamedGroup.Secp256r1, NamedGroup.X25519 },
            (await AskAsync(server.Address)).Service.Groups
        );
    }

    /// <summary>wolfSSL of Debian takes suites of RFC 9150, which encrypt nothing.</summary>
    [NeedsFact("wolfSSL")]
    public async Task TLS_without_encryption_is_found_and_no_source_calls_it_good()
    {
        using var server = StackServer.Of("wolfSSL");
        using var probe = new MailProbe(Machine.Catalogs.TlsSuites, new MailProbeOptions { Round = TimeSpan.FromSeconds(5) });
        var sets = await probe.AskAsync(
            "mail.city.example",
            new[] { new MailEndpoint(server!.Address, MailProtocol.Imap, IsImplicit: true, "mail.city.example") },
            CancellationToken.None
        );
        var suites = sets.OfType<FactSet<MailSuiteFact>>()
            .Single()
            .Items.Where(suite => suite.Suite is "TLS_SHA256_SHA256" or "TLS_SHA384_SHA384")
            .ToArray();
        Assert.NotEmpty(suites);
        Assert.All(
            suites,
            suite =>
                Assert.Equal(
                    (TlsVersion.Tls13, CryptrecGrade.NotListed, NcscGrade.Insufficient),
                    (suite.Version!.Value, suite.Cryptrec!.Value, suite.Ncsc!.Value)
                )
        );
    }

    /// <summary>Three keys, each shown to whom it can sign for, in each version.</summary>
    [NeedsTheory("openssl", "GnuTLS")]
    [InlineData("-tls1_2")]
    [InlineData("-tls1_3")]
    [InlineData("")]
    public async Task Certificates_of_all_kinds_are_found(string version)
    {
        using var other = StackServer.GnuTls(
            "NORMAL"
                + (
                    version == "-tls1_2" ? ":-VERS-TLS1.3"
                    : version == "-tls1_3" ? ":-VERS-ALL:+VERS-TLS1.3"
                    : string.Empty
                ),
            "--x509certfile @/ec.pem --x509keyfile @/ec.key --x509certfile @/pss.pem --x509keyfile @/pss.key --x509certfile @/ed.pem --x509keyfile @/ed.key",
            made =>
            {
                OpenSslServer.Run(
                    $"req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout {made["ec.key"]} -out {made["ec.pem"]} {Request}"
                );
                OpenSslServer.Run(
                    $"req -x509 -newkey rsa-pss -pkeyopt rsa_keygen_bits:2048 -nodes -keyout {made["pss.key"]} -out {made["pss.pem"]} {Request}"
                );
                OpenSslServer.Run($"req -x509 -newkey ed25519 -nodes -keyout {made["ed.key"]} -out {made["ed.pem"]} {Request}");
            }
        );
        var seen = new[] { "RSA+SHA256:rsa_pss_rsae_sha256", "rsa_pss_pss_sha256", "ECDSA+SHA256", "ed25519" }
            .Where(schemes => Client.Shakes(other!.Port, $"{version} -sigalgs {schemes}"))
            .ToArray();
        var (service, parameters) = await AskAsync(other!);
        Assert.Equal(1 + service.OtherCertificates!.Count, parameters.Count(each => each.Kind == TlsParameterKind.CertificateKey));
        Assert.Equal(4, seen.Length);
        Assert.Equal(
            new[] { "ECDSA 256", "Ed25519 0", "RSA 2048", "RSA-PSS 2048" },
            parameters
                .Where(each => each.Kind == TlsParameterKind.CertificateKey)
                .Select(each => $"{each.Name} {each.Bits}")
                .OrderBy(each => each, StringComparer.Ordinal)
        );
    }

    /// <summary>Older versions have RSA's suites alone; in TLS 1.3 whoever takes ECDSA is shown a certificate that is over.</summary>
    [NeedsFact("openssl")]
    public async Task A_certificate_that_TLS_1_3_alone_shows_counts()
    {
        using var folder = new TemporaryFolder();
        OpenSslServer.Run(
            $"req -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout {folder["ec.key"]} -out {folder["request"]} -subj /CN=mail.city.example"
        );
        OpenSslServer.Run($"x509 -req -in {folder["request"]} -signkey {folder["ec.key"]} -days -1 -out {folder["ec.pem"]}");
        using var server = new OpenSslServer($"-cipher ECDHE-RSA-AES128-GCM-SHA256 -dcert {folder["ec.pem"]} -dkey {folder["ec.key"]}");
        Assert.False(Client.Shakes(server.Port, "-tls1_2 -cipher ECDHE-ECDSA-AES128-GCM-SHA256"));
        Assert.True(Client.Shakes(server.Port, "-tls1_3 -sigalgs ECDSA+SHA256"));
        var (service, _) = await AskAsync(server.Address);
        Assert.Contains(TlsVersion.Tls12, service.Versions!);
        Assert.True(service.CertificateLeft < TimeSpan.Zero);
        Assert.Single(service.OtherCertificates!);
    }

    /// <summary>A hint of a key that both sides have stands before the prime (RFC 4279 §3).</summary>
    [NeedsFact("openssl")]
    public async Task A_hint_is_no_prime()
    {
        using var server = new OpenSslServer(
            "-tls1_2 -cipher DHE-PSK-AES256-CBC-SHA:@SECLEVEL=0 -psk 0123456789abcdef -psk_hint city -nocert"
        );
        var (service, _) = await AskAsync(server.Address);
        Assert.Equal(
            Client.TemporaryKey(server.Port, "-tls1_2 -cipher DHE-PSK-AES256-CBC-SHA:@SECLEVEL=0 -psk 0123456789abcdef"),
            $"DH, {service.DiffieHellmanBits} bits"
        );
    }

    /// <summary>Who doesn't name it is refused: that says nothing of who does.</summary>
    [NeedsTheory("HAProxy")]
    [InlineData("mail.city.example", true)]
    [InlineData("mx.city.example", null)]
    [InlineData("127.0.0.1", null)]
    public async Task A_server_that_wants_to_be_named_is_not_known_by_another_name_or_its_address(string name, bool? offersTls)
    {
        using var server = StackServer.HaProxy("strict-sni")!;
        Assert.False(Client.Shakes(server.Port, "-noservername"));
        using var probe = new MailProbe(Machine.Catalogs.TlsSuites, new MailProbeOptions { Round = TimeSpan.FromSeconds(5) });
        var sets = await probe.AskAsync(
            name,
            new[] { new MailEndpoint(server.Address, MailProtocol.Imap, IsImplicit: true, name) },
            CancellationToken.None
        );
        Assert.Equal(offersTls, sets.OfType<FactSet<MailServiceFact>>().Single().Items.Single().OffersTls);
        Assert.Equal(
            offersTls is null,
            sets[0].Gaps.Any(gap => gap.Message.Contains("ask by ") && gap.Source.StartsWith("tcp:", StringComparison.Ordinal))
        );
    }

    /// <summary>Beyond what has a number at IANA (0x0062 to 0x0064, 0xCC13 to 0xCC15, 0xFEFE and 0xFEFF), TLS 1.3 without encryption (RFC
    /// 9150), and groups of every age.</summary>
    [Fact]
    public void What_servers_have_is_offered_be_it_in_a_list_or_not()
    {
        var codes = Machine.Catalogs.TlsSuites.ToDictionary(suite => suite.Code);
        Assert.All(new[] { 0x0062, 0x0063, 0x0064, 0xCC13, 0xCC14, 0xCC15, 0xFEFE, 0xFEFF }, code => Assert.False(codes[code].IsOfTls13));
        Assert.All(new[] { 0xC0B4, 0xC0B5, 0x1306, 0x1307 }, code => Assert.True(codes[code].IsOfTls13));
        Assert.All(
            Enumerable.Range(1, 0x21).Concat(new[] { 0x0100, 0x0104, 0x11EC }),
            group => Assert.Contains((NamedGroup)group, ClientHello.EveryGroup)
        );
    }

    private static Task<(MailServiceFact Service, IReadOnlyList<MailParameterFact> Parameters)> AskAsync(StackServer server) =>
        AskAsync(server.Address);

    private static async Task<(MailServiceFact Service, IReadOnlyList<MailParameterFact> Parameters)> AskAsync(
        System.Net.IPEndPoint address
    )
    {
        using var probe = new MailProbe(
            Machine.Catalogs.TlsSuites,
            new MailProbeOptions { Round = TimeSpan.FromSeconds(5), Service = TimeSpan.FromSeconds(60) },
            Machine.Catalogs.TlsParameters
        );
        var sets = await probe.AskAsync(
            "mail.city.example",
            new[] { new MailEndpoint(address, MailProtocol.Imap, IsImplicit: true, "mail.city.example") },
            CancellationToken.None
        );
        return (
            Assert.Single(sets.OfType<FactSet<MailServiceFact>>().Single().Items),
            sets.OfType<FactSet<MailParameterFact>>().Single().Items
        );
    }
}
