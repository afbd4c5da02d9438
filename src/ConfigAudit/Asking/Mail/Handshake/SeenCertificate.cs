using System;
using System.Collections.Generic;
using ConfigAudit.Asking.Mail.Tls;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>What a server's certificate says, and the chain that came with it. A server may have several, for keys of several
/// kinds.</summary>
/// <param name="Chain">In DER, its own first.</param>
internal sealed record SeenCertificate(IReadOnlyList<byte[]> Chain)
{
    public string Subject { get; init; } = string.Empty;

    public string Issuer { get; init; } = string.Empty;

    public DateTimeOffset From { get; init; }

    public DateTimeOffset Until { get; init; }

    /// <summary>The names that it is for.</summary>
    public IReadOnlyList<string> Names { get; init; } = Array.Empty<string>();

    /// <summary>"RSA", "RSA-PSS", "ECDSA", "DSA", "Ed25519", "Ed448", else the number of the algorithm.</summary>
    public string? Key { get; init; }

    /// <summary>Null for a key that has one size.</summary>
    public long? KeyBits { get; init; }

    /// <summary>The curve of its key; null for a key of another kind, zero for a curve without a number in TLS.</summary>
    public NamedGroup? Curve { get; init; }

    /// <summary>The hash of its signature, else the number of the algorithm.</summary>
    public string? Hash { get; init; }

    /// <summary>The authorities that came with it, each in a line.</summary>
    public IReadOnlyList<string> Authorities { get; init; } = Array.Empty<string>();

    /// <summary>Their keys; a root's too, with which all stands.</summary>
    public IReadOnlyList<SeenKey> AuthorityKeys { get; init; } = Array.Empty<SeenKey>();

    /// <summary>The hashes of their signatures, but for roots.</summary>
    public IReadOnlyList<string> AuthorityHashes { get; init; } = Array.Empty<string>();

    /// <summary>Null where the server was asked by an address that it doesn't name.</summary>
    public bool? NamesHost { get; init; }

    /// <summary>Null where this computer knows no such key or signature.</summary>
    public bool? IsTrusted { get; init; }

    /// <summary>Of each of the chain, whether a path to an authority leads over it; empty where that wasn't looked at.</summary>
    public IReadOnlyList<bool> InPath { get; init; } = Array.Empty<bool>();

    public override string ToString() => $"{Subject} ({Key} {KeyBits}, {Hash}, until {Until:yyyy-MM-dd})";
}
