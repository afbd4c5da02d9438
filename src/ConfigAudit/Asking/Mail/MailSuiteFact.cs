using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail;

/// <summary>A suite that a mail service accepts in a version of TLS, with what each source thinks of it. They disagree; which decides is a
/// baseline's to say.</summary>
public sealed record MailSuiteFact : Fact
{
    /// <summary>The address that was asked.</summary>
    public string? Address { get; init; }

    /// <summary>The TCP port.</summary>
    public long? Port { get; init; }

    /// <summary>The version in which the server accepted it.</summary>
    public TlsVersion? Version { get; init; }

    /// <summary>IANA's name; for SSL 2 and what the catalogue lacks, the number.</summary>
    public string? Suite { get; init; }

    /// <summary>Its place in the server's own order, from 1; null where the client's order decides or the server's wasn't learnt, which
    /// before TLS 1.2 is no gap.</summary>
    public long? Rank { get; init; }

    /// <summary>CRYPTREC's list of e-Government recommended ciphers.</summary>
    public CryptrecGrade? Cryptrec { get; init; }

    /// <summary>The guideline of IPA and CRYPTREC on TLS settings. Null where the catalogue doesn't know.</summary>
    public IpaGrade? Ipa { get; init; }

    /// <summary>NCSC-NL's guidelines of 2025-05.</summary>
    public NcscGrade? Ncsc { get; init; }

    internal override FactSubject Subject => FactSubject.MailServer;

    internal override string Label => $"{Version} {Suite} at {ComputerName}:{Port}";

    internal override string Key => $"{Address}|{Port}|{Version}|{Suite}";
}
