using System.Linq;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Base.Files;

namespace ConfigAudit.Telling.Notices;

/// <summary>Whom notices are sent to: a server whose certificate names it and is good by the system, or leads to an authority of the
/// organisation's own.</summary>
internal static class Trust
{
    public static bool IsGood(
        X509Certificate? certificate,
        X509Chain? chain,
        SslPolicyErrors errors,
        X509Certificate2Collection authorities
    )
    {
        if (errors == SslPolicyErrors.None)
            return true;
        if (certificate is null || errors != SslPolicyErrors.RemoteCertificateChainErrors)
            return false;
        using var own = new X509Certificate2(certificate);
        return OwnAuthorities.VouchFor(
            own,
            chain?.ChainElements.Cast<X509ChainElement>().Select(element => element.Certificate) ?? Enumerable.Empty<X509Certificate2>(),
            authorities
        );
    }
}
