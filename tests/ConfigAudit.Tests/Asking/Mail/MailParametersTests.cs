using System;
using System.Globalization;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Asking.Mail.Handshake;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail;

/// <summary>The grades of what TLS is made of besides suites.</summary>
public sealed class MailParametersTests
{
    private static readonly SeenCertificate Certificate = new(Array.Empty<byte[]>())
    {
        Key = "RSA",
        KeyBits = 2048,
        Hash = "SHA256",
        AuthorityHashes = new[] { "SHA1" },
        Until = new DateTimeOffset(2027, 3, 31, 0, 0, 0, TimeSpan.Zero),
    };

    private static readonly MailServiceFact Service = new()
    {
        ComputerName = "mail.city.example",
        Source = "tcp:192.0.2.1:587",
        Port = 587,
        OffersTls = true,
        Versions = new[] { TlsVersion.Tls12 },
        Groups = new[] { NamedGroup.X25519 },
        SignatureSchemes = new[] { SignatureScheme.RsaPkcs1Sha1 },
        DiffieHellmanBits = 0,
        HasOwnPrime = false,
        Certificates = new[] { Certificate },
    };

    [Fact]
    public void Each_has_the_grade_of_each_source()
    {
        var shown = Take(Service)
            .Items.Select(each =>
                $"{each.Kind} {each.Name} {each.Bits}: {each.Cryptrec} {each.Ipa} {each.Ncsc} [{string.Join(",", each.Unverified!)}]"
            )
            .ToArray();
        Assert.Equal(
            new[]
            {
                "Version Tls12 0: NotJudged Recommended Sufficient [ipa]",
                "Group X25519 0: Recommended  Good [cryptrec]",
                "Signature RsaPkcs1Sha1 0: Monitored  Insufficient []",
                "CertificateKey RSA 2048: Recommended Recommended PhaseOut [ipa]",
                "CertificateHash SHA1 0: NotListed Forbidden Insufficient [ipa]",
                "CertificateHash SHA256 0: Recommended Recommended Sufficient [ipa]",
            },
            shown
        );
    }

    [Theory]
    [InlineData("2030-12-31T12:00:00Z", CryptrecGrade.Recommended)]
    [InlineData("2031-01-01T00:00:00Z", CryptrecGrade.NotListed)]
    public void A_key_of_112_bits_of_strength_does_not_serve_beyond_2030(string until, CryptrecGrade grade) =>
        Assert.Equal(
            grade,
            Take(
                Service with
                {
                    Certificates = new[] { Certificate with { Until = DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) } },
                }
            )
                .Items.Single(each => each.Kind == TlsParameterKind.CertificateKey)
                .Cryptrec
        );

    [Theory]
    [InlineData("2030-01-01T00:00:00Z", 1024, CryptrecGrade.NotListed)]
    [InlineData("2030-01-01T00:00:00Z", 2048, CryptrecGrade.Recommended)]
    [InlineData("2029-01-01T00:00:00Z", 3072, CryptrecGrade.Recommended)]
    public void The_key_of_an_authority_counts_and_serves_as_long_as_what_it_vouches_for(string until, long bits, CryptrecGrade grade)
    {
        var certificate = Certificate with
        {
            KeyBits = 4096,
            AuthorityKeys = new[] { new SeenKey("RSA", bits, DateTimeOffset.Parse(until, CultureInfo.InvariantCulture)) },
        };
        Assert.Equal(
            grade,
            Take(Service with { Certificates = new[] { certificate } })
                .Items.Single(each => each.Kind == TlsParameterKind.CertificateKey && each.Bits == bits)
                .Cryptrec
        );
    }

    [Fact]
    public void That_there_may_be_another_certificate_is_said_of_keys_and_hashes()
    {
        var set = Take(Service with { RestOfCertificates = new Gap(GapKind.Timeout, "tcp:192.0.2.1:587", "no answer in time") });
        Assert.Equal("CertificateKey, CertificateHash", string.Join(", ", set.Unseen.Select(each => each.Kind)));
    }

    /// <summary>No source calls them good; those of less than 112 bits of strength no source lets pass.</summary>
    [Theory]
    [InlineData(NamedGroup.Sect163k1)]
    [InlineData(NamedGroup.Secp160r1)]
    [InlineData(NamedGroup.Secp192k1)]
    [InlineData(NamedGroup.Sect193r2)]
    public void A_curve_that_is_too_short_is_no_curve(NamedGroup group) =>
        Assert.Equal(
            (CryptrecGrade.NotListed, NcscGrade.Insufficient),
            Take(Service with { Groups = new[] { group } })
                .Items.Where(each => each.Kind == TlsParameterKind.Group)
                .Select(each => (each.Cryptrec, each.Ncsc))
                .Single()
        );

    [Fact]
    public void A_grade_that_the_catalogue_lacks_is_a_gap_and_no_grade()
    {
        var set = Take(Service with { Groups = new[] { NamedGroup.Secp256k1 } });
        Assert.Null(set.Items.Single(each => each.Kind == TlsParameterKind.Group).Cryptrec);
        Assert.Contains(set.Gaps, gap => gap.Property == nameof(MailParameterFact.Cryptrec) && gap.Kind == GapKind.NotSupported);
    }

    [Fact]
    public void What_of_the_service_is_not_known_may_be_anything()
    {
        var set = Take(Service with { Groups = null, Certificates = Array.Empty<SeenCertificate>() });
        Assert.Equal("Group, CertificateHash, CertificateKey", string.Join(", ", set.Unseen.Select(each => each.Kind)));
    }

    /// <summary>As many bits don't make a key as good: secp256k1 has those of P-256.</summary>
    [Theory]
    [InlineData(NamedGroup.Secp256r1, 256, "ECDSA 256: Recommended Good")]
    [InlineData(NamedGroup.Secp256k1, 256, "ECDSA Secp256k1 256:  Insufficient")]
    [InlineData(NamedGroup.BrainpoolP256r1, 256, "ECDSA BrainpoolP256r1 256:  Good")]
    [InlineData(NamedGroup.Sect163k1, 163, "ECDSA Sect163k1 163: NotListed Insufficient")]
    [InlineData((NamedGroup)0, 239, "ECDSA on another curve 239:  ")]
    public void A_key_is_as_good_as_its_curve(NamedGroup curve, long bits, string expected)
    {
        var key = Take(Service with { Certificates = new[] { Certificate with { Key = "ECDSA", KeyBits = bits, Curve = curve } } })
            .Items.Single(each => each.Kind == TlsParameterKind.CertificateKey);
        Assert.Equal(expected, $"{key.Name} {key.Bits}: {key.Cryptrec} {key.Ncsc}");
    }

    [Fact]
    public void Each_of_several_certificates_counts()
    {
        var set = Take(
            Service with
            {
                Certificates = new[]
                {
                    Certificate,
                    new(Array.Empty<byte[]>())
                    {
                        Key = "ECDSA",
                        KeyBits = 192,
                        Hash = "SHA1",
                        Until = Certificate.Until,
                    },
                },
            }
        );
        Assert.Equal(
            new CryptrecGrade?[] { CryptrecGrade.Recommended, CryptrecGrade.NotListed },
            set.Items.Where(each => each.Kind == TlsParameterKind.CertificateKey).Select(each => each.Cryptrec)
        );
    }

    [Theory]
    [InlineData(2048, "DH 2048: Recommended Insufficient")]
    [InlineData(1024, "DH 1024: NotListed Insufficient")]
    public void A_prime_of_its_own_counts_by_its_bits(int bits, string expected)
    {
        var prime = Take(
            Service with
            {
                DiffieHellmanBits = bits,
                HasOwnPrime = true,
                Primes = new[] { new SeenPrime(bits, null), new SeenPrime(2048, NamedGroup.Ffdhe2048) },
            }
        )
            .Items.Single(each => each.Kind == TlsParameterKind.Prime);
        Assert.Equal(expected, $"{prime.Name} {prime.Bits}: {prime.Cryptrec} {prime.Ncsc}");
    }

    [Fact]
    public void A_prime_of_RFC_7919_counts_as_its_group() =>
        Assert.DoesNotContain(
            Take(
                Service with
                {
                    DiffieHellmanBits = 3072,
                    HasOwnPrime = false,
                    Primes = new[] { new SeenPrime(3072, NamedGroup.Ffdhe3072) },
                }
            ).Items,
            each => each.Kind == TlsParameterKind.Prime
        );

    private static FactSet<MailParameterFact> Take(MailServiceFact service)
    {
        var ledger = new MailLedger();
        new MailParameters(Machine.Catalogs.TlsParameters, ledger).Take(service, service.Versions!);
        return ledger.Build().OfType<FactSet<MailParameterFact>>().Single();
    }
}
