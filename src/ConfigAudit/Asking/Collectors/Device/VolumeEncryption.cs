namespace ConfigAudit.Asking.Collectors.Device;

/// <summary>Win32_EncryptableVolume.ConversionStatus.</summary>
public enum VolumeEncryption
{
    /// <summary>0.</summary>
    Decrypted = 0,

    /// <summary>1: complete, which says nothing of its key.</summary>
    Encrypted = 1,

    /// <summary>2: under way.</summary>
    Encrypting = 2,

    /// <summary>3: under way.</summary>
    Decrypting = 3,

    /// <summary>4.</summary>
    EncryptionPaused = 4,

    /// <summary>5.</summary>
    DecryptionPaused = 5,
}
