using System;
using System.Linq;
using System.Net;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.X509;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>The alternative names of a certificate (RFC 5280 §4.2.1.6), which the framework shows as localised text alone.</summary>
internal static class AlternativeName
{
    /// <summary>The DNS names among them; none where the extension can't be read.</summary>
    public static string[] DnsNames(byte[] extension) =>
        Read(extension).Where(name => name.TagNo == GeneralName.DnsName).Select(name => ((IAsn1String)name.Name).GetString()).ToArray();

    /// <summary>The addresses among them; none where the extension can't be read.</summary>
    public static IPAddress[] Addresses(byte[] extension) =>
        Read(extension)
            .Where(name => name.TagNo == GeneralName.IPAddress)
            .Select(name => Asn1OctetString.GetInstance(name.Name).GetOctets())
            .Where(address => address.Length is 4 or 16)
            .Select(address => new IPAddress(address))
            .ToArray();

    /// <summary>There is no such extension without a name (RFC 5280 §4.2.1.6).</summary>
    public static bool IsReadable(byte[] extension) => Read(extension).Length > 0;

    private static GeneralName[] Read(byte[] extension)
    {
        try
        {
            return GeneralNames.GetInstance(Asn1Object.FromByteArray(extension)).GetNames();
        }
        catch (Exception bad) when (bad is not OutOfMemoryException)
        {
            // The bytes come from anybody, and the library has no one exception for what is no extension.
            return Array.Empty<GeneralName>();
        }
    }
}
