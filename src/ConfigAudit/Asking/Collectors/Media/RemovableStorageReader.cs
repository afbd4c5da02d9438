using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>Policies and drivers to the removable-storage fact.</summary>
internal static class RemovableStorageReader
{
    private const long EveryKindOfDrive = 0xFF;

    public static FactSet<RemovableStorageFact> Read(Collection collection, StorageSettings settings)
    {
        var deniesAll = settings.All.Switch("Deny_All", whenAbsent: false);
        var diskWrite = settings.Disk.Switch("Deny_Write", whenAbsent: false);
        var (usb, uasp) = (Start(settings.Usb), Start(settings.Uasp));
        var drivers = ReadingExtensions.All(IsDisabled(usb), IsDisabled(uasp));
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

    private static Reading<bool?> AutoRunOff(RegistryAnswer<long?> answer) =>
        Reading<long?>.Of(answer.Or(0), answer.Gap).Then<bool?>(kinds => (kinds & EveryKindOfDrive) == EveryKindOfDrive);
}
