namespace ConfigAudit.Collectors.Vpn;

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

    /// <summary>By a custom IPsec policy.</summary>
    Custom,
}
