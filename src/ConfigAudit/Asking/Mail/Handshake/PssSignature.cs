using System.Collections.Generic;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>A certificate's signature by RSA-PSS has its hash among its parameters (RFC 4055 §3.1), which the framework doesn't
/// show.</summary>
internal static class PssSignature
{
    /// <summary>id-RSASSA-PSS.</summary>
    public const string Algorithm = "1.2.840.113549.1.1.10";

    private static readonly Dictionary<string, string> Hashes = new()
    {
        ["1.3.14.3.2.26"] = "SHA1",
        ["2.16.840.1.101.3.4.2.4"] = "SHA224",
        ["2.16.840.1.101.3.4.2.1"] = "SHA256",
        ["2.16.840.1.101.3.4.2.2"] = "SHA384",
        ["2.16.840.1.101.3.4.2.3"] = "SHA512",
    };

    /// <summary>The hash's name, else the number of the algorithm.</summary>
    /// <exception cref="System.ArgumentException">The parameters are none.</exception>
    public static string Hash(byte[] certificate)
    {
        var parameters = RsassaPssParameters.GetInstance(X509CertificateStructure.GetInstance(certificate).SignatureAlgorithm.Parameters);
        var hash = parameters.HashAlgorithm.Algorithm.Id;
        return Hashes.TryGetValue(hash, out var name) ? name : hash;
    }
}
