using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Asking.Mail.Handshake;
using Org.BouncyCastle.Crypto;
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
    /// <summary>More authorities than any honest server sends.</summary>
    private const int MaxSent = 50;

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
            if (!MailCertificate.Names(own).Any(name => hosts.Any(host => MailCertificate.Matches(name, host))))
                return false;
            var left = certificates
                .Skip(1)
                .GroupBy(Convert.ToBase64String)
                .Select(same => same.First())
                .Take(MaxSent)
                .Select(der => (Der: der, Certificate: new X509Certificate(der)))
                .ToList();
            // Wherever it leads, a certificate leads there whatever comes before it: each is looked at once.
            var reached = new Queue<X509Certificate>(new[] { new X509Certificate(certificates[0]) });
            while (reached.Count > 0)
            {
                var current = reached.Dequeue();
                if (!current.IsValidNow)
                    continue;
                if (IsSignedByData(current))
                    return true;
                foreach (var issuer in left.Where(each => IsSignedBy(current, each.Certificate)).ToArray())
                {
                    if (_isIt(issuer.Der) && issuer.Certificate.IsValidNow)
                        return true;
                    left.Remove(issuer);
                    if (issuer.Certificate.GetBasicConstraints() >= 0)
                        reached.Enqueue(issuer.Certificate);
                }
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
            return IsSignedBy(certificate, PublicKeyFactory.CreateKey(_data));
        var authority = new X509Certificate(_data);
        return authority.IsValidNow && IsSignedBy(certificate, authority);
    }

    private static bool IsSignedBy(X509Certificate certificate, X509Certificate issuer) =>
        certificate.IssuerDN.Equivalent(issuer.SubjectDN) && IsSignedBy(certificate, issuer.GetPublicKey());

    private static bool IsSignedBy(X509Certificate certificate, AsymmetricKeyParameter key)
    {
        try
        {
            certificate.Verify(key);
            return true;
        }
        catch (Exception bad) when (bad is not OutOfMemoryException)
        {
            // A key of another kind, or another key: the library says so in many ways.
            return false;
        }
    }
}
