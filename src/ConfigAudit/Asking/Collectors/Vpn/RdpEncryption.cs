namespace ConfigAudit.Asking.Collectors.Vpn;

/// <summary>MinEncryptionLevel, by Win32_TSGeneralSetting's documentation.</summary>
public enum RdpEncryption
{
    /// <summary>Only what the client sends is encrypted.</summary>
    Low = 1,

    /// <summary>By the longest key that the client supports.</summary>
    ClientCompatible = 2,

    /// <summary>128 bits, both ways.</summary>
    High = 3,

    /// <summary>By methods validated under FIPS 140.</summary>
    Fips = 4,
}
