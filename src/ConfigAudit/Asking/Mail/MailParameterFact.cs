using System.Collections.Generic;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail;

/// <summary>
/// Something besides cipher suites that a mail service's TLS accepts or uses — a version, a group, a prime, a way to sign, a certificate's
/// key or hash — with
/// what each source thinks of it. They disagree; which decides is a baseline's to say.
/// </summary>
public sealed record MailParameterFact : Fact
{
    /// <summary>The address that was asked.</summary>
    public string? Address { get; init; }

    /// <summary>The TCP port.</summary>
    public long? Port { get; init; }

    /// <summary>What it is.</summary>
    public TlsParameterKind? Kind { get; init; }

    /// <summary>Its name: "Tls12", "X25519", "DH", "RsaPssRsaeSha256", "RSA", "SHA256".</summary>
    public string? Name { get; init; }

    /// <summary>The bits of a prime or a key; zero for what has none of its own.</summary>
    public long? Bits { get; init; }

    /// <summary>CRYPTREC's list of e-Government recommended ciphers. Null where the catalogue doesn't know.</summary>
    public CryptrecGrade? Cryptrec { get; init; }

    /// <summary>The guideline of IPA and CRYPTREC on TLS settings. Null where the catalogue doesn't know.</summary>
    public IpaGrade? Ipa { get; init; }

    /// <summary>NCSC-NL's guidelines of 2025-05. Null where the catalogue doesn't know.</summary>
    public NcscGrade? Ncsc { get; init; }

    /// <summary>The sources whose grade the catalogue has from elsewhere than the source itself.</summary>
    public IReadOnlyList<string>? Unverified { get; init; }

    internal override FactSubject Subject => FactSubject.MailServer;

    internal override string Label => $"{Kind} {Name}{(Bits > 0 ? $" {Bits}" : string.Empty)} at {ComputerName}:{Port}";

    internal override string Key => $"{Address}|{Port}|{Kind}|{Name}|{Bits}";
}
