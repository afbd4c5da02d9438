namespace ConfigAudit.Mail.Tls;

/// <summary>Groups of the key exchange, by their number in IANA's registry "TLS Supported Groups" (RFC 8446 §4.2.7, RFC 8422, RFC 7919, RFC 7027, RFC 8734).</summary>
public enum NamedGroup
{
    /// <summary>NIST P-192.</summary>
    Secp192r1 = 19,

    /// <summary>NIST P-224.</summary>
    Secp224r1 = 21,

    /// <summary>SEC 2's 256-bit Koblitz curve.</summary>
    Secp256k1 = 22,

    /// <summary>NIST P-256.</summary>
    Secp256r1 = 23,

    /// <summary>NIST P-384.</summary>
    Secp384r1 = 24,

    /// <summary>NIST P-521.</summary>
    Secp521r1 = 25,

    /// <summary>Brainpool, 256 bits.</summary>
    BrainpoolP256r1 = 26,

    /// <summary>Brainpool, 384 bits.</summary>
    BrainpoolP384r1 = 27,

    /// <summary>Brainpool, 512 bits.</summary>
    BrainpoolP512r1 = 28,

    /// <summary>Curve25519.</summary>
    X25519 = 29,

    /// <summary>Curve448.</summary>
    X448 = 30,

    /// <summary>Finite field, 2048 bits.</summary>
    Ffdhe2048 = 256,

    /// <summary>Finite field, 3072 bits.</summary>
    Ffdhe3072 = 257,

    /// <summary>Finite field, 4096 bits.</summary>
    Ffdhe4096 = 258,

    /// <summary>Finite field, 6144 bits.</summary>
    Ffdhe6144 = 259,

    /// <summary>Finite field, 8192 bits.</summary>
    Ffdhe8192 = 260,

    /// <summary>Curve25519 with ML-KEM-768 (draft-ietf-tls-ecdhe-mlkem).</summary>
    X25519MLKEM768 = 4588,
}
