using System;
using System.Globalization;
using System.Linq;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Base.Files;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>
/// Whether a server's certificate proves that it is the host: valid now, issued for that name, by an authority that the system or the user trusts.
/// Revocation isn't looked up: closed networks reach no list.
/// </summary>
internal sealed class CertificateCheck
{
    private readonly string _host;
    private readonly SessionOptions _options;

    public CertificateCheck(string host, SessionOptions options) => (_host, _options) = (host, options);

    /// <summary>Why the last certificate was refused; null when none was.</summary>
    public string? Refusal { get; private set; }

    public bool Accepts(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None || _options.SkipCertificateCheck)
            return true;
        Refusal = certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable)
            ? "it shows no certificate"
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
                ? $"its certificate is for {Shown(certificate)}, not for {_host}"
                : ChainRefusal(certificate, chain);
        return Refusal is null;
    }

    private string? ChainRefusal(X509Certificate2 certificate, X509Chain? chain)
    {
        var now = DateTime.Now;
        if (now > certificate.NotAfter)
            return $"its certificate expired on {certificate.NotAfter.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        if (now < certificate.NotBefore)
            return $"its certificate isn't valid before {certificate.NotBefore.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";
        return OwnAuthorities.VouchFor(certificate, chain?.ChainElements.Cast<X509ChainElement>().Select(element => element.Certificate) ?? Enumerable.Empty<X509Certificate2>(), _options.TrustedRoots)
            ? null
            : $"its certificate ({Shown(certificate)}) doesn't come from an authority that is trusted here: trust that authority, or name its certificate with -TrustedRoot";
    }

    private static string Shown(X509Certificate2 certificate)
    {
        var name = certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false);
        return string.IsNullOrEmpty(name) ? certificate.Subject : name;
    }
}
