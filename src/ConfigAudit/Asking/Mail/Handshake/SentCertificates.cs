using System;
using System.Collections.Generic;
using System.Linq;
using Org.BouncyCastle.Crypto;
using X509Certificate = Org.BouncyCastle.X509.X509Certificate;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>
/// Where the certificates that a server sent lead, from its own on: each has to be signed by the next, be an authority's and be in date.
/// They may come in any order, and others beside them (RFC 8446 §4.4.2).
/// </summary>
internal static class SentCertificates
{
    /// <summary>More authorities than any honest server sends.</summary>
    private const int MaxSent = 50;

    /// <summary>Each to which a path leads over nothing but what was sent, the server's own first.</summary>
    /// <param name="sent">In DER, the server's own first; at least one.</param>
    /// <exception cref="Exception">They are no certificates: the library has no one exception for that.</exception>
    public static IEnumerable<X509Certificate> Reached(IReadOnlyList<byte[]> sent)
    {
        var left = sent.Skip(1).GroupBy(Convert.ToBase64String).Select(same => new X509Certificate(same.First())).Take(MaxSent).ToList();
        // Wherever it leads, a certificate leads there whatever comes before it: each is looked at once.
        var reached = new Queue<X509Certificate>(new[] { new X509Certificate(sent[0]) });
        while (reached.Count > 0)
        {
            var current = reached.Dequeue();
            if (!current.IsValidNow)
                continue;
            yield return current;
            foreach (var issuer in left.Where(each => IsSignedBy(current, each)).ToArray())
            {
                left.Remove(issuer);
                if (issuer.GetBasicConstraints() >= 0)
                    reached.Enqueue(issuer);
            }
        }
    }

    public static bool IsSignedBy(X509Certificate certificate, X509Certificate issuer) =>
        certificate.IssuerDN.Equivalent(issuer.SubjectDN) && IsSignedBy(certificate, issuer.GetPublicKey());

    public static bool IsSignedBy(X509Certificate certificate, AsymmetricKeyParameter key)
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
