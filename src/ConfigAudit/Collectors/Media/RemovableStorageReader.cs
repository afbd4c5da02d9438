using System.Collections.Generic;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;
using ConfigAudit.Values;

namespace ConfigAudit.Collectors.Media;

/// <summary>Policies and drivers to the removable-storage fact.</summary>
internal static class RemovableStorageReader
{
    private const long EveryKindOfDrive = 0xFF;

    public static FactSet<RemovableStorageFact> Read(Collection collection, StorageSettings settings)
    {
        var deniesAll = settings.All.Number("Deny_All").Flag(whenAbsent: false);
        var diskWrite = settings.Disk.Number("Deny_Write").Flag(whenAbsent: false);
        var usb = Start(settings.Usb);
        var uasp = Start(settings.Uasp);
        bool? drivers = usb is not null && usb != DriverStart.Disabled || uasp is not null && uasp != DriverStart.Disabled ? false : usb is null || uasp is null ? null : true;
        var blocks = new List<StorageBlock>();
        if (deniesAll == true)
            blocks.Add(StorageBlock.AllRemovableStorage);
        if (diskWrite == true)
            blocks.Add(StorageBlock.RemovableDiskWrite);
        if (drivers == true)
            blocks.Add(StorageBlock.UsbStorageDrivers);
        var isWhole = deniesAll is not null && diskWrite is not null && drivers is not null;

        var facts = new FactSetBuilder<RemovableStorageFact>();
        facts.Add(new RemovableStorageFact
        {
            ComputerName = collection.ComputerName,
            Source = $"{settings.All.Source}; {settings.Usb.Source}; {settings.Uasp.Source}",
            CanWriteToUsbStorage = blocks.Count > 0 ? false : isWhole ? true : null,
            Blocks = blocks.Count > 0 || isWhole ? blocks.ToArray() : null,
            DeniesAll = deniesAll,
            DeniesDiskRead = settings.Disk.Number("Deny_Read").Flag(whenAbsent: false),
            DeniesDiskWrite = diskWrite,
            DeniesDiskExecute = settings.Disk.Number("Deny_Execute").Flag(whenAbsent: false),
            DeniesOpticalWrite = settings.Optical.Number("Deny_Write").Flag(whenAbsent: false),
            DeniesPortableDeviceWrite = Both(settings.Portable.Number("Deny_Write").Flag(whenAbsent: false), settings.Portable2.Number("Deny_Write").Flag(whenAbsent: false)),
            UsbStorageDriver = usb,
            UaspStorageDriver = uasp,
            RequiresBitLockerToWrite = settings.BitLocker.Number("RDVDenyWriteAccess").Flag(whenAbsent: false),
            DeniesInstallation = settings.Installation.Number("DenyRemovableDevices").Flag(whenAbsent: false),
            AutoRunOff = settings.AutoRun.Number("NoDriveTypeAutoRun").Or(0) is { } kinds ? (kinds & EveryKindOfDrive) == EveryKindOfDrive : null,
        });

        Explain(facts, settings.All.Number("Deny_All"), nameof(RemovableStorageFact.DeniesAll), nameof(RemovableStorageFact.CanWriteToUsbStorage), nameof(RemovableStorageFact.Blocks));
        Explain(facts, settings.Disk.Number("Deny_Write"), nameof(RemovableStorageFact.DeniesDiskWrite), nameof(RemovableStorageFact.CanWriteToUsbStorage), nameof(RemovableStorageFact.Blocks));
        Explain(facts, settings.Disk.Number("Deny_Read"), nameof(RemovableStorageFact.DeniesDiskRead));
        Explain(facts, settings.Disk.Number("Deny_Execute"), nameof(RemovableStorageFact.DeniesDiskExecute));
        Explain(facts, settings.Optical.Number("Deny_Write"), nameof(RemovableStorageFact.DeniesOpticalWrite));
        Explain(facts, settings.Portable.Number("Deny_Write"), nameof(RemovableStorageFact.DeniesPortableDeviceWrite));
        Explain(facts, settings.Portable2.Number("Deny_Write"), nameof(RemovableStorageFact.DeniesPortableDeviceWrite));
        ExplainStart(facts, settings.Usb, usb, nameof(RemovableStorageFact.UsbStorageDriver));
        ExplainStart(facts, settings.Uasp, uasp, nameof(RemovableStorageFact.UaspStorageDriver));
        Explain(facts, settings.BitLocker.Number("RDVDenyWriteAccess"), nameof(RemovableStorageFact.RequiresBitLockerToWrite));
        Explain(facts, settings.Installation.Number("DenyRemovableDevices"), nameof(RemovableStorageFact.DeniesInstallation));
        Explain(facts, settings.AutoRun.Number("NoDriveTypeAutoRun"), nameof(RemovableStorageFact.AutoRunOff));
        return facts.Build();
    }

    private static DriverStart? Start(RegistryRow driver) =>
        Members.Of<DriverStart>(driver.Number("Start").Or((long)DriverStart.NotInstalled));

    private static bool? Both(bool? one, bool? other) => one == false || other == false ? false : one is null || other is null ? null : true;

    private static void Explain(FactSetBuilder<RemovableStorageFact> facts, RegistryAnswer<long?> answer, params string[] properties) =>
        facts.Unread(answer.GapIfUnread, properties);

    private static void ExplainStart(FactSetBuilder<RemovableStorageFact> facts, RegistryRow driver, DriverStart? start, string property)
    {
        var gap = driver.Number("Start").Gap ?? new Gap(GapKind.Unusable, driver.Source, $"Start is {driver.Number("Start").Value}");
        facts.Unread(start is null ? gap : null, property, nameof(RemovableStorageFact.CanWriteToUsbStorage), nameof(RemovableStorageFact.Blocks));
    }
}

/// <summary>The keys that the removable-storage fact is made of.</summary>
internal sealed record StorageSettings(
    RegistryRow All,
    RegistryRow Disk,
    RegistryRow Optical,
    RegistryRow Portable,
    RegistryRow Portable2,
    RegistryRow Usb,
    RegistryRow Uasp,
    RegistryRow BitLocker,
    RegistryRow Installation,
    RegistryRow AutoRun);
