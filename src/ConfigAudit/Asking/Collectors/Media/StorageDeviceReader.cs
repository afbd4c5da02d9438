using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>Rows of Win32_DiskDrive to the facts of the disks on USB.</summary>
internal static class StorageDeviceReader
{
    public static FactSet<StorageDeviceFact> Read(Collection collection, CimQuery query, CimAnswer answer)
    {
        var facts = new FactSetBuilder<StorageDeviceFact>();
        facts.RestsOn(query.Source);
        answer = Least.One(new LocalText("ディスク", "a disk")).Of(answer, query.Source);
        foreach (var row in answer.Rows.Where(row => IsUsb(row) == true))
        {
            facts.Add(
                new StorageDeviceFact
                {
                    ComputerName = collection.ComputerName,
                    Source = query.Source,
                    Model = row.Text("Model"),
                    Size = row.Number("Size") is >= 0 and var size ? size : null,
                    UsesUsbStorageDriver = row.Named("PNPDeviceID")?.StartsWith(@"USBSTOR\", StringComparison.OrdinalIgnoreCase),
                }
            );
        }

        facts.MayLack(answer.Gap);
        if (answer.Rows.Any(row => IsUsb(row) is null))
        {
            facts.MayLack(
                new Gap(
                    GapKind.Unusable,
                    query.Source,
                    new LocalText("ディスクの接続方式が示されない", "a disk doesn't tell how it is connected")
                )
            );
        }

        if (
            answer.Rows.Any(row =>
                IsUsb(row) != true && string.Equals(row.Text("InterfaceType"), "SCSI", StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            facts.MayLack(
                new Gap(
                    GapKind.NotSupported,
                    query.Source,
                    new LocalText(
                        "ディスクの接続方式がSCSI。内蔵ディスクのほか、UASPのUSBディスクでも同じになる",
                        "a disk tells SCSI, as inner disks do, and USB disks that speak UASP"
                    )
                ),
                new StorageDeviceFact { UsesUsbStorageDriver = false }
            );
        }

        facts.Unread(
            new Gap(
                GapKind.Unusable,
                query.Source,
                new LocalText("ドライブが示さない（媒体のないドライブなど）", "the drive doesn't tell, as one without a medium")
            ),
            nameof(StorageDeviceFact.Size),
            nameof(StorageDeviceFact.Model),
            nameof(StorageDeviceFact.UsesUsbStorageDriver)
        );
        return facts.Build();
    }

    /// <summary>The names of the USB disks that are plugged in.</summary>
    public static IReadOnlyList<string> Attached(CimAnswer answer) =>
        answer.Rows.Where(row => IsUsb(row) == true).Select(row => row.Named("Model") ?? row.Named("PNPDeviceID") ?? "USB").ToArray();

    // A disk that speaks UASP tells InterfaceType SCSI; its name then begins with SCSI too, and it can't be told from an inner one here.
    private static bool? IsUsb(CimRow row)
    {
        var (connection, device) = (row.Named("InterfaceType"), row.Named("PNPDeviceID"));
        if (
            string.Equals(connection, "USB", StringComparison.OrdinalIgnoreCase)
            || device?.StartsWith(@"USBSTOR\", StringComparison.OrdinalIgnoreCase) == true
        )
        {
            return true;
        }

        return connection is null || device is null ? null : false;
    }
}
