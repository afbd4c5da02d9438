using ConfigAudit.Asking.Mail.Tls;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>A prime of an ephemeral Diffie-Hellman key (RFC 5246 §7.4.3).</summary>
/// <param name="Bits">Its length.</param>
/// <param name="Group">Which one of RFC 7919 it is; null for one of the server's own.</param>
internal sealed record SeenPrime(int Bits, NamedGroup? Group)
{
    /// <summary>Null for an answer without one.</summary>
    public static SeenPrime? Of(TlsAnswer answer) =>
        answer is { DiffieHellman: var (prime, generator), DiffieHellmanBits: { } bits }
            ? new SeenPrime(bits, KnownPrime.Of(prime, generator))
            : null;
}
