using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>The ways by which data leaves a host beside the network: removable storage, cloud-sync folders, remote-control programs.</summary>
internal sealed class MediaCollector : Collector
{
    private static readonly RegistryKey Policies = RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Windows");
    private static readonly RegistryKey Storage = Policies.Below("RemovableStorageDevices");
    private static readonly RegistryKey Services = RegistryKey.LocalMachine(@"SYSTEM\CurrentControlSet\Services");
    private static readonly RegistryKey SyncRoots = RegistryKey.LocalMachine(@"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\SyncRootManager");

    // The classes of devices, DenyRemovableDevices and the Start values are known from several published scripts, RDVDenyWriteAccess from one, and
    // NoDriveTypeAutoRun was not looked up: all unverified against the administrative templates themselves.
    private static readonly RegistryQuery AllClasses = Numbers(Storage, "Deny_All");
    private static readonly RegistryQuery Disk = Numbers(Storage.Below("{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}"), "Deny_Read", "Deny_Write", "Deny_Execute");
    private static readonly RegistryQuery Optical = Numbers(Storage.Below("{53f56308-b6bf-11d0-94f2-00a0c91efb8b}"), "Deny_Write");
    private static readonly RegistryQuery Portable = Numbers(Storage.Below("{6AC27878-A6FA-4155-BA85-F98F491D4F33}"), "Deny_Write");
    private static readonly RegistryQuery Portable2 = Numbers(Storage.Below("{F33FDC04-D1AC-4E8E-9A30-19BBD4B108AE}"), "Deny_Write");
    private static readonly RegistryQuery Usb = Numbers(Services.Below("USBSTOR"), "Start");
    private static readonly RegistryQuery Uasp = Numbers(Services.Below("UASPStor"), "Start");
    private static readonly RegistryQuery BitLocker = Numbers(RegistryKey.LocalMachine(@"SYSTEM\CurrentControlSet\Policies\Microsoft\FVE"), "RDVDenyWriteAccess");
    private static readonly RegistryQuery Installation = Numbers(Policies.Below(@"DeviceInstall\Restrictions"), "DenyRemovableDevices");
    private static readonly RegistryQuery AutoRun = Numbers(RegistryKey.LocalMachine(@"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer"), "NoDriveTypeAutoRun");

    private static readonly CimQuery Drives = new("root/cimv2", "Win32_DiskDrive", new[] { "InterfaceType", "PNPDeviceID", "Model", "Size" });
    private static readonly CimQuery Service = new("root/cimv2", "Win32_Service", new[] { "Name", "State", "StartMode" });
    private static readonly CimQuery Process = new("root/cimv2", "Win32_Process", new[] { "Name" });

    public override string Area => "Media";

    public override IReadOnlyList<FactType> Facts { get; } = new FactType[]
    {
        FactType<RemovableStorageFact>.Instance, FactType<StorageDeviceFact>.Instance, FactType<SyncRootFact>.Instance, FactType<RemoteControlFact>.Instance,
    };

    public override IReadOnlyList<SourceInfo> Sources { get; } = new[]
    {
        AllClasses.Info, Disk.Info, Optical.Info, Portable.Info, Portable2.Info, Usb.Info, Uasp.Info, BitLocker.Info, Installation.Info, AutoRun.Info,
        new SourceInfo(SyncRoots.Source, Array.Empty<string>()),
        SyncRoot.Info(SyncRoots),
        new SourceInfo(Drives.Source, Drives.Properties),
        new SourceInfo(Service.Source, Service.Properties),
        new SourceInfo(Process.Source, Process.Properties),
    };

    public override async Task<IReadOnlyList<FactSet>> CollectAsync(Collection collection, CancellationToken token)
    {
        var tools = collection.Catalogs.RemoteTools;
        var drives = collection.Source.QueryAsync(Drives, token);
        var services = collection.Source.QueryNamedAsync(Service, "Name", tools.SelectMany(tool => tool.Services), NamedInstances.ServiceOfAll, token);
        var processes = collection.Source.QueryNamedAsync(Process, "Name", tools.SelectMany(tool => tool.Processes), NamedInstances.ProcessOfAll, token);
        var registry = new Registry(collection.Source);
        var roots = registry.SubkeysAsync(SyncRoots, token);
        var keys = await Task.WhenAll(new[] { AllClasses, Disk, Optical, Portable, Portable2, Usb, Uasp, BitLocker, Installation, AutoRun }
            .Select(query => registry.ReadAsync(query, token))).ConfigureAwait(false);
        var listed = await roots.ConfigureAwait(false);
        var folders = await Task.WhenAll((listed.Value ?? Array.Empty<string>()).Select(name => SyncRoot.AskAsync(registry, SyncRoots, name, token))).ConfigureAwait(false);
        return new FactSet[]
        {
            RemovableStorageReader.Read(collection, new StorageSettings(keys[0], keys[1], keys[2], keys[3], keys[4], keys[5], keys[6], keys[7], keys[8], keys[9])),
            StorageDeviceReader.Read(collection, Drives, await drives.ConfigureAwait(false)),
            SyncRootReader.Read(collection, SyncRoots, listed.GapIfUnread, folders),
            RemoteControlReader.Read(collection, await services.ConfigureAwait(false), await processes.ConfigureAwait(false)),
        };
    }

    private static RegistryQuery Numbers(RegistryKey key, params string[] names) => new(key) { Numbers = names };
}
