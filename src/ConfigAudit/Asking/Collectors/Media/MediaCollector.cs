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

    public override string Area => "Media";

    public override IReadOnlyList<FactType> Facts { get; } =
        new FactType[]
        {
            FactType<RemovableStorageFact>.Instance,
            FactType<StorageDeviceFact>.Instance,
            FactType<SyncRootFact>.Instance,
            FactType<RemoteControlFact>.Instance,
            FactType<SyncClientFact>.Instance,
        };

    public override IReadOnlyList<SourceInfo> Sources { get; } =
    [
        .. StorageSettings.Sources,
        new SourceInfo(SyncRoots.Source, Array.Empty<string>()),
        SyncRoot.Info(SyncRoots),
        Drives.Info,
        ProgramAnswers.Service.Info,
        ProgramAnswers.Process.Info,
    ];

    public override async Task<IReadOnlyList<FactSet>> CollectAsync(Collection collection, CancellationToken token)
    {
        var drives = collection.Source.QueryAsync(Drives, token);
        var tools = ProgramAnswers.AskAsync(collection.Source, collection.Catalogs.RemoteTools, token);
        var clients = ProgramAnswers.AskAsync(collection.Source, collection.Catalogs.SyncClients, token);
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
            RemoteControlReader.Read(collection, await tools.ConfigureAwait(false)),
            SyncClientReader.Read(collection, await clients.ConfigureAwait(false)),
        };
    }
}
