using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>What of TLS, besides cipher suites, guidelines judge.</summary>
public enum TlsParameterKind
{
    /// <summary>A version of SSL or TLS, by the name that Versions has for it.</summary>
    [JapaneseName("バージョン")]
    Version,

    /// <summary>A group for ephemeral keys, by the name that Groups has for it; primes of RFC 7919 are groups in older versions
    /// too.</summary>
    [JapaneseName("鍵交換のグループ")]
    Group,

    /// <summary>Another prime for ephemeral Diffie-Hellman keys, by its bits.</summary>
    [JapaneseName("DHの素数")]
    Prime,

    /// <summary>A way to sign ephemeral keys, by the name that SignatureSchemes has for it.</summary>
    [JapaneseName("署名方式")]
    Signature,

    /// <summary>The key of the server's certificate, by kind and bits.</summary>
    [JapaneseName("証明書の鍵")]
    CertificateKey,

    /// <summary>The hash of a certificate's signature: the server's own, and those of authorities that came with it, but for
    /// roots.</summary>
    [JapaneseName("証明書のハッシュ")]
    CertificateHash,
}
