using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ConfigAudit.Base.Files;

/// <summary>Authorities that an organisation trusts besides the system's. Revocation isn't looked up: closed networks reach no
/// list.</summary>
internal static class OwnAuthorities
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>.NET Framework lacks it, and .NET Standard with it.</summary>
    private static readonly PropertyInfo? Downloads = typeof(X509ChainPolicy).GetProperty("DisableCertificateDownloads");

    /// <summary>Whether the certificate of a server is valid now and leads to one of them.</summary>
    /// <param name="certificate">The server's own.</param>
    /// <param name="sent">What came with it.</param>
    /// <param name="authorities">Those trusted.</param>
    public static bool VouchFor(X509Certificate2 certificate, IEnumerable<X509Certificate2> sent, X509Certificate2Collection authorities)
    {
        if (authorities.Count == 0)
            return false;
        using var chain = Chain(sent).WithoutDownloads();
        // The root is unknown to the system; which root it is, is checked below.
        chain.ChainPolicy.VerificationFlags = X509VerificationFlags.AllowUnknownCertificateAuthority;
        chain.ChainPolicy.ExtraStore.AddRange(authorities);
        if (!chain.Build(certificate))
            return false;
        var root = chain.ChainElements[chain.ChainElements.Count - 1].Certificate;
        return authorities.Cast<X509Certificate2>().Any(trusted => trusted.RawData.SequenceEqual(root.RawData));
    }

    /// <summary>
    /// The chain, which won't fetch what the certificate says can be fetched (RFC 5280 §4.2.2.1): whoever shows a certificate would
    /// choose whom this computer asks, and for how long. Where the framework can't be told, its time is cut to nothing.
    /// </summary>
    public static X509Chain WithoutDownloads(this X509Chain chain)
    {
        Downloads?.SetValue(chain.ChainPolicy, true);
        if (Downloads is null)
            chain.ChainPolicy.UrlRetrievalTimeout = TimeSpan.FromMilliseconds(1);
        return chain;
    }

    /// <summary>A chain for the certificate of a server, as the system judges it unless it is told otherwise.</summary>
    public static X509Chain Chain(IEnumerable<X509Certificate2> sent) => Chain(sent, ServerAuthentication);

    /// <summary>A chain for a certificate, as the system judges it unless it is told otherwise.</summary>
    /// <param name="sent">What came with it.</param>
    /// <param name="purpose">What it has to be for: the OID of an enhanced key usage.</param>
    public static X509Chain Chain(IEnumerable<X509Certificate2> sent, string purpose)
    {
        var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid(purpose));
        chain.ChainPolicy.ExtraStore.AddRange(sent.ToArray());
        return chain;
    }
}
