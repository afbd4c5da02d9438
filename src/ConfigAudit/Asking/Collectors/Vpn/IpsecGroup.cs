namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>Groups of the key exchange: GroupID of MSFT_NetIKEMMCryptoProposal, PfsGroupID of MSFT_NetIKEQMCryptoSet; numbers as in RFC
/// 2409, 3526, 5903 and 5114.</summary>
public enum IpsecGroup
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Group 1: 768 bits.</summary>
    Modp768 = 1,

    /// <summary>Group 2: 1024 bits.</summary>
    Modp1024 = 2,

    /// <summary>Group 14: 2048 bits.</summary>
    Modp2048 = 14,

    /// <summary>Group 19: the elliptic curve P-256.</summary>
    Ecp256 = 19,

    /// <summary>Group 20: the elliptic curve P-384.</summary>
    Ecp384 = 20,

    /// <summary>Group 24: 2048 bits with a subgroup of 256.</summary>
    Modp2048Subgroup256 = 24,
}
