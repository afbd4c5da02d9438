using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Asking.Mail.Handshake;
using Org.BouncyCastle.Security;
using X509Certificate = Org.BouncyCastle.X509.X509Certificate;

namespace ConfigAudit.Asking.Mail.Domains;

/// <summary>
/// An authority that DNS names (DANE-TA): whether it vouches for a server's certificate (RFC 7672 §3.1.2, RFC 7671 §5.2). It isn't enough
/// that it was sent along: each certificate
/// has to be signed by the next, up to the authority, in date, and the first has to name the host.
/// </summary>
internal sealed class DaneAuthority
{
    private readonly Func<byte[], bool> _isIt;
    private readonly byte[]? _data;
    private readonly bool _isCertificate;

    /// <param name="isIt">Whether a certificate in DER is it.</param>
    /// <param name="data">The whole of it, where DNS has that and not a digest: it needn't be sent then. Null for a digest.</param>
    /// <param name="isCertificate">Whether that is a certificate, and not its key alone.</param>
    public DaneAuthority(Func<byte[], bool> isIt, byte[]? data, bool isCertificate) =>
        (_isIt, _data, _isCertificate) = (isIt, data, isCertificate);

    /// <param name="certificates">What the server sent, in DER, its own first; at least one.</param>
    /// <param name="hosts">The names that its own may have, one of them.</param>
    public bool VouchesFor(IReadOnlyList<byte[]> certificates, IReadOnlyCollection<string> hosts)
    {
        try
        {
            using var own = new X509Certificate2(certificates[0]);
            if (!MailCertificate.NamesForDane(own).Any(name => hosts.Any(host => MailCertificate.Matches(name, host))))
                return false;
            foreach (var reached in SentCertificates.Reached(certificates))
            {
                if (IsSignedByData(reached))
                    return true;
                var named = certificates.Skip(1).Where(_isIt).Select(der => new X509Certificate(der));
                if (named.Any(authority => authority.IsValidNow && SentCertificates.IsSignedBy(reached, authority)))
                    return true;
            }

            return false;
        }
        catch (Exception bad) when (bad is not OutOfMemoryException)
        {
            // The bytes come from anybody, and neither the system nor the library has one exception for what is no certificate.
            return false;
        }
    }

    private bool IsSignedByData(X509Certificate certificate)
    {
        if (_data is null)
            return false;
        if (!_isCertificate)
            return SentCertificates.IsSignedBy(certificate, PublicKeyFactory.CreateKey(_data));
        var authority = new X509Certificate(_data);
        return authority.IsValidNow && SentCertificates.IsSignedBy(certificate, authority);
    }
}
