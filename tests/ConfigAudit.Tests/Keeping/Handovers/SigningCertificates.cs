using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace ConfigAudit.Tests.Keeping.Handovers;

/// <summary>Certificates made for a test, by a library that makes them on every platform. Keys live in memory alone.</summary>
internal static class SigningCertificates
{
    public const string CodeSigning = "1.3.6.1.5.5.7.3.3";
    public const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    private static readonly Dictionary<string, AsymmetricCipherKeyPair> Keys = new();

    /// <summary>One that may sign hand-overs.</summary>
    public static Made Signer { get; } = Make("CN=Audit of the closed network", key: "signer");

    public static Made Make(
        string subject,
        string? purpose = CodeSigning,
        Made? issuer = null,
        bool isAuthority = false,
        int from = -10,
        int until = 300,
        int bits = 2048,
        int? keyUsage = null,
        string key = "shared"
    )
    {
        var keys = KeysOf(key, bits);
        var generator = new X509V3CertificateGenerator();
        generator.SetSerialNumber(new BigInteger(1, Guid.NewGuid().ToByteArray()));
        generator.SetSubjectDN(new X509Name(subject));
        generator.SetIssuerDN(issuer?.Certificate.SubjectDN ?? new X509Name(subject));
        generator.SetNotBefore(DateTime.UtcNow.AddDays(from));
        generator.SetNotAfter(DateTime.UtcNow.AddDays(until));
        generator.SetPublicKey(keys.Public);
        generator.AddExtension(X509Extensions.BasicConstraints, true, new BasicConstraints(isAuthority));
        if (purpose is not null && !isAuthority)
            generator.AddExtension(X509Extensions.ExtendedKeyUsage, false, new DerSequence(new DerObjectIdentifier(purpose)));
        if ((keyUsage ?? (isAuthority ? KeyUsage.KeyCertSign : null)) is { } usage)
            generator.AddExtension(X509Extensions.KeyUsage, true, new KeyUsage(usage));
        return new Made(generator.Generate(new Asn1SignatureFactory("SHA256WITHRSA", (issuer?.Keys ?? keys).Private)), keys);
    }

    /// <summary>A key is made once: making one takes long.</summary>
    private static AsymmetricCipherKeyPair KeysOf(string name, int bits)
    {
        lock (Keys)
        {
            if (Keys.TryGetValue(name + bits, out var keys))
                return keys;
            var generator = new RsaKeyPairGenerator();
            generator.Init(new KeyGenerationParameters(new SecureRandom(), bits));
            return Keys[name + bits] = generator.GenerateKeyPair();
        }
    }

    internal sealed record Made(Org.BouncyCastle.X509.X509Certificate Certificate, AsymmetricCipherKeyPair Keys)
    {
#pragma warning disable SYSLIB0057 // The loader that takes its place isn't in .NET Framework.
        /// <summary>As the receiver has it: without the key.</summary>
        public X509Certificate2 Public => new(Certificate.GetEncoded());

        /// <summary>As the signer has it.</summary>
        public X509Certificate2 Private => new(Pfx("x"), "x");
#pragma warning restore SYSLIB0057

        public byte[] Pfx(string password)
        {
            var store = new Pkcs12StoreBuilder()
                .SetKeyAlgorithm(PkcsObjectIdentifiers.PbeWithShaAnd3KeyTripleDesCbc)
                .SetCertAlgorithm(PkcsObjectIdentifiers.PbeWithShaAnd3KeyTripleDesCbc)
                .Build();
            store.SetKeyEntry("signer", new AsymmetricKeyEntry(Keys.Private), new[] { new X509CertificateEntry(Certificate) });
            using var pfx = new MemoryStream();
            store.Save(pfx, password.ToArray(), new SecureRandom());
            return pfx.ToArray();
        }

        public string Pem =>
            "-----BEGIN CERTIFICATE-----\n"
            + Convert.ToBase64String(Certificate.GetEncoded(), Base64FormattingOptions.InsertLineBreaks)
            + "\n-----END CERTIFICATE-----\n";
    }
}
