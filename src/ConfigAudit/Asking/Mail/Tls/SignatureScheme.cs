namespace ConfigAudit.Asking.Mail.Tls;

/// <summary>How a key exchange is signed, by IANA's registries "TLS SignatureScheme" (RFC 8446 §4.2.3) and, for TLS 1.2, hash and signature
/// (RFC 5246 §7.4.1.4.1).</summary>
public enum SignatureScheme
{
    /// <summary>RSA PKCS #1 v1.5 with MD5.</summary>
    RsaPkcs1Md5 = 0x0101,

    /// <summary>RSA PKCS #1 v1.5 with SHA-1.</summary>
    RsaPkcs1Sha1 = 0x0201,

    /// <summary>DSA with SHA-1.</summary>
    DsaSha1 = 0x0202,

    /// <summary>ECDSA with SHA-1.</summary>
    EcdsaSha1 = 0x0203,

    /// <summary>RSA PKCS #1 v1.5 with SHA-224.</summary>
    RsaPkcs1Sha224 = 0x0301,

    /// <summary>DSA with SHA-224.</summary>
    DsaSha224 = 0x0302,

    /// <summary>ECDSA with SHA-224.</summary>
    EcdsaSha224 = 0x0303,

    /// <summary>RSA PKCS #1 v1.5 with SHA-256.</summary>
    RsaPkcs1Sha256 = 0x0401,

    /// <summary>DSA with SHA-256.</summary>
    DsaSha256 = 0x0402,

    /// <summary>ECDSA with SHA-256 (in TLS 1.3 with P-256).</summary>
    EcdsaSha256 = 0x0403,

    /// <summary>RSA PKCS #1 v1.5 with SHA-384.</summary>
    RsaPkcs1Sha384 = 0x0501,

    /// <summary>DSA with SHA-384.</summary>
    DsaSha384 = 0x0502,

    /// <summary>ECDSA with SHA-384.</summary>
    EcdsaSha384 = 0x0503,

    /// <summary>RSA PKCS #1 v1.5 with SHA-512.</summary>
    RsaPkcs1Sha512 = 0x0601,

    /// <summary>DSA with SHA-512.</summary>
    DsaSha512 = 0x0602,

    /// <summary>ECDSA with SHA-512.</summary>
    EcdsaSha512 = 0x0603,

    /// <summary>RSA-PSS with SHA-256, key for any use.</summary>
    RsaPssRsaeSha256 = 0x0804,

    /// <summary>RSA-PSS with SHA-384, key for any use.</summary>
    RsaPssRsaeSha384 = 0x0805,

    /// <summary>RSA-PSS with SHA-512, key for any use.</summary>
    RsaPssRsaeSha512 = 0x0806,

    /// <summary>EdDSA on Curve25519.</summary>
    Ed25519 = 0x0807,

    /// <summary>EdDSA on Curve448.</summary>
    Ed448 = 0x0808,

    /// <summary>RSA-PSS with SHA-256, key for it alone.</summary>
    RsaPssPssSha256 = 0x0809,

    /// <summary>RSA-PSS with SHA-384, key for it alone.</summary>
    RsaPssPssSha384 = 0x080a,

    /// <summary>RSA-PSS with SHA-512, key for it alone.</summary>
    RsaPssPssSha512 = 0x080b,

    /// <summary>ECDSA on Brainpool P256 with SHA-256 (RFC 8734).</summary>
    EcdsaBrainpoolP256Sha256 = 0x081a,

    /// <summary>ECDSA on Brainpool P384 with SHA-384 (RFC 8734).</summary>
    EcdsaBrainpoolP384Sha384 = 0x081b,

    /// <summary>ECDSA on Brainpool P512 with SHA-512 (RFC 8734).</summary>
    EcdsaBrainpoolP512Sha512 = 0x081c,
}
