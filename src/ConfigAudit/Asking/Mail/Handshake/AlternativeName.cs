using System;
using System.Linq;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>The alternative names of a certificate (RFC 5280 §4.2.1.6), which the framework shows as localised text alone.</summary>
internal static class AlternativeName
{
    /// <summary>The DNS names among them; none where the extension can't be read.</summary>
    public static string[] DnsNames(byte[] extension)
    {
        try
        {
            return GeneralNames
                .GetInstance(Asn1Object.FromByteArray(extension))
                .GetNames()
                .Where(name => name.TagNo == GeneralName.DnsName)
                .Select(name => ((IAsn1String)name.Name).GetString())
                .ToArray();
        }
        catch (Exception bad) when (bad is not OutOfMemoryException)
        {
            // The bytes come from anybody, and the library has no one exception for what is no extension.
            return Array.Empty<string>();
        }
    }
}
