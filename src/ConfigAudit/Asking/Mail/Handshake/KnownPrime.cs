using Org.BouncyCastle.Math;
using Org.BouncyCastle.Tls;

namespace ConfigAudit.Asking.Mail.Handshake;

/// <summary>Recognises the primes of RFC 7919, which older versions of TLS send like any other.</summary>
internal static class KnownPrime
{
    /// <summary>Null for a prime of the server's own.</summary>
    public static Tls.NamedGroup? Of(byte[] prime, byte[] generator)
    {
        var number = TlsDHUtilities.GetNamedGroupForDHParameters(new BigInteger(1, prime), new BigInteger(1, generator));
        return number < 0 ? null : (Tls.NamedGroup)number;
    }
}
