using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>A USB disk that was plugged in at the moment of asking: Win32_DiskDrive. That there was none says nothing of yesterday. One
/// that speaks UASP calls itself SCSI, as inner disks do, and isn't seen.</summary>
public sealed record StorageDeviceFact : Fact
{
    /// <summary>Win32_DiskDrive.Model.</summary>
    public string? Model { get; init; }

    /// <summary>Win32_DiskDrive.Size, in bytes. Null for a drive without a medium.</summary>
    public long? Size { get; init; }

    /// <summary>Win32_DiskDrive.PNPDeviceID begins with <c>USBSTOR\</c>; false of one that was told to be USB by InterfaceType
    /// alone.</summary>
    public bool? UsesUsbStorageDriver { get; init; }

    internal override string Label => Model ?? "(disk without a name)";

    internal override string Key => $"{Model}|{Size}";
}
