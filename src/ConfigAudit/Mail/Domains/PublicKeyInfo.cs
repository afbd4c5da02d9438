using System.Linq;

namespace ConfigAudit.Mail.Domains;

/// <summary>The SubjectPublicKeyInfo of a certificate (RFC 5280 §4.1), cut out of its DER: netstandard2.0 can't export it.</summary>
internal static class PublicKeyInfo
{
    /// <summary>The version of a certificate, [0], which those of version 1 lack.</summary>
    private const int Version = 0xa0;

    /// <summary>Serial number, signature, issuer, validity and subject stand before it.</summary>
    private const int Before = 5;

    /// <summary>Its DER, header included; null where the certificate is none.</summary>
    public static byte[]? Of(byte[] certificate)
    {
        var at = 0;
        if (Der.Header(certificate, ref at) is not { Tag: Der.Sequence } whole || at + whole.Length != certificate.Length || Der.Header(certificate, ref at) is not { Tag: Der.Sequence } signed)
            return null;
        var end = at + signed.Length;
        if (end > certificate.Length)
            return null;
        if (at < end && certificate[at] == Version && !Skip(certificate, ref at, end))
            return null;
        for (var i = 0; i < Before; i++)
        {
            if (!Skip(certificate, ref at, end))
                return null;
        }

        var start = at;
        return at < end && certificate[at] == Der.Sequence && Skip(certificate, ref at, end) ? certificate.Skip(start).Take(at - start).ToArray() : null;
    }

    private static bool Skip(byte[] der, ref int at, int end)
    {
        if (Der.Header(der, ref at) is not { } value || at + value.Length > end)
            return false;
        at += value.Length;
        return true;
    }
}
