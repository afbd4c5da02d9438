using System.Threading.Tasks;
using ConfigAudit.Asking.Catalogs;
using Xunit;

namespace ConfigAudit.Tests.Asking.Mail.Stacks;

/// <summary>Keys and hashes that few certificates have: each is found, as another client is shown it, and has the grades that it deserves.</summary>
public sealed class OddCertificateTests
{
    private const string Name = "-days 30 -subj /CN=mail.city.example -addext subjectAltName=DNS:mail.city.example";

    /// <summary>With renegotiation allowed, which takes a second handshake with the same key.</summary>
    [NeedsTheory("openssl")]
    [InlineData("ed448", "Ed448", "-tls1_2 -client_renegotiation")]
    [InlineData("ed448", "Ed448", "-tls1_3")]
    [InlineData("ed25519", "Ed25519", "-tls1_2 -client_renegotiation")]
    [InlineData("ec -pkeyopt ec_paramgen_curve:P-521", "ECDSA", "-tls1_2 -client_renegotiation -curves P-521")]
    [InlineData("ec -pkeyopt ec_paramgen_curve:P-521", "ECDSA", "-tls1_3 -curves P-521")]
    [InlineData("ec -pkeyopt ec_paramgen_curve:brainpoolP256r1", "ECDSA", "-tls1_2 -client_renegotiation -curves brainpoolP256r1")]
    [InlineData("ec -pkeyopt ec_paramgen_curve:secp256k1", "ECDSA", "-tls1_2 -client_renegotiation -curves secp256k1")]
    [InlineData("rsa-pss -pkeyopt rsa_keygen_bits:2048", "RSA-PSS", "-tls1_2 -client_renegotiation")]
    [InlineData("rsa-pss -pkeyopt rsa_keygen_bits:2048", "RSA-PSS", "-tls1_3")]
    public async Task A_key_of_a_rare_kind_is_found_and_graded(string key, string kind, string options)
    {
        using var server = new OpenSslServer(options + " -cipher ALL:@SECLEVEL=0", key, Name);
        var (service, parameters) = await OldCertificateTests.AskAsync(server);
        Assert.True(
            Client.Shakes(
                server.Port,
                "-sigalgs ed448:ed25519:ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512:rsa_pss_pss_sha256 -groups X25519:P-256:P-521:brainpoolP256r1:secp256k1 -cipher ALL:@SECLEVEL=0"
            )
        );
        Assert.Equal((true, kind, true), (service.OffersTls, service.CertificateKey, service.CertificateNamesHost));
        Assert.Null(service.RestOfCertificates?.ToString());
        Assert.Equal(options.Contains("renegotiation"), service.AllowsRenegotiation);
        var grade = Assert.Single(parameters, each => each.Kind == TlsParameterKind.CertificateKey);
        Assert.NotNull(grade.Ncsc);
        // CRYPTREC's list says nothing of these two curves.
        Assert.Equal(key.Contains("brainpool") || key.Contains("secp256k1"), grade.Cryptrec is null);
        // RSA-PSS is in CRYPTREC's list, and serves as long as an RSA key of those bits.
        if (kind == "RSA-PSS")
            Assert.Equal((CryptrecGrade.Recommended, NcscGrade.PhaseOut), (grade.Cryptrec!.Value, grade.Ncsc!.Value));
    }

    /// <summary>Mono finds its number invalid.</summary>
    [NeedsFact("openssl")]
    public Task A_leaf_that_SHA_224_signs_is_not_good() => OldCertificateTests.IsNotGoodAsync("-sha224", "SHA224");
}
