using System;
using System.Collections.Generic;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Base.Files;
using X509Certificate = Org.BouncyCastle.X509.X509Certificate;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>
/// Whether a root of this computer, or one that was named, vouches for a server's certificate over nothing but what the server sent: all but
/// the root is its to send (RFC 8446 §4.4.2, RFC 5246 §7.4.2), and clients that have no copy of what lacks refuse it. Nothing is downloaded:
/// the certificate would choose the address.
/// </summary>
internal static class CertificateTrust
{
    /// <summary>Windows fetches a root of its vendor's programme when it first meets it, and doesn't where downloads are off.</summary>
    private static readonly bool FetchesRoots = Environment.OSVersion.Platform == PlatformID.Win32NT;

    /// <param name="sent">In DER, the server's own first.</param>
    /// <param name="authorities">Those trusted besides this computer's. What of them is no root has to be sent, too.</param>
    /// <returns>Null where this computer can't say; with what leads to the root, its own first, where it trusts.</returns>
    public static (bool? IsTrusted, IReadOnlyList<byte[]> Path) Of(IReadOnlyList<byte[]> sent, X509Certificate2Collection authorities)
    {
        var certificates = sent.Select(der => new X509Certificate2(der)).ToArray();
        try
        {
            // No root of the vendors' programmes signs servers' certificates itself (CA/Browser Forum's Baseline Requirements §6.1.7): what
            // leads nowhere from its own on lacks an intermediate, or is over.
            var reached = FetchesRoots ? SentCertificates.Reached(sent).ToArray() : Array.Empty<X509Certificate>();
            if (FetchesRoots && !EndHere(reached, authorities))
                return (reached.Length < 2 ? false : null, Array.Empty<byte[]>());
            var path = Path(certificates, sent, null) ?? (authorities.Count > 0 ? Path(certificates, sent, authorities) : null);
            return (path is not null, path ?? Array.Empty<byte[]>());
        }
        catch (Exception bad) when (bad is not OutOfMemoryException)
        {
            // The bytes come from anybody, and neither the system nor the library has one exception for a key that it doesn't know.
            return (null, Array.Empty<byte[]>());
        }
        finally
        {
            foreach (var certificate in certificates)
                certificate.Dispose();
        }
    }

    /// <param name="certificates">What was sent.</param>
    /// <param name="sent">The same in DER.</param>
    /// <param name="authorities">Whom to trust; null for those of this computer.</param>
    /// <returns>Null where nobody who is trusted vouches for it, or one between was not sent.</returns>
    private static byte[][]? Path(X509Certificate2[] certificates, IReadOnlyList<byte[]> sent, X509Certificate2Collection? authorities)
    {
        using var chain = OwnAuthorities.Chain(certificates.Skip(1)).WithoutDownloads();
        if (authorities is not null)
        {
            // The root is unknown to the system; which root it is, is checked below.
            chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
            chain.ChainPolicy.ExtraStore.AddRange(authorities);
        }

        if (!chain.Build(certificates[0]))
            return null;
        var path = chain.ChainElements.Cast<X509ChainElement>().Select(element => element.Certificate.RawData).ToArray();
        var end = path[path.Length - 1];
        if (authorities is not null && !authorities.Cast<X509Certificate2>().Any(trusted => trusted.RawData.SequenceEqual(end)))
            return null;
        var anchor = new X509Certificate(end);
        var isRoot = anchor.IssuerDN.Equivalent(anchor.SubjectDN);
        if (path.Take(path.Length - 1).All(IsSent) && (isRoot || IsSent(end)))
            return path;
        // What this computer holds may be a short cut past what was sent.
        return isRoot && SentCertificates.Reached(sent).Any(reached => SentCertificates.IsSignedBy(reached, anchor))
            ? sent.Append(end).ToArray()
            : null;

        bool IsSent(byte[] der) => sent.Any(der.SequenceEqual);
    }

    /// <summary>Whether what was sent leads to a certificate that is here.</summary>
    private static bool EndHere(X509Certificate[] reached, X509Certificate2Collection authorities) =>
        Roots()
            .Concat(authorities.Cast<X509Certificate2>().Select(each => each.RawData))
            .Select(der => new X509Certificate(der))
            .Any(root => reached.Any(each => each.Equals(root) || SentCertificates.IsSignedBy(each, root)));

    private static List<byte[]> Roots()
    {
        var found = new List<byte[]>();
        foreach (var place in new[] { StoreLocation.CurrentUser, StoreLocation.LocalMachine })
        {
            using var store = new X509Store(StoreName.Root, place);
            store.Open(OpenFlags.ReadOnly | OpenFlags.OpenExistingOnly);
            foreach (var root in store.Certificates)
            {
                found.Add(root.RawData);
                root.Dispose();
            }
        }

        return found;
    }
}
