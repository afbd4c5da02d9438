using System;
using System.Globalization;
using System.Linq;
using ConfigAudit.Catalogs;
using ConfigAudit.Facts;
using ConfigAudit.Mail;
using ConfigAudit.Mail.Handshake;
using ConfigAudit.Mail.Tls;
using Xunit;

namespace ConfigAudit.Tests.Mail;

/// <summary>The grades of what TLS is made of besides suites.</summary>
public sealed class MailParametersTests
{
    private static readonly SeenCertificate Certificate = new(Array.Empty<byte[]>())
    {
        Key = "RSA", KeyBits = 2048, Hash = "SHA256", AuthorityHashes = new[] { "SHA1" }, Until = new DateTimeOffset(2027, 3, 31, 0, 0, 0, TimeSpan.Zero),
    };

    private static readonly MailServiceFact Service = new()
    {
        ComputerName = "mail.city.example", Source = "tcp:192.0.2.1:587", Port = 587, OffersTls = true, Versions = new[] { TlsVersion.Tls12 }, Groups = new[] { NamedGroup.X25519 },
        SignatureSchemes = new[] { SignatureScheme.RsaPkcs1Sha1 }, DiffieHellmanBits = 0, HasOwnPrime = false,
        Certificates = new[] { Certificate },
    };

    [Fact]
    public void Each_has_the_grade_of_each_source()
    {
        var shown = Take(Service).Items.Select(each => $"{each.Kind} {each.Name} {each.Bits}: {each.Cryptrec} {each.Ipa} {each.Ncsc} [{string.Join(",", each.Unverified!)}]").ToArray();
        Assert.Equal(
            new[]
            {
                "Version Tls12 0: NotJudged Recommended Sufficient [ipa]",
                "Group X25519 0: Recommended  Good [cryptrec]",
                "Signature RsaPkcs1Sha1 0: Monitored  Insufficient []",
                "CertificateKey RSA 2048: Recommended Recommended PhaseOut [ipa]",
                "CertificateHash SHA1 0: Monitored Forbidden Insufficient [ipa]",
                "CertificateHash SHA256 0: Recommended Recommended Sufficient [ipa]",
            },
            shown);
    }

    [Theory]
    [InlineData("2030-12-31T12:00:00Z", CryptrecGrade.Recommended)]
    [InlineData("2031-01-01T00:00:00Z", CryptrecGrade.NotListed)]
    public void A_key_of_112_bits_of_strength_does_not_serve_beyond_2030(string until, CryptrecGrade grade) =>
        Assert.Equal(grade, Take(Service with { Certificates = new[] { Certificate with { Until = DateTimeOffset.Parse(until, CultureInfo.InvariantCulture) } } }).Items.Single(each => each.Kind == TlsParameterKind.CertificateKey).Cryptrec);

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

    [Fact]
    public void Each_of_several_certificates_counts()
    {
        var set = Take(Service with { Certificates = new[] { Certificate, new(Array.Empty<byte[]>()) { Key = "ECDSA", KeyBits = 192, Hash = "SHA1", Until = Certificate.Until } } });
        Assert.Equal(new CryptrecGrade?[] { CryptrecGrade.Recommended, CryptrecGrade.NotListed }, set.Items.Where(each => each.Kind == TlsParameterKind.CertificateKey).Select(each => each.Cryptrec));
    }

    [Theory]
    [InlineData(2048, true, "DH 2048: Recommended Insufficient")]
    [InlineData(1024, true, "DH 1024: NotListed Insufficient")]
    public void A_prime_of_its_own_counts_by_its_bits(long bits, bool isOwn, string expected)
    {
        var prime = Take(Service with { DiffieHellmanBits = bits, HasOwnPrime = isOwn }).Items.Single(each => each.Kind == TlsParameterKind.Prime);
        Assert.Equal(expected, $"{prime.Name} {prime.Bits}: {prime.Cryptrec} {prime.Ncsc}");
    }

    [Fact]
    public void A_prime_of_RFC_7919_counts_as_its_group() =>
        Assert.DoesNotContain(Take(Service with { DiffieHellmanBits = 3072, HasOwnPrime = false }).Items, each => each.Kind == TlsParameterKind.Prime);

    private static FactSet<MailParameterFact> Take(MailServiceFact service)
    {
        var ledger = new MailLedger();
        new MailParameters(Machine.Catalogs.TlsParameters, ledger).Take(service, service.Versions!);
        return ledger.Build().OfType<FactSet<MailParameterFact>>().Single();
    }
}
