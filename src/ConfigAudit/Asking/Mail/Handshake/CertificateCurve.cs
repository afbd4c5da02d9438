using System;
using System.Linq;
using ConfigAudit.Asking.Mail.Tls;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>The curve of a certificate's key (RFC 5480 §2.1.1), of which the framework tells only those that the system knows.</summary>
internal static class CertificateCurve
{
    /// <summary>The last of those that RFC 8422 and RFC 7027 number, which certificates have.</summary>
    private const NamedGroup Last = NamedGroup.BrainpoolP512r1;

    private static readonly (NamedGroup Group, DerObjectIdentifier Id)[] Known = ((NamedGroup[])Enum.GetValues(typeof(NamedGroup)))
        .Where(group => group <= Last)
        .Select(group => (group, ECNamedCurveTable.GetOid(group.ToString())))
        .ToArray();

    /// <summary>Null for a key of another kind; zero, which is no group, for a curve without a number in TLS.</summary>
    /// <param name="certificate">In DER; one that can be read.</param>
    public static NamedGroup? Of(byte[] certificate)
    {
        if (KeyKind.Of(certificate) != KeyKind.Ecdsa)
            return null;
        var parameters = X509CertificateStructure.GetInstance(certificate).SubjectPublicKeyInfo.Algorithm.Parameters;
        return Known.FirstOrDefault(each => parameters is DerObjectIdentifier id && id.Equals(each.Id)).Group;
    }
}
