using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Device;

/// <summary>Win32_EncryptableVolume.ProtectionStatus.</summary>
public enum VolumeProtection
{
    /// <summary>0: not encrypted, encrypted in part, or suspended.</summary>
    [JapaneseName("無効")]
    Off = 0,

    /// <summary>1: wholly encrypted, and the key isn't in the clear.</summary>
    [JapaneseName("有効")]
    On = 1,

    /// <summary>2: Windows can't tell, most often because the volume is locked. No fact has it: what can't be told isn't known.</summary>
    [JapaneseName("ロック中")]
    Locked = 2,
}
