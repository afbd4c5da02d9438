using System.Linq;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

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

    /// <summary>Why a certificate isn't good, and what to do about it.</summary>
    public static LocalText Refusal(string host, X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
            return new LocalText("サーバが証明書を示さない", "the server shows no certificate");
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return new LocalText(
                $"サーバの証明書（{certificate.Subject}）は {host} のものではありません。証明書にある名前でサーバを指定するか、{host} の名前を含む証明書に替えてください",
                $"the server's certificate ({certificate.Subject}) isn't for {host}: name the server as its certificate does, or give it one that names {host}"
            );
        }

        return new LocalText(
            $"サーバの証明書（{certificate.Subject}、有効期限 {certificate.GetExpirationDateString()}）を信頼できません。組織の認証局が発行したものであれば -TrustedRoot で認証局の証明書を指定し、期限切れであれば更新してください",
            $"nobody who is trusted vouches for the server's certificate ({certificate.Subject}, until {certificate.GetExpirationDateString()}): where the organisation's own authority issued it, hand over that authority's with -TrustedRoot; where it has expired, renew it"
        );
    }
}
