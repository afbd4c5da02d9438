using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Security;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>The bits of a certificate's key, of kinds and curves that the framework may not know.</summary>
internal static class KeySize
{
    /// <summary>Of RSA the modulus, of DSA the prime, of a curve its field; null for another kind, such as Ed25519, which has one
    /// size.</summary>
    /// <exception cref="System.ArgumentException">The key can't be read.</exception>
    /// <exception cref="System.IO.IOException">The key can't be read.</exception>
    public static long? Of(byte[] certificate) =>
        PublicKeyFactory.CreateKey(X509CertificateStructure.GetInstance(certificate).SubjectPublicKeyInfo) switch
        {
            RsaKeyParameters rsa => rsa.Modulus.BitLength,
            ECPublicKeyParameters curve => curve.Parameters.Curve.FieldSize,
            DsaPublicKeyParameters dsa => dsa.Parameters.P.BitLength,
            _ => null,
        };
}
