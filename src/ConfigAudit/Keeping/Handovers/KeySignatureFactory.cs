using System.IO;
using System.Security.Cryptography;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;

namespace ConfigAudit.Keeping.Handovers;

/// <summary>Lets the system's key sign for the library that makes the message: the key may not leave its store, its card or its
/// module.</summary>
internal sealed class KeySignatureFactory : ISignatureFactory
{
    private readonly RSA _key;

    public KeySignatureFactory(RSA key) => _key = key;

    public object AlgorithmDetails => new AlgorithmIdentifier(PkcsObjectIdentifiers.Sha256WithRsaEncryption, DerNull.Instance);

    public IStreamCalculator<IBlockResult> CreateCalculator() => new Calculator(_key);

    private sealed class Calculator : MemoryStream, IStreamCalculator<IBlockResult>
    {
        private readonly RSA _key;

        public Calculator(RSA key) => _key = key;

        public Stream Stream => this;

        // It may be closed by then, which takes nothing from its bytes.
        public IBlockResult GetResult() =>
            new SimpleBlockResult(_key.SignData(ToArray(), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }
}
