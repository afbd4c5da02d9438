namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>HashAlgorithm of MSFT_NetIKEMMCryptoProposal; HashAlgorithmESP and HashAlgorithmAH of MSFT_NetIKEQMCryptoProposal.</summary>
public enum IpsecHash
{
    /// <summary>None: as with a cipher that authenticates by itself.</summary>
    None = 0,

    /// <summary>MD5.</summary>
    Md5 = 2,

    /// <summary>SHA-1.</summary>
    Sha1 = 3,

    /// <summary>SHA-256.</summary>
    Sha256 = 65001,

    /// <summary>SHA-384.</summary>
    Sha384 = 65002,

    /// <summary>AES-GMAC, 128 bits.</summary>
    AesGmac128 = 65003,

    /// <summary>AES-GMAC, 192 bits.</summary>
    AesGmac192 = 65004,

    /// <summary>AES-GMAC, 256 bits.</summary>
    AesGmac256 = 65005,
}
