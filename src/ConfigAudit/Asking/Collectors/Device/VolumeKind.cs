using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Collectors.Device;

/// <summary>Win32_EncryptableVolume.VolumeType.</summary>
public enum VolumeKind
{
    /// <summary>0: holds the running Windows.</summary>
    [JapaneseName("システム")]
    System = 0,

    /// <summary>1: fixed.</summary>
    [JapaneseName("固定")]
    Fixed = 1,

    /// <summary>2: portable.</summary>
    [JapaneseName("可搬")]
    Portable = 2,
}
