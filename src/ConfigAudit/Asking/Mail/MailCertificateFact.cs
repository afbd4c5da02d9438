using System;
using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail;

/// <summary>
/// A certificate that a mail service shows: its own, of each kind of key that it has one for, or an authority's that came with that one
/// (RFC 5280). All of a path have to be in date:
/// an authority's that ends sooner ends the service's too.
/// </summary>
public sealed record MailCertificateFact : Fact
{
    /// <summary>The address that was asked.</summary>
    public string? Address { get; init; }

    /// <summary>The TCP port.</summary>
    public long? Port { get; init; }

    /// <summary>Which of the chains that the service shows, from 1: one for each kind of key.</summary>
    public long? Chain { get; init; }

    /// <summary>Its place in the chain: 0 for the service's own, 1 for the authority that comes next.</summary>
    public long? Place { get; init; }

    /// <summary>
    /// Whether a path to an authority leads over it, so that it has to be in date: one that this computer trusts, else any. An old authority's
    /// that is sent along for old clients does no harm when it is over.
    /// </summary>
    public bool? IsInPath { get; init; }

    /// <summary>Whose it is.</summary>
    public string? CertificateSubject { get; init; }

    /// <summary>Whose it says it is from.</summary>
    public string? CertificateIssuer { get; init; }

    /// <summary>The names that it is for; empty for an authority.</summary>
    public IReadOnlyList<string>? CertificateNames { get; init; }

    /// <summary>Its key: "RSA", "RSA-PSS", "ECDSA", "DSA", "Ed25519", "Ed448", else the number of the algorithm.</summary>
    public string? CertificateKey { get; init; }

    /// <summary>The bits of its key; zero for a key that has one size.</summary>
    public long? CertificateKeyBits { get; init; }

    /// <summary>The hash of its signature: "SHA256", "SHA1"…, else the number of the algorithm.</summary>
    public string? CertificateHash { get; init; }

    /// <summary>Whether it signs itself, as roots do.</summary>
    public bool? IsSelfSigned { get; init; }

    /// <summary>Its beginning (notBefore).</summary>
    [Noise(false)] // It moves when the certificate is renewed.
    [Unbounded]
    public DateTimeOffset? From { get; init; }

    /// <summary>Its end (notAfter).</summary>
    [Noise(false)] // It moves when the certificate is renewed.
    [Unbounded]
    public DateTimeOffset? Until { get; init; }

    /// <summary>How long it is valid still, from the moment of asking, by the clock of who asks; negative when it is over.</summary>
    [Unbounded]
    public TimeSpan? Left { get; init; }

    internal override FactSubject Subject => FactSubject.MailServer;

    internal override string Label => $"{CertificateSubject} at {ComputerName}:{Port}";

    internal override string Key => $"{Address}|{Port}|{Chain}|{Place}";
}
