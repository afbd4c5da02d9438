using System;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Asking.Mail.Handshake;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail;

/// <summary>Each certificate of each chain that a service showed, with what is left of it.</summary>
internal sealed class MailCertificates
{
    private readonly MailLedger _ledger;
    private readonly DateTimeOffset _now;

    /// <param name="ledger">Takes them down.</param>
    /// <param name="now">The moment of asking.</param>
    public MailCertificates(MailLedger ledger, DateTimeOffset now) => (_ledger, _now) = (ledger, now);

    /// <summary>A service with TLS shows at least one certificate; one that wasn't seen, or may not have been, isn't known to end
    /// late.</summary>
    public void Take(MailServiceFact service)
    {
        foreach (
            var certificate in service.Certificates.SelectMany(
                (each, chain) =>
                    each.Chain.Select(
                        (der, place) =>
                            Of(service, der, chain + 1, place) with
                            {
                                IsInPath = place >= each.InPath.Count || each.InPath[place],
                            }
                    )
            )
        )
        {
            _ledger.Add(certificate);
        }

        if (service.RestOfCertificates is { } rest)
        {
            _ledger.MayLackCertificates(service, rest);
        }
        else if (service.Certificates.Count == 0)
        {
            _ledger.MayLackCertificates(service, _ledger.Why(service, nameof(MailServiceFact.CertificateSubject)));
        }
    }

    private MailCertificateFact Of(MailServiceFact service, byte[] der, long chain, long place)
    {
        using var certificate = new X509Certificate2(der);
        var until = new DateTimeOffset(certificate.NotAfter.ToUniversalTime());
        return new MailCertificateFact
        {
            ComputerName = service.ComputerName,
            Source = service.Source,
            Address = service.Address,
            Port = service.Port,
            Chain = chain,
            Place = place,
            CertificateSubject = HostileText.Shown(certificate.Subject),
            CertificateIssuer = HostileText.Shown(certificate.Issuer),
            CertificateNames = place == 0 ? MailCertificate.Names(certificate).Select(HostileText.Shown).ToArray() : Array.Empty<string>(),
            CertificateKey = KeyKind.Named(certificate.PublicKey.Oid.Value!),
            CertificateKeyBits = KeySize.Of(der) ?? 0,
            CertificateHash = MailCertificate.Hash(certificate),
            IsSelfSigned = certificate.SubjectName.RawData.SequenceEqual(certificate.IssuerName.RawData),
            From = new DateTimeOffset(certificate.NotBefore.ToUniversalTime()),
            Until = until,
            Left = until - _now,
        };
    }
}
