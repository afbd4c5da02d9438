namespace ConfigAudit.Asking.Collectors.Device;

/// <summary>Win32_EncryptableVolume.VolumeType.</summary>
public enum VolumeKind
{
    /// <summary>0: holds the running Windows.</summary>
    System = 0,

    /// <summary>1: fixed.</summary>
    Fixed = 1,

    /// <summary>2: portable.</summary>
    Portable = 2,
}
