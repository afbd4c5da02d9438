using System;
using System.Collections.Generic;
using ConfigAudit.Asking.Mail.Domains;
using ConfigAudit.Asking.Mail.Handshake;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail;

/// <summary>
/// A service of a mail server, as it answers over the network: what it says before TLS (RFC 5321, 3207, 9051, 1939, 2595), and what of TLS
/// it accepts, by
/// ClientHellos that are written byte by byte. Texts of the server are hostile: they are cut, and bear no control characters.
/// </summary>
public sealed record MailServiceFact : Fact
{
    /// <summary>The address that was asked.</summary>
    public string? Address { get; init; }

    /// <summary>The TCP port.</summary>
    public long? Port { get; init; }

    /// <summary>The protocol that the port is for.</summary>
    public MailProtocol? Protocol { get; init; }

    /// <summary>TLS from the start (RFC 8314 §3), and not by STARTTLS.</summary>
    public bool? IsImplicitTls { get; init; }

    /// <summary>Whether there is a connection; false where it is refused, as nothing listens there, and null where it comes to nothing
    /// otherwise.</summary>
    public bool? IsReachable { get; init; }

    /// <summary>The first line that the server says, before TLS or, where TLS is from the start, under it.</summary>
    [Noise] // Many say the time in it, or a number for APOP (RFC 1939).
    public string? Greeting { get; init; }

    /// <summary>
    /// Whether TLS can be had: from the start, or by STARTTLS that is listed among the server's capabilities, or works where it lists none;
    /// and a handshake came to its end (RFC 5246 §7.3, RFC 8446 §2).
    /// False where the server offers none, or refuses every version. Null where none ended though it says otherwise.
    /// </summary>
    public bool? OffersTls { get; init; }

    /// <summary>
    /// Whether something on the way takes STARTTLS out: it isn't among the capabilities and works all the same, or stands there overwritten
    /// ("XXXXXXXA", as some
    /// firewalls do). Mail then travels in the clear although the server has TLS. Null where it isn't offered and doesn't work: that the
    /// server has none, and that something
    /// takes out the command too, look the same.
    /// </summary>
    public bool? IsStartTlsStripped { get; init; }

    /// <summary>
    /// Whether commands that were sent in one packet with STARTTLS are thrown away, or end the connection; if they are answered under TLS,
    /// someone on the way can
    /// put words into the mouth of whoever logs in (RFC 3207 §6, CVE-2011-0411). True for TLS from the start.
    /// </summary>
    public bool? IsStartTlsClean { get; init; }

    /// <summary>What the server says that it can do, before TLS (EHLO, CAPABILITY, CAPA); empty where it lists nothing, as a reply of one
    /// line does (RFC 5321 §4.1.1.1), and for TLS from the start.</summary>
    public IReadOnlyList<string>? Capabilities { get; init; }

    /// <summary>What it says that it can do, under TLS.</summary>
    public IReadOnlyList<string>? CapabilitiesUnderTls { get; init; }

    /// <summary>The ways to log in under TLS, by their names in SASL; "LOGIN" of IMAP and "USER" of POP3 are their own. Empty where the
    /// server wants nobody to log in.</summary>
    public IReadOnlyList<string>? LoginMechanisms { get; init; }

    /// <summary>
    /// Whether the server lets one log in before TLS: it goes on when a login is begun (AUTH of SMTP and POP3, AUTHENTICATE of IMAP, USER
    /// of POP3), or lists one and doesn't say that it
    /// wants TLS first. No name and no password is ever sent. Some servers refuse it to other addresses than their own.
    /// </summary>
    public bool? OffersLoginBeforeTls { get; init; }

    /// <summary>The versions that it accepts, SSL 2 to TLS 1.3. Null when one of them couldn't be decided.</summary>
    public IReadOnlyList<TlsVersion>? Versions { get; init; }

    /// <summary>The suites that it accepts, in any version, by IANA's names. MailSuiteFact has them by version, with their
    /// grades.</summary>
    public IReadOnlyList<string>? Suites { get; init; }

    /// <summary>Whether the server's own order of suites decides, in every version with a choice; true where there is none.</summary>
    public bool? HasServerOrder { get; init; }

    /// <summary>The groups that it accepts for an ephemeral key, of elliptic curves in TLS 1.2 and older, of all kinds in TLS 1.3; a prime
    /// of RFC 7919 is one in every version.</summary>
    public IReadOnlyList<NamedGroup>? Groups { get; init; }

    /// <summary>The bits of the prime of its ephemeral Diffie-Hellman key (RFC 5246 §7.4.3), of the shortest where it has several; zero
    /// where it uses none.</summary>
    public long? DiffieHellmanBits { get; init; }

    /// <summary>Whether a prime is one of its own, and not one of RFC 7919: that for clients which offer none of its groups may be. False
    /// where it uses none.</summary>
    public bool? HasOwnPrime { get; init; }

    /// <summary>The ways in which it signs an ephemeral key in TLS 1.2 (RFC 5246 §7.4.3), and those that older versions which it accepts
    /// prescribe (RFC 4346 §7.4.3: MD5 with SHA-1 for RSA, else SHA-1); empty where it signs none there. TLS 1.3 signs under encryption,
    /// and with nothing older than SHA-256 (RFC 8446 §4.2.3).</summary>
    public IReadOnlyList<SignatureScheme>? SignatureSchemes { get; init; }

    /// <summary>The extended master secret (RFC 7627), in TLS 1.2 or older; TLS 1.3 has it by itself.</summary>
    public bool? HasExtendedMasterSecret { get; init; }

    /// <summary>Secure renegotiation (RFC 5746), in TLS 1.2 or older; TLS 1.3 knows no renegotiation.</summary>
    public bool? HasSecureRenegotiation { get; init; }

    /// <summary>Whether a client may ask for a renegotiation (RFC 5246 §7.4.1.1), in TLS 1.2 or older; TLS 1.3 knows none.</summary>
    public bool? AllowsRenegotiation { get; init; }

    /// <summary>Whether it compresses (RFC 3749), in TLS 1.2 or older, which betrays secrets (CVE-2012-4929); TLS 1.3 knows none.</summary>
    public bool? HasCompression { get; init; }

    /// <summary>Whether a session of TLS 1.2 or older can be taken up again, by a ticket (RFC 5077) or by its id (RFC 5246 §7.3).</summary>
    public bool? ResumesSessions { get; init; }

    /// <summary>The subject of the server's certificate: of the first, where it has several.</summary>
    public string? CertificateSubject { get; init; }

    /// <summary>Whose it says it is from.</summary>
    public string? CertificateIssuer { get; init; }

    /// <summary>Its beginning.</summary>
    [Noise(false)] // It moves when the certificate is renewed.
    [Unbounded]
    public DateTimeOffset? CertificateFrom { get; init; }

    /// <summary>Its end.</summary>
    [Noise(false)] // It moves when the certificate is renewed.
    [Unbounded]
    public DateTimeOffset? CertificateUntil { get; init; }

    /// <summary>How long it is valid still, from the moment of asking; negative when it is over. Of several, the one that ends
    /// first.</summary>
    [Unbounded]
    public TimeSpan? CertificateLeft { get; init; }

    /// <summary>The names that it is for: the DNS names among its alternative names, else its common name.</summary>
    public IReadOnlyList<string>? CertificateNames { get; init; }

    /// <summary>Its key: "RSA", "RSA-PSS", "ECDSA", "DSA", "Ed25519", "Ed448", else the number of the algorithm.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>The bits of its key, where it is RSA or ECDSA.</summary>
    public long? CertificateKeyBits { get; init; }

    /// <summary>The hash of its signature: "SHA256", "SHA1"…, else the number of the algorithm.</summary>
    public string? CertificateHash { get; init; }

    /// <summary>The authorities that came with it, each with its key and the hash of its signature; "root" for one that signs
    /// itself.</summary>
    public IReadOnlyList<string>? CertificateChain { get; init; }

    /// <summary>The hashes of those authorities' signatures, but for roots, whose signature nobody needs.</summary>
    public IReadOnlyList<string>? CertificateChainHashes { get; init; }

    /// <summary>The certificates that it has besides, for keys of other kinds: subject, key, hash and end of each.</summary>
    public IReadOnlyList<string>? OtherCertificates { get; init; }

    /// <summary>Whether it, and each other, has the name that the server was asked by among its alternative names (RFC 9525 §6.3). Null
    /// when the server was asked by an address that isn't among them.</summary>
    public bool? CertificateNamesHost { get; init; }

    /// <summary>Whether the authorities of this computer, or those given, vouch for it, and each other, over the intermediate certificates
    /// that the server sent (RFC 8446 §4.4.2); that all is in date included. Nothing is downloaded, and revocation isn't looked up.</summary>
    public bool? CertificateIsTrusted { get; init; }

    /// <summary>What DNS says of the certificate (RFC 6698): "usage selector matching-type data" of each TLSA record, secured or not. Empty
    /// for what isn't SMTP, and where nothing listens.</summary>
    public IReadOnlyList<string>? TlsaRecords { get; init; }

    /// <summary>Whether the resolver says that those records are secured by DNSSEC; without it no sender heeds them (RFC 7672 §2.2). It is
    /// as trustworthy as the way to the resolver.</summary>
    public bool? TlsaIsSecure { get; init; }

    /// <summary>Whether one of the records that senders heed is true of each certificate. False defers mail from whoever minds DANE; and
    /// where no record can be used, they protect nothing (RFC 7672 §2.2). Null where there are none.</summary>
    public bool? TlsaMatches { get; init; }

    /// <summary>
    /// The strictest that the MTA-STS policies of the mail domains that the server was found by ask of those who send there (RFC 8461 §5):
    /// with "enforce" they look at the
    /// certificate. None for what isn't SMTP. Null where the server was named, and not its domain, or where a policy isn't known.
    /// </summary>
    public MtaStsMode? StsMode { get; init; }

    /// <summary>The connections that it took to learn all this.</summary>
    [Noise] // What the asking took.
    public long? Connections { get; init; }

    /// <summary>All that it showed, while it is asked.</summary>
    internal IReadOnlyList<SeenCertificate> Certificates { get; init; } = Array.Empty<SeenCertificate>();

    /// <summary>Why it may have shown others, while it is asked; null where those are all.</summary>
    internal Gap? RestOfCertificates { get; init; }

    /// <summary>The ways to sign that old versions prescribe, while it is asked: known also where those of TLS 1.2 aren't.</summary>
    internal IReadOnlyList<SignatureScheme> FixedSchemes { get; init; } = Array.Empty<SignatureScheme>();

    /// <summary>All primes that were seen, while it is asked.</summary>
    internal IReadOnlyList<SeenPrime> Primes { get; init; } = Array.Empty<SeenPrime>();

    /// <summary>Whether the server's first flight came to its end.</summary>
    internal bool HasWholeFlight { get; init; }

    internal override FactSubject Subject => FactSubject.MailServer;

    internal override string Label => $"{ComputerName}:{Port}";

    internal override string Key => $"{Address}|{Port}";
}
