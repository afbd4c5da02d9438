using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>Policies, drivers and the disks that use them to the removable-storage fact.</summary>
internal static class RemovableStorageReader
{
    private const long EveryKindOfDrive = 0xFF;

    public static FactSet<RemovableStorageFact> Read(Collection collection, StorageSettings settings, IReadOnlyList<string> attached)
    {
        var deniesAll = settings.All.Switch("Deny_All", whenAbsent: false);
        var diskWrite = settings.Disk.Switch("Deny_Write", whenAbsent: false);
        var (usb, uasp) = (Start(settings.Usb), Start(settings.Uasp));
        var drivers = Unused(ReadingExtensions.All(IsDisabled(usb), IsDisabled(uasp)), attached);
        var isBlocked = ReadingExtensions.Any(deniesAll, diskWrite, drivers);

        var facts = new FactSetBuilder<RemovableStorageFact>();
        facts.Add(
            new RemovableStorageFact
            {
                ComputerName = collection.ComputerName,
                Source = $"{settings.All.Source}; {settings.Disk.Source}; {settings.Usb.Source}; {settings.Uasp.Source}",
                CanWriteToUsbStorage = facts.Known(nameof(RemovableStorageFact.CanWriteToUsbStorage), isBlocked.Not()),
                Blocks = facts.Known(
                    nameof(RemovableStorageFact.Blocks),
                    isBlocked.Then<IReadOnlyList<StorageBlock>>(_ => Blocks(deniesAll, diskWrite, drivers).ToArray())
                ),
                DeniesAll = facts.Known(nameof(RemovableStorageFact.DeniesAll), deniesAll),
                DeniesDiskRead = facts.Known(
                    nameof(RemovableStorageFact.DeniesDiskRead),
                    settings.Disk.Switch("Deny_Read", whenAbsent: false)
                ),
                DeniesDiskWrite = facts.Known(nameof(RemovableStorageFact.DeniesDiskWrite), diskWrite),
                DeniesDiskExecute = facts.Known(
                    nameof(RemovableStorageFact.DeniesDiskExecute),
                    settings.Disk.Switch("Deny_Execute", whenAbsent: false)
                ),
                DeniesOpticalWrite = facts.Known(
                    nameof(RemovableStorageFact.DeniesOpticalWrite),
                    settings.Optical.Switch("Deny_Write", whenAbsent: false)
                ),
                DeniesPortableDeviceWrite = facts.Known(
                    nameof(RemovableStorageFact.DeniesPortableDeviceWrite),
                    ReadingExtensions.All(
                        settings.Portable.Switch("Deny_Write", whenAbsent: false),
                        settings.Portable2.Switch("Deny_Write", whenAbsent: false)
                    )
                ),
                UsbStorageDriver = facts.Known(nameof(RemovableStorageFact.UsbStorageDriver), usb),
                UaspStorageDriver = facts.Known(nameof(RemovableStorageFact.UaspStorageDriver), uasp),
                RequiresBitLockerToWrite = facts.Known(
                    nameof(RemovableStorageFact.RequiresBitLockerToWrite),
                    settings.BitLocker.Switch("RDVDenyWriteAccess", whenAbsent: false)
                ),
                DeniesInstallation = facts.Known(
                    nameof(RemovableStorageFact.DeniesInstallation),
                    settings.Installation.Switch("DenyRemovableDevices", whenAbsent: false)
                ),
                AutoRunOff = facts.Known(
                    nameof(RemovableStorageFact.AutoRunOff),
                    AutoRunOff(settings.AutoRun.Number("NoDriveTypeAutoRun"))
                ),
            }
        );
        return facts.Build();
    }

    private static IEnumerable<StorageBlock> Blocks(Reading<bool?> deniesAll, Reading<bool?> diskWrite, Reading<bool?> drivers)
    {
        if (deniesAll.Value == true)
            yield return StorageBlock.AllRemovableStorage;
        if (diskWrite.Value == true)
            yield return StorageBlock.RemovableDiskWrite;
        if (drivers.Value == true)
            yield return StorageBlock.UsbStorageDrivers;
    }

    private static Reading<DriverStart?> Start(RegistryRow driver) =>
        driver.Choice("Start", (long)DriverStart.NotInstalled, 0, 1, 2, 3, 4).Then(number => Members.Of<DriverStart>(number));

    private static Reading<bool?> IsDisabled(Reading<DriverStart?> start) => start.Then<bool?>(driver => driver == DriverStart.Disabled);

    /// <summary>
    /// Disabled drivers stop no disk that is in use: what is loaded stays so until it is unplugged or Windows starts anew. A policy denies
    /// access to such a disk too.
    /// </summary>
    private static Reading<bool?> Unused(Reading<bool?> disabled, IReadOnlyList<string> attached) =>
        disabled.Value != true || attached.Count == 0
            ? disabled
            : Reading<bool?>.Unknown(
                new Gap(
                    GapKind.Unusable,
                    "root/cimv2:Win32_DiskDrive",
                    new LocalText(
                        $"USBSTORとUASPStorは無効（Start=4）だが、USBディスクが接続されている（{string.Join("、", attached)}）。使用中のドライバは無効にしても止まらない。取り外して再起動するか、グループポリシーで書き込みを禁止してください",
                        $"USBSTOR and UASPStor are disabled (Start=4), but a USB disk is plugged in ({string.Join(", ", attached)}), and a driver in use stays loaded: unplug it and restart, or deny writing by group policy"
                    )
                )
            );

    private static Reading<bool?> AutoRunOff(RegistryAnswer<long?> answer) =>
        Reading<long?>.Of(answer.Or(0), answer.Gap).Then<bool?>(kinds => (kinds & EveryKindOfDrive) == EveryKindOfDrive);
}
