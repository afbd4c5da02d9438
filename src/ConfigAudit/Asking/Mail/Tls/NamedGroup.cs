namespace ConfigAudit.Asking.Mail.Tls;

/// <summary>
/// Groups of the key exchange, by their number in IANA's registry "TLS Supported Groups" (RFC 8446 §4.2.7, RFC 8422, RFC 7919, RFC 7027,
/// RFC 8734; RFC 4492 for the curves
/// that RFC 8422 gave up). A number without a name is a group that the server used without being offered it.
/// </summary>
public enum NamedGroup
{
    /// <summary>SEC 2's 163-bit Koblitz curve over a binary field.</summary>
    Sect163k1 = 1,

    /// <summary>SEC 2's 163-bit curve over a binary field.</summary>
    Sect163r1 = 2,

    /// <summary>NIST B-163.</summary>
    Sect163r2 = 3,

    /// <summary>SEC 2's 193-bit curve over a binary field.</summary>
    Sect193r1 = 4,

    /// <summary>SEC 2's second 193-bit curve over a binary field.</summary>
    Sect193r2 = 5,

    /// <summary>NIST K-233.</summary>
    Sect233k1 = 6,

    /// <summary>NIST B-233.</summary>
    Sect233r1 = 7,

    /// <summary>SEC 2's 239-bit Koblitz curve over a binary field.</summary>
    Sect239k1 = 8,

    /// <summary>NIST K-283.</summary>
    Sect283k1 = 9,

    /// <summary>NIST B-283.</summary>
    Sect283r1 = 10,

    /// <summary>NIST K-409.</summary>
    Sect409k1 = 11,

    /// <summary>NIST B-409.</summary>
    Sect409r1 = 12,

    /// <summary>NIST K-571.</summary>
    Sect571k1 = 13,

    /// <summary>NIST B-571.</summary>
    Sect571r1 = 14,

    /// <summary>SEC 2's 160-bit Koblitz curve.</summary>
    Secp160k1 = 15,

    /// <summary>SEC 2's 160-bit curve.</summary>
    Secp160r1 = 16,

    /// <summary>SEC 2's second 160-bit curve.</summary>
    Secp160r2 = 17,

    /// <summary>SEC 2's 192-bit Koblitz curve.</summary>
    Secp192k1 = 18,

    /// <summary>NIST P-192.</summary>
    Secp192r1 = 19,

    /// <summary>SEC 2's 224-bit Koblitz curve.</summary>
    Secp224k1 = 20,

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

    /// <summary>Brainpool, 256 bits, in TLS 1.3.</summary>
    BrainpoolP256r1Tls13 = 31,

    /// <summary>Brainpool, 384 bits, in TLS 1.3.</summary>
    BrainpoolP384r1Tls13 = 32,

    /// <summary>Brainpool, 512 bits, in TLS 1.3.</summary>
    BrainpoolP512r1Tls13 = 33,

    /// <summary>GOST R 34.10-2012, 256 bits, parameters A (RFC 9189).</summary>
    Gc256a = 34,

    /// <summary>GOST R 34.10-2012, 256 bits, parameters B.</summary>
    Gc256b = 35,

    /// <summary>GOST R 34.10-2012, 256 bits, parameters C.</summary>
    Gc256c = 36,

    /// <summary>GOST R 34.10-2012, 256 bits, parameters D.</summary>
    Gc256d = 37,

    /// <summary>GOST R 34.10-2012, 512 bits, parameters A.</summary>
    Gc512a = 38,

    /// <summary>GOST R 34.10-2012, 512 bits, parameters B.</summary>
    Gc512b = 39,

    /// <summary>GOST R 34.10-2012, 512 bits, parameters C.</summary>
    Gc512c = 40,

    /// <summary>SM2 (RFC 8998).</summary>
    CurveSM2 = 41,

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

    /// <summary>ML-KEM-512 alone (draft-ietf-tls-mlkem).</summary>
    Mlkem512 = 512,

    /// <summary>ML-KEM-768 alone.</summary>
    Mlkem768 = 513,

    /// <summary>ML-KEM-1024 alone.</summary>
    Mlkem1024 = 514,

    /// <summary>NIST P-256 with ML-KEM-768 (draft-ietf-tls-ecdhe-mlkem).</summary>
    Secp256r1MLKEM768 = 4587,

    /// <summary>Curve25519 with ML-KEM-768 (draft-ietf-tls-ecdhe-mlkem).</summary>
    X25519MLKEM768 = 4588,

    /// <summary>NIST P-384 with ML-KEM-1024 (draft-ietf-tls-ecdhe-mlkem).</summary>
    Secp384r1MLKEM1024 = 4589,

    /// <summary>Curve25519 with the draft of ML-KEM, Kyber-768.</summary>
    X25519Kyber768Draft00 = 25497,
}
