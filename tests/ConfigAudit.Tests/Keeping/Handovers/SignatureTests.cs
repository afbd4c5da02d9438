using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Keeping.Handovers;
using ConfigAudit.Tests.Asking.Mail.Domains;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Utilities.Collections;
using Xunit;

namespace ConfigAudit.Tests.Keeping.Handovers;

/// <summary>Who may sign, with what, and what a signature has to be.</summary>
public sealed class SignatureTests : IDisposable
{
    private readonly HandedOver _handed = new();

    private static readonly SigningCertificates.Made Authority = SigningCertificates.Make(
        "CN=Town authority",
        isAuthority: true,
        key: "authority"
    );
    private static readonly SigningCertificates.Made Issuing = SigningCertificates.Make(
        "CN=Town issuing authority",
        issuer: Authority,
        isAuthority: true,
        key: "issuing"
    );

    public void Dispose() => _handed.Dispose();

    [Fact]
    public void A_stranger_who_signs_anew_is_refused()
    {
        _handed.Write(SigningCertificates.Make("CN=Stranger"));
        Assert.Equal(new[] { Refusal.Untrusted }, _handed.Refusals());
    }

    [Fact]
    public void A_stranger_with_the_signer_s_name_is_refused()
    {
        _handed.Write(SigningCertificates.Make(SigningCertificates.Signer.Certificate.SubjectDN.ToString(), key: "stranger"));
        Assert.Equal(new[] { Refusal.Untrusted }, _handed.Refusals());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_signer_is_trusted_by_thumbprint(bool isSha256)
    {
        var trusted = new TrustedSigners();
        var thumbprint = isSha256
            ? FileHash.Hex(SigningCertificates.Signer.Public.RawData)
            : SigningCertificates.Signer.Public.Thumbprint.ToLowerInvariant();
        Assert.True(
            trusted.TryAdd(
                "\u200e" + string.Join(" ", Enumerable.Range(0, thumbprint.Length / 2).Select(index => thumbprint.Substring(index * 2, 2)))
            )
        );
        Assert.False(trusted.TryAdd("signer.cer"));
        Assert.Empty(_handed.Refusals(trusted));
        _handed.Write(SigningCertificates.Make("CN=Stranger"));
        Assert.Equal(new[] { Refusal.Untrusted }, _handed.Refusals(trusted));
    }

    [Fact]
    public void A_signer_is_trusted_by_the_authority_that_issued_the_certificate()
    {
        _handed.Write(SigningCertificates.Make("CN=Issued", issuer: Authority));
        Assert.Empty(_handed.Refusals(HandedOver.Trusting(Authority)));
        Assert.Equal(
            new[] { Refusal.Untrusted },
            _handed.Refusals(HandedOver.Trusting(SigningCertificates.Make("CN=Other authority", isAuthority: true)))
        );
        Assert.Equal(
            new[] { Refusal.Untrusted },
            _handed.Refusals(HandedOver.Trusting(SigningCertificates.Make("CN=Town authority", isAuthority: true, key: "stranger")))
        );
    }

    [Fact]
    public void An_authority_in_between_is_given_with_the_root_or_trusted_itself()
    {
        _handed.Write(SigningCertificates.Make("CN=Issued below", issuer: Issuing));
        Assert.Empty(_handed.Refusals(HandedOver.Trusting(Authority, Issuing)));
        Assert.Empty(_handed.Refusals(HandedOver.Trusting(Issuing)));
        Assert.Equal(new[] { Refusal.Untrusted }, _handed.Refusals(HandedOver.Trusting(Authority)));
    }

    [Fact]
    public void A_trusted_signer_is_no_authority()
    {
        _handed.Write(SigningCertificates.Make("CN=Stranger", issuer: SigningCertificates.Signer));
        Assert.Equal(new[] { Refusal.Untrusted }, _handed.Refusals());
    }

    [Theory]
    [InlineData(-300, -1)]
    [InlineData(1, 300)]
    public void A_signature_outside_the_certificate_s_time_is_refused(int from, int until) =>
        Assert.Equal(new[] { Refusal.Expired }, Signed(SigningCertificates.Make("CN=Out of time", from: from, until: until)));

    [Theory]
    [InlineData(SigningCertificates.ServerAuthentication)]
    [InlineData(null)]
    public void A_certificate_for_something_else_is_refused(string? purpose) =>
        Assert.Equal(new[] { Refusal.WrongPurpose }, Signed(SigningCertificates.Make("CN=mail.city.example", purpose)));

    [Fact]
    public void A_key_that_may_only_encipher_is_refused() =>
        Assert.Equal(
            new[] { Refusal.WrongPurpose },
            Signed(SigningCertificates.Make("CN=Enciphers", keyUsage: Org.BouncyCastle.Asn1.X509.KeyUsage.KeyEncipherment))
        );

    [Fact]
    public void A_short_key_is_refused() =>
        Assert.Equal(new[] { Refusal.BadSignature }, Signed(SigningCertificates.Make("CN=Short", bits: 1024)));

    [Theory]
    [InlineData("SHA1WITHRSA", true, true, false, 1)]
    [InlineData("SHA256WITHRSA", false, true, false, 1)]
    [InlineData("SHA256WITHRSA", true, false, false, 1)]
    [InlineData("SHA256WITHRSA", true, true, true, 1)]
    [InlineData("SHA256WITHRSA", true, true, false, 2)]
    [InlineData("SHA256WITHRSA", true, true, false, 0)]
    public void A_signature_of_another_shape_is_refused(
        string algorithm,
        bool hasTime,
        bool hasCertificate,
        bool isAttached,
        int signers
    ) =>
        Assert.Equal(
            new[] { Refusal.BadSignature },
            Signed(SigningCertificates.Signer, algorithm, hasTime, hasCertificate, isAttached, signers)
        );

    [Fact]
    public void The_shape_that_is_wanted_is_taken() => Assert.Empty(Signed(SigningCertificates.Signer));

    [Fact]
    public void A_signature_damaged_anywhere_is_refused_or_proves_the_same()
    {
        var manifest = File.ReadAllBytes(_handed.Manifest);
        var signature = File.ReadAllBytes(_handed.Signature);
        for (var place = 0; place < signature.Length; place += 3)
        {
            var damaged = (byte[])signature.Clone();
            damaged[place] ^= (byte)(1 << (place % 8));
            var error = Record.Exception(() =>
                HandedOver.Trusting(SigningCertificates.Signer).Demand("x", ManifestSignature.Verify("x", manifest, damaged))
            );
            Assert.True(error is null or HandoverException, $"{place}: {error}");
            // The message digest, its signature and the certificate are most of it.
            if (place > signature.Length - 256)
                Assert.NotNull(error);
        }
    }

    [Theory]
    [InlineData(0x30, 0x80)]
    [InlineData(0x24, 0x80)]
    [InlineData(0xa0, 0x80)]
    public void A_signature_nested_without_end_is_refused(byte tag, byte length)
    {
        var nested = Enumerable.Repeat(new[] { tag, length }, 32 * 1024).SelectMany(pair => pair).ToArray();
        Assert.Equal(
            Refusal.BadSignature,
            Assert.Throws<HandoverException>(() => ManifestSignature.Verify("x", new byte[] { 1 }, nested)).Refusal
        );
    }

    [Fact]
    public void A_certificate_that_could_not_prove_it_signs_nothing()
    {
        foreach (
            var certificate in new[]
            {
                SigningCertificates.Make("CN=mail.city.example", SigningCertificates.ServerAuthentication),
                SigningCertificates.Make("CN=Out of time", from: -300, until: -1),
            }
        )
        {
            using var own = certificate.Private;
            Assert.Contains(
                "nothing can be signed with it",
                Assert.Throws<InputException>(() => new HandoverWriter(Path.Combine(_handed.Path, "new"), own)).Message
            );
        }

        using var bare = SigningCertificates.Signer.Public;
        Assert.Contains(
            "its private key isn't here",
            Assert.Throws<InputException>(() => new HandoverWriter(Path.Combine(_handed.Path, "new"), bare)).Message
        );
    }

    [NeedsFact("openssl")]
    public void OpenSSL_says_the_same_without_us()
    {
        using var folder = new TemporaryFolder();
        var certificate = folder.File("signer.pem", SigningCertificates.Signer.Pem);
        var command =
            $"cms -verify -binary -inform DER -in {_handed.Signature} -content {_handed.Manifest} -CAfile {certificate} -purpose any -out {folder["out"]}";
        OpenSsl.Run(command);
        Assert.Equal(File.ReadAllBytes(_handed.Manifest), File.ReadAllBytes(folder["out"]));
        File.AppendAllText(_handed.Manifest, " ");
        Assert.Throws<InvalidOperationException>(() => OpenSsl.Run(command));
    }

#if NET
    [Fact]
    public void So_does_NET_itself()
    {
        var message = new System.Security.Cryptography.Pkcs.SignedCms(
            new System.Security.Cryptography.Pkcs.ContentInfo(File.ReadAllBytes(_handed.Manifest)),
            detached: true
        );
        message.Decode(File.ReadAllBytes(_handed.Signature));
        message.CheckSignature(verifySignatureOnly: true);
        Assert.Equal(SigningCertificates.Signer.Public, message.SignerInfos[0].Certificate);
    }
#endif

    /// <summary>What is said of the hand-over when somebody signs its manifest by other means than ours.</summary>
    private IReadOnlyList<Refusal> Signed(
        SigningCertificates.Made signer,
        string algorithm = "SHA256WITHRSA",
        bool hasTime = true,
        bool hasCertificate = true,
        bool isAttached = false,
        int signers = 1
    )
    {
        var generator = new CmsSignedDataGenerator();
        for (var number = 0; number < signers; number++)
        {
            generator.AddSignerInfoGenerator(
                new SignerInfoGeneratorBuilder()
                    .WithSignedAttributeGenerator(new Attributes(hasTime))
                    .Build(new Asn1SignatureFactory(algorithm, signer.Keys.Private), signer.Certificate)
            );
        }

        if (hasCertificate)
            generator.AddCertificates(CollectionUtilities.CreateStore(new[] { signer.Certificate }));
        File.WriteAllBytes(
            _handed.Signature,
            generator.Generate(new CmsProcessableByteArray(File.ReadAllBytes(_handed.Manifest)), isAttached).GetEncoded()
        );
        return _handed.Refusals(HandedOver.Trusting(signer));
    }

    private sealed class Attributes : DefaultSignedAttributeTableGenerator
    {
        private readonly bool _hasTime;

        public Attributes(bool hasTime) => _hasTime = hasTime;

        public override AttributeTable GetAttributes(IDictionary<CmsAttributeTableParameter, object> parameters)
        {
            var attributes = base.GetAttributes(parameters);
            return _hasTime ? attributes : attributes.Remove(CmsAttributes.SigningTime);
        }
    }
}
