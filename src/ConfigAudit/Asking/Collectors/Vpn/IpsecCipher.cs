namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>CipherAlgorithm of MSFT_NetIKEMMCryptoProposal and MSFT_NetIKEQMCryptoProposal.</summary>
public enum IpsecCipher
{
    /// <summary>No encryption.</summary>
    None = 0,

    /// <summary>DES.</summary>
    Des = 2,

    /// <summary>3DES.</summary>
    TripleDes = 6,

    /// <summary>AES in CBC mode, 128 bits.</summary>
    Aes128 = 65001,

    /// <summary>AES in CBC mode, 192 bits.</summary>
    Aes192 = 65002,

    /// <summary>AES in CBC mode, 256 bits.</summary>
    Aes256 = 65003,

    /// <summary>AES in GCM mode, 128 bits.</summary>
    AesGcm128 = 65004,

    /// <summary>AES in GCM mode, 192 bits.</summary>
    AesGcm192 = 65005,

    /// <summary>AES in GCM mode, 256 bits.</summary>
    AesGcm256 = 65006,
}
