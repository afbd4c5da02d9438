using System;
using System.Linq;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Cms;
using Org.BouncyCastle.Utilities.Collections;
using Certificate = Org.BouncyCastle.X509.X509Certificate;

namespace ConfigAudit.Keeping.Handovers;

/// <summary>
/// A detached CMS signature (RFC 5652) in DER over the bytes of a manifest: SHA-256 and RSA, with the signing time and the signer's
/// certificate. Any tool that
/// knows CMS can check it. It is made and read by one library on every platform: the systems' own differ, and .NET Framework's takes no key
/// in memory.
/// </summary>
internal static class ManifestSignature
{
    private static readonly DerObjectIdentifier[] Digests =
    {
        NistObjectIdentifiers.IdSha256,
        NistObjectIdentifiers.IdSha384,
        NistObjectIdentifiers.IdSha512,
    };

    private static readonly DerObjectIdentifier[] Signatures =
    {
        PkcsObjectIdentifiers.RsaEncryption,
        PkcsObjectIdentifiers.Sha256WithRsaEncryption,
        PkcsObjectIdentifiers.Sha384WithRsaEncryption,
        PkcsObjectIdentifiers.Sha512WithRsaEncryption,
    };

    /// <exception cref="InputException">There is no private key, or it may not be used.</exception>
    public static byte[] Sign(byte[] manifest, X509Certificate2 certificate)
    {
        try
        {
            using var key = certificate.HasPrivateKey ? certificate.GetRSAPrivateKey() : null;
            if (key is null)
            {
                throw new InputException(
                    SignerCertificate.Name(certificate),
                    new LocalText(
                        "秘密キーがないため、署名できません。秘密キーのある証明書を指定してください",
                        "its private key isn't here, so nothing can be signed with it: take the certificate with its key"
                    )
                );
            }

            var own = new Certificate(certificate.RawData);
            var generator = new CmsSignedDataGenerator();
            // The signed attributes that this makes are content type, signing time and digest.
            generator.AddSignerInfoGenerator(
                new SignerInfoGeneratorBuilder()
                    .WithSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator())
                    .Build(new KeySignatureFactory(key), own)
            );
            generator.AddCertificates(CollectionUtilities.CreateStore(new[] { own }));
            return generator.Generate(new CmsProcessableByteArray(manifest), encapsulate: false).GetEncoded(Asn1Encodable.Der);
        }
        catch (CryptographicException bad)
        {
            throw new InputException(
                SignerCertificate.Name(certificate),
                new LocalText(
                    $"秘密キーを使用できません（{bad.Message.TrimEnd('.')}）。このアカウントに読み取りの権限があることを確認してください",
                    $"its private key can't be used: {bad.Message.TrimEnd('.')}. See that this account may read it"
                ),
                bad
            );
        }
    }

    /// <summary>Who signed these bytes.</summary>
    /// <param name="path">The signature's file, for messages.</param>
    /// <param name="manifest">What is signed.</param>
    /// <param name="signature">In DER.</param>
    /// <exception cref="HandoverException">Nobody, or too weakly.</exception>
    public static Signer Verify(string path, byte[] manifest, byte[] signature)
    {
        try
        {
            return Verified(path, manifest, signature);
        }
        catch (Exception bad) when (bad is not (HandoverException or OutOfMemoryException))
        {
            // The library has no one exception for what isn't CMS.
            throw new HandoverException(
                Refusal.BadSignature,
                path,
                new LocalText("署名として読み取れません: " + bad.Message, "it is no signature that can be read: " + bad.Message),
                bad
            );
        }
    }

    private static Signer Verified(string path, byte[] manifest, byte[] signature)
    {
        var message = new CmsSignedData(new CmsProcessableByteArray(manifest), signature);
        if (Org.BouncyCastle.Asn1.Cms.SignedData.GetInstance(message.ContentInfo.Content).EncapContentInfo.Content is not null)
        {
            throw Bad(
                new LocalText(
                    "署名が独自の内容を含み、この目録に対するものではありません",
                    "it holds content of its own, and isn't over this manifest"
                )
            );
        }

        var signers = message.GetSignerInfos().GetSigners();
        if (signers.Count != 1)
        {
            throw Bad(
                new LocalText(
                    $"署名者が{signers.Count}人います。1人でなければなりません",
                    $"it has {signers.Count} signers, and one is wanted"
                )
            );
        }

        var signer = signers.Single();
        if (!Digests.Contains(signer.DigestAlgorithmID.Algorithm) || !Signatures.Contains(signer.SignatureAlgorithm.Algorithm))
            throw Bad(new LocalText("SHA-256以上とRSAによる署名ではありません", "it isn't made with SHA-256 or better and RSA"));
        if (Time(signer) is not { } at)
            throw Bad(new LocalText("署名の日時がありません", "it doesn't say when it was signed"));
        var certificates = message.GetCertificates().EnumerateMatches(null).ToArray();
        var own =
            certificates.FirstOrDefault(certificate => signer.SignerID.Match(certificate) && Signed(signer, certificate))
            ?? throw Bad(
                new LocalText(
                    "この目録に対する署名ではありません。どちらかが変更又は差し替えられたか、署名者の証明書が含まれていません",
                    "it isn't over this manifest: one of the two was changed or replaced, or the signer's certificate isn't with it"
                )
            );
        return new Signer(System(own), certificates.Where(certificate => certificate != own).Select(System).ToArray(), at);

        HandoverException Bad(LocalText problem) => new(Refusal.BadSignature, path, problem);
    }

    private static bool Signed(SignerInformation signer, Certificate certificate)
    {
        try
        {
            // By the key alone: with the certificate, the library would look at its validity too, which is ours to say.
            return signer.Verify(certificate.GetPublicKey());
        }
        catch (CmsException)
        {
            return false;
        }
    }

    /// <summary>Of the signed attributes; null unless there is one.</summary>
    private static DateTimeOffset? Time(SignerInformation signer)
    {
        var times = signer.SignedAttributes?.GetAll(CmsAttributes.SigningTime);
        if (times is not { Count: 1 } || times[0] is not Org.BouncyCastle.Asn1.Cms.Attribute { AttrValues.Count: 1 } time)
            return null;
        return new DateTimeOffset(
            DateTime.SpecifyKind(Org.BouncyCastle.Asn1.Cms.Time.GetInstance(time.AttrValues[0]).ToDateTime(), DateTimeKind.Utc)
        );
    }

    private static X509Certificate2 System(Certificate certificate) => new(certificate.GetEncoded());
}
