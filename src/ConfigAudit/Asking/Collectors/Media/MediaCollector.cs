using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>The ways by which data leaves a host beside the network: removable storage, cloud-sync folders, remote-control
/// programs.</summary>
internal sealed class MediaCollector : Collector
{
    private static readonly RegistryKey SyncRoots = RegistryKey.LocalMachine(
        @"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\SyncRootManager"
    );

    private static readonly CimQuery Drives = new(
        "root/cimv2",
        "Win32_DiskDrive",
        new[] { "InterfaceType", "PNPDeviceID", "Model", "Size" }
    );
    private static readonly CimQuery Service = new("root/cimv2", "Win32_Service", new[] { "Name", "State", "StartMode" });
    private static readonly CimQuery Process = new("root/cimv2", "Win32_Process", new[] { "Name" });

    public override string Area => "Media";

    public override IReadOnlyList<FactType> Facts { get; } =
        new FactType[]
        {
            FactType<RemovableStorageFact>.Instance,
            FactType<StorageDeviceFact>.Instance,
            FactType<SyncRootFact>.Instance,
            FactType<RemoteControlFact>.Instance,
        };

    public override IReadOnlyList<SourceInfo> Sources { get; } =
    [
        .. StorageSettings.Sources,
        new SourceInfo(SyncRoots.Source, Array.Empty<string>()),
        SyncRoot.Info(SyncRoots),
        new SourceInfo(Drives.Source, Drives.Properties),
        new SourceInfo(Service.Source, Service.Properties),
        new SourceInfo(Process.Source, Process.Properties),
    ];

    public override async Task<IReadOnlyList<FactSet>> CollectAsync(Collection collection, CancellationToken token)
    {
        var tools = collection.Catalogs.RemoteTools;
        var drives = collection.Source.QueryAsync(Drives, token);
        var services = collection.Source.QueryNamedAsync(
            Service,
            "Name",
            tools.SelectMany(tool => tool.Services),
            NamedInstances.ServiceOfAll,
            token
        );
        var processes = collection.Source.QueryNamedAsync(
            Process,
            "Name",
            tools.SelectMany(tool => tool.Processes),
            NamedInstances.ProcessOfAll,
            token
        );
        var registry = new Registry(collection.Source);
        var roots = registry.SubkeysAsync(SyncRoots, token);
        var settings = await StorageSettings.ReadAsync(registry, token).ConfigureAwait(false);
        var listed = await roots.ConfigureAwait(false);
        var folders = await Task.WhenAll(
                (listed.Value ?? Array.Empty<string>()).Select(name => SyncRoot.AskAsync(registry, SyncRoots, name, token))
            )
            .ConfigureAwait(false);
        var disks = await drives.ConfigureAwait(false);
        return new FactSet[]
        {
            RemovableStorageReader.Read(collection, settings, StorageDeviceReader.Attached(disks)),
            StorageDeviceReader.Read(collection, Drives, disks),
            SyncRootReader.Read(collection, SyncRoots, listed.GapIfUnread, folders),
            RemoteControlReader.Read(collection, await services.ConfigureAwait(false), await processes.ConfigureAwait(false)),
        };
    }
}
