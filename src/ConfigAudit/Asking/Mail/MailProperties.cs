using System.Linq;

namespace ConfigAudit.Asking.Mail;

/// <summary>Properties of a service that are learnt, and so aren't learnt, together.</summary>
internal static class MailProperties
{
    public static readonly string[] OfOpening =
    {
        nameof(MailServiceFact.IsReachable),
        nameof(MailServiceFact.Greeting),
        nameof(MailServiceFact.OffersTls),
        nameof(MailServiceFact.IsStartTlsStripped),
        nameof(MailServiceFact.Capabilities),
        nameof(MailServiceFact.OffersLoginBeforeTls),
    };

    public static readonly string[] OfFlight =
    {
        nameof(MailServiceFact.Groups),
        nameof(MailServiceFact.DiffieHellmanBits),
        nameof(MailServiceFact.HasOwnPrime),
        nameof(MailServiceFact.SignatureSchemes),
        nameof(MailServiceFact.HasExtendedMasterSecret),
        nameof(MailServiceFact.HasSecureRenegotiation),
        nameof(MailServiceFact.HasCompression),
        nameof(MailServiceFact.ResumesSessions),
    };

    public static readonly string[] OfSession =
    {
        nameof(MailServiceFact.Greeting),
        nameof(MailServiceFact.IsStartTlsClean),
        nameof(MailServiceFact.CapabilitiesUnderTls),
        nameof(MailServiceFact.LoginMechanisms),
        nameof(MailServiceFact.AllowsRenegotiation),
        nameof(MailServiceFact.ResumesSessions),
    };

    public static readonly string[] OfCertificate =
    {
        nameof(MailServiceFact.CertificateSubject),
        nameof(MailServiceFact.CertificateIssuer),
        nameof(MailServiceFact.CertificateFrom),
        nameof(MailServiceFact.CertificateUntil),
        nameof(MailServiceFact.CertificateLeft),
        nameof(MailServiceFact.CertificateNames),
        nameof(MailServiceFact.CertificateKey),
        nameof(MailServiceFact.CertificateKeyBits),
        nameof(MailServiceFact.CertificateHash),
        nameof(MailServiceFact.CertificateChain),
        nameof(MailServiceFact.CertificateChainHashes),
        nameof(MailServiceFact.OtherCertificates),
        nameof(MailServiceFact.CertificateNamesHost),
        nameof(MailServiceFact.CertificateIsTrusted),
    };

    public static readonly string[] OfDane =
    {
        nameof(MailServiceFact.TlsaRecords),
        nameof(MailServiceFact.TlsaIsSecure),
        nameof(MailServiceFact.TlsaMatches),
    };

    /// <summary>All that only TLS tells.</summary>
    public static readonly string[] OfTls = new[]
    {
        nameof(MailServiceFact.Versions),
        nameof(MailServiceFact.Suites),
        nameof(MailServiceFact.HasServerOrder),
    }
        .Concat(OfFlight)
        .Concat(OfSession)
        .Concat(OfCertificate)
        .Concat(OfDane)
        .ToArray();
}
