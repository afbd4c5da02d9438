using System;
using System.Globalization;
using System.Linq;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Sessions.WsMan;

/// <summary>
/// Whether a server's certificate proves that it is the host: valid now, issued for that name, by an authority that the system or the user
/// trusts.
/// Revocation isn't looked up: closed networks reach no list.
/// </summary>
internal sealed class CertificateCheck
{
    private readonly string _host;
    private readonly SessionOptions _options;

    public CertificateCheck(string host, SessionOptions options) => (_host, _options) = (host, options);

    /// <summary>Why the last certificate was refused; null when none was.</summary>
    public LocalText? Refusal { get; private set; }

    public bool Accepts(X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None || _options.SkipCertificateCheck)
            return true;
        Refusal =
            certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable)
                ? new LocalText("証明書を提示しない", "it shows no certificate")
            : errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)
                ? new LocalText(
                    $"証明書は {Shown(certificate)} のもので、{_host} のものではない",
                    $"its certificate is for {Shown(certificate)}, not for {_host}"
                )
            : ChainRefusal(certificate, chain);
        return Refusal is null;
    }

    private LocalText? ChainRefusal(X509Certificate2 certificate, X509Chain? chain)
    {
        var now = DateTime.Now;
        if (now > certificate.NotAfter)
            return Dated(certificate.NotAfter, "証明書の有効期限が切れている", "its certificate expired on");
        if (now < certificate.NotBefore)
            return Dated(certificate.NotBefore, "証明書がまだ有効でない", "its certificate isn't valid before");
        return OwnAuthorities.VouchFor(
            certificate,
            chain?.ChainElements.Cast<X509ChainElement>().Select(element => element.Certificate) ?? Enumerable.Empty<X509Certificate2>(),
            _options.TrustedRoots
        )
            ? null
            : new LocalText(
                $"証明書（{Shown(certificate)}）が、ここで信頼する認証局のものではない。その認証局を信頼するか、-TrustedRoot で証明書を指定してください",
                $"its certificate ({Shown(certificate)}) doesn't come from an authority that is trusted here: trust that authority, or name its certificate with -TrustedRoot"
            );
    }

    private static LocalText Dated(DateTime day, string ja, string en)
    {
        var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new LocalText($"{ja}（{text}）", $"{en} {text}");
    }

    private static string Shown(X509Certificate2 certificate)
    {
        var name = certificate.GetNameInfo(X509NameType.DnsName, forIssuer: false);
        return string.IsNullOrEmpty(name) ? certificate.Subject : name;
    }
}
