using System;
using System.Collections.Generic;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Mail.Tls;

/// <summary>What came back to a ClientHello.</summary>
/// <param name="Kind">Which nature it is of.</param>
internal sealed record TlsAnswer(TlsAnswerKind Kind)
{
    /// <summary>Of an accepted hello.</summary>
    public ServerHello? Hello { get; init; }

    /// <summary>Of a refused one: the alert's description (RFC 8446 §6.2).</summary>
    public int? Alert { get; init; }

    /// <summary>Of an SSL 2 server: the cipher kinds that it shares (three bytes each).</summary>
    public IReadOnlyList<int> Ssl2Suites { get; init; } = Array.Empty<int>();

    /// <summary>The certificates, the server's own first, in DER; empty where they weren't read or are encrypted (TLS 1.3).</summary>
    public IReadOnlyList<byte[]> Certificates { get; init; } = Array.Empty<byte[]>();

    /// <summary>The group of an ephemeral elliptic curve's key (RFC 8422 §5.4).</summary>
    public NamedGroup? Group { get; init; }

    /// <summary>The bits of an ephemeral Diffie-Hellman prime (RFC 5246 §7.4.3).</summary>
    public int? DiffieHellmanBits { get; init; }

    /// <summary>That prime and its generator, big-endian; null where there is none.</summary>
    public (byte[] Prime, byte[] Generator)? DiffieHellman { get; init; }

    /// <summary>How an ephemeral key is signed, in TLS 1.2 (RFC 5246 §7.4.3).</summary>
    public SignatureScheme? Scheme { get; init; }

    /// <summary>What happened, for a person; null where the kind says all.</summary>
    public LocalText? Detail { get; init; }

    /// <summary>Whether the first flight came to its end (RFC 5246 §7.4.5); never in TLS 1.3, where most of it is encrypted.</summary>
    public bool IsWhole { get; init; }

    public LocalText Told => Detail ?? LocalText.Of(Kind.ToString());

    public override string ToString() => Told.En;
}
