using System;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail.Tls;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Mail.Outbound;

/// <summary>
/// How a message left the organisation: what the first server that isn't its own wrote of the session into the message's header (Received,
/// RFC 5321 §4.4). That is the receiving
/// side's word, which stands in a file that somebody gave: whoever had the message after that server may have changed it.
/// </summary>
public sealed record MailHopFact : Fact
{
    /// <summary>The file that the message is.</summary>
    public string? File { get; init; }

    /// <summary>The organisation's server, by the name that it said (from).</summary>
    public string? SentBy { get; init; }

    /// <summary>Its address as the receiving server saw it; empty where that didn't write it.</summary>
    public string? Address { get; init; }

    /// <summary>The server that received the message, and wrote this (by).</summary>
    public string? ReceivedBy { get; init; }

    /// <summary>When, by that server's clock.</summary>
    [Noise]
    public DateTimeOffset? At { get; init; }

    /// <summary>How (with): "ESMTPS" is ESMTP over TLS (RFC 3848). Empty where it isn't written.</summary>
    public string? With { get; init; }

    /// <summary>
    /// Whether that was over TLS: a version, a suite or a protocol that is TLS is written there. False where the protocol is one without
    /// TLS (RFC 3848) and nothing says otherwise. Null where neither is written, and of servers that write the same with TLS and without
    /// (HCL Domino).
    /// </summary>
    public bool? IsEncrypted { get; init; }

    /// <summary>The version of TLS. Null where it isn't written.</summary>
    public TlsVersion? Version { get; init; }

    /// <summary>The suite, by IANA's name. Null where it isn't written, or by a name that nobody here knows.</summary>
    public string? Suite { get; init; }

    /// <summary>CRYPTREC's list of e-Government recommended ciphers.</summary>
    public CryptrecGrade? Cryptrec { get; init; }

    /// <summary>NCSC-NL's guidelines of 2025-05.</summary>
    public NcscGrade? Ncsc { get; init; }

    internal override FactSubject Subject => FactSubject.MailSender;

    internal override string Label => $"{File}: {ReceivedBy}";

    internal override string Key => $"{File}|{ReceivedBy}";
}
