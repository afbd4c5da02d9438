using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Media;

/// <summary>Disks and sync roots to facts.</summary>
internal static class MediaReader
{
    public static FactSet<StorageDeviceFact> Disks(Collection collection, CimQuery query, CimAnswer answer)
    {
        var facts = new FactSetBuilder<StorageDeviceFact>();
        foreach (var row in answer.Rows.Where(IsUsb))
        {
            facts.Add(new StorageDeviceFact
            {
                ComputerName = collection.ComputerName,
                Source = query.Source,
                Model = row.Text("Model"),
                Size = row.Number("Size"),
                UsesUsbStorageDriver = row.Text("PNPDeviceID")?.StartsWith(@"USBSTOR\", StringComparison.OrdinalIgnoreCase),
            });
        }

        facts.MayLack(answer.Gap);
        if (answer.Rows.Any(row => !IsUsb(row) && string.Equals(row.Text("InterfaceType"), "SCSI", StringComparison.OrdinalIgnoreCase)))
        {
            facts.MayLack(
                new Gap(GapKind.NotSupported, query.Source, "a disk tells SCSI, as inner disks do, and USB disks that speak UASP"),
                new StorageDeviceFact { UsesUsbStorageDriver = false });
        }

        facts.Unread(
            new Gap(GapKind.Unusable, query.Source, "the drive doesn't tell, as one without a medium"),
            nameof(StorageDeviceFact.Size), nameof(StorageDeviceFact.Model), nameof(StorageDeviceFact.UsesUsbStorageDriver));
        return facts.Build();
    }

    public static FactSet<SyncRootFact> SyncRoots(Collection collection, RegistryKey key, RegistryAnswer<IReadOnlyList<string>> answer)
    {
        var facts = new FactSetBuilder<SyncRootFact>();
        foreach (var parts in (answer.Value ?? Array.Empty<string>()).Select(name => name.Split('!')))
        {
            facts.Add(new SyncRootFact
            {
                ComputerName = collection.ComputerName,
                Source = key.Source,
                Provider = parts[0],
                User = parts.Length > 1 && parts[1].StartsWith("S-1-", StringComparison.OrdinalIgnoreCase) ? parts[1] : null,
            });
        }

        // Inferred: Windows makes the key when the first client registers, so without it none has. Nothing documents that.
        facts.MayLack(answer.GapIfUnread);
        facts.Unread(new Gap(GapKind.Unusable, key.Source, "the name of the key isn't provider!SID!account"), nameof(SyncRootFact.User));
        return facts.Build();
    }

    // A disk that speaks UASP tells InterfaceType SCSI; its name then begins with SCSI too, and it can't be told from an inner one here.
    private static bool IsUsb(CimRow row) =>
        string.Equals(row.Text("InterfaceType"), "USB", StringComparison.OrdinalIgnoreCase)
        || row.Text("PNPDeviceID")?.StartsWith(@"USBSTOR\", StringComparison.OrdinalIgnoreCase) == true;
}
