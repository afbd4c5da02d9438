namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>VpnConnection.EncryptionLevel.</summary>
public enum VpnEncryption
{
    /// <summary>No encryption.</summary>
    NoEncryption,

    /// <summary>Encrypted if the server wants to.</summary>
    Optional,

    /// <summary>Not connected without encryption.</summary>
    Required,

    /// <summary>Not connected without the strongest encryption.</summary>
    Maximum,

    /// <summary>By a custom IPsec policy, none of whose algorithms is broken.</summary>
    Custom,

    /// <summary>By a custom IPsec policy that takes DES, MD5, a group of 768 bits, or no encryption or key exchange at all.</summary>
    CustomWeak,
}
