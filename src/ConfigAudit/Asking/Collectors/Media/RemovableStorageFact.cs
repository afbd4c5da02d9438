using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>
/// What Windows itself allows with removable storage: the machine's policies and drivers, one a host. Policies of single users aren't read:
/// they could only
/// deny more. Device control of another vendor can't be seen here, nor can Microsoft Defender's. A policy that isn't set denies nothing.
/// What is set may
/// await a restart: Windows doesn't promise to enforce a change in access to storage before.
/// </summary>
public sealed record RemovableStorageFact : Fact
{
    private const string All = @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices";
    private const string Disk =
        @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices\{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}";
    private const string Usb = @"registry:HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\USBSTOR";
    private const string Drives = "root/cimv2:Win32_DiskDrive";
    private const string Uasp = @"registry:HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\UASPStor";

    /// <summary>
    /// Whether Windows lets files be written to USB storage. False as soon as one of <see cref="Blocks"/> is known; true only when all
    /// settings were read and none
    /// of them denies it, which means that Windows doesn't stop it, while a device-control product still may. Null where only the drivers are
    /// disabled and a USB disk is plugged in all the same (Win32_DiskDrive): a driver in use stays loaded.
    /// </summary>
    [ReadFrom(All, Disk, Usb, Uasp, Drives)]
    public bool? CanWriteToUsbStorage { get; init; }

    /// <summary>The settings that stop it. Null while none is known and one couldn't be read.</summary>
    [ReadFrom(All, Disk, Usb, Uasp, Drives)]
    public IReadOnlyList<StorageBlock>? Blocks { get; init; }

    /// <summary>Deny_All of <c>HKLM\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices</c>.</summary>
    [ReadFrom(All)]
    public bool? DeniesAll { get; init; }

    /// <summary>Deny_Read of the key of removable disks there, <c>{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}</c>.</summary>
    [ReadFrom(Disk)]
    public bool? DeniesDiskRead { get; init; }

    /// <summary>Deny_Write of the same key.</summary>
    [ReadFrom(Disk)]
    public bool? DeniesDiskWrite { get; init; }

    /// <summary>Deny_Execute of the same key.</summary>
    [ReadFrom(Disk)]
    public bool? DeniesDiskExecute { get; init; }

    /// <summary>Deny_Write of the key of CD and DVD, <c>{53f56308-b6bf-11d0-94f2-00a0c91efb8b}</c>.</summary>
    [ReadFrom(
        @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices\{53f56308-b6bf-11d0-94f2-00a0c91efb8b}"
    )]
    public bool? DeniesOpticalWrite { get; init; }

    /// <summary>Deny_Write of both keys of portable devices (telephones, cameras): <c>{6AC27878-…}</c> and <c>{F33FDC04-…}</c>.</summary>
    [ReadFrom(
        @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices\{6AC27878-A6FA-4155-BA85-F98F491D4F33}",
        @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices\{F33FDC04-D1AC-4E8E-9A30-19BBD4B108AE}"
    )]
    public bool? DeniesPortableDeviceWrite { get; init; }

    /// <summary>Start of USBSTOR, the driver of most USB sticks. Disabled alone, it leaves disks that speak UASP.</summary>
    [ReadFrom(Usb)]
    public DriverStart? UsbStorageDriver { get; init; }

    /// <summary>Start of UASPStor, the driver of USB disks that speak UASP.</summary>
    [ReadFrom(Uasp)]
    public DriverStart? UaspStorageDriver { get; init; }

    /// <summary>
    /// RDVDenyWriteAccess of <c>HKLM\SYSTEM\CurrentControlSet\Policies\Microsoft\FVE</c>: only disks that BitLocker protects may be written
    /// to. It isn't a block.
    /// </summary>
    [ReadFrom(@"registry:HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Policies\Microsoft\FVE")]
    public bool? RequiresBitLockerToWrite { get; init; }

    /// <summary>
    /// DenyRemovableDevices of <c>HKLM\SOFTWARE\Policies\Microsoft\Windows\DeviceInstall\Restrictions</c>: removable devices aren't
    /// installed any more. It isn't a
    /// block: those that were installed before still work.
    /// </summary>
    [ReadFrom(@"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\DeviceInstall\Restrictions")]
    public bool? DeniesInstallation { get; init; }

    /// <summary>
    /// The machine's NoDriveTypeAutoRun of <c>HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer</c> covers every kind of
    /// drive (0xFF). False where it isn't
    /// set: Windows then leaves some kinds out.
    /// </summary>
    [ReadFrom(@"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer")]
    public bool? AutoRunOff { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[]
        {
            new Expected(
                new LocalText("リムーバブル記憶域のポリシー（空の場合を含む）", "a policy of removable storage, if an empty one"),
                new RemovableStorageFact()
            ),
        };

    internal override string Label => "removable storage";
}
