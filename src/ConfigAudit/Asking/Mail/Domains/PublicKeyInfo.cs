using System;
using Org.BouncyCastle.Asn1.X509;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>The SubjectPublicKeyInfo of a certificate (RFC 5280 §4.1): netstandard2.0 can't export it.</summary>
internal static class PublicKeyInfo
{
    /// <summary>Its DER; null where the certificate is none.</summary>
    public static byte[]? Of(byte[] certificate)
    {
        try
        {
            return X509CertificateStructure.GetInstance(certificate).SubjectPublicKeyInfo.GetDerEncoded();
        }
        catch (Exception bad) when (bad is not OutOfMemoryException)
        {
            // The bytes come from anybody, and the library has no one exception for what is no certificate.
            return null;
        }
    }
}
