namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>A setting of Windows that alone stops writing to USB storage.</summary>
public enum StorageBlock
{
    /// <summary>Policy "All Removable Storage classes: Deny all access".</summary>
    AllRemovableStorage = 1,

    /// <summary>Policy "Removable Disks: Deny write access".</summary>
    RemovableDiskWrite,

    /// <summary>Both drivers of USB storage, USBSTOR and UASPStor, are disabled.</summary>
    UsbStorageDrivers,
}
