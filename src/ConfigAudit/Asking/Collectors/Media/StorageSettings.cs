using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;

namespace ConfigAudit.Asking.Collectors.Media;

/// <summary>The keys that the removable-storage fact is made of.</summary>
internal sealed record StorageSettings
{
    private static readonly RegistryKey Policies = RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Windows");
    private static readonly RegistryKey Storage = Policies.Below("RemovableStorageDevices");
    private static readonly RegistryKey Services = RegistryKey.LocalMachine(@"SYSTEM\CurrentControlSet\Services");

    // The classes of devices, DenyRemovableDevices and the Start values are known from several published scripts, RDVDenyWriteAccess from
    // one, and
    // NoDriveTypeAutoRun was not looked up: all unverified against the administrative templates themselves.
    private static readonly RegistryQuery AllQuery = Numbers(Storage, "Deny_All");
    private static readonly RegistryQuery DiskQuery = Numbers(
        Storage.Below("{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}"),
        "Deny_Read",
        "Deny_Write",
        "Deny_Execute"
    );
    private static readonly RegistryQuery OpticalQuery = Numbers(Storage.Below("{53f56308-b6bf-11d0-94f2-00a0c91efb8b}"), "Deny_Write");
    private static readonly RegistryQuery PortableQuery = Numbers(Storage.Below("{6AC27878-A6FA-4155-BA85-F98F491D4F33}"), "Deny_Write");
    private static readonly RegistryQuery Portable2Query = Numbers(Storage.Below("{F33FDC04-D1AC-4E8E-9A30-19BBD4B108AE}"), "Deny_Write");
    private static readonly RegistryQuery UsbQuery = Numbers(Services.Below("USBSTOR"), "Start");
    private static readonly RegistryQuery UaspQuery = Numbers(Services.Below("UASPStor"), "Start");
    private static readonly RegistryQuery BitLockerQuery = Numbers(
        RegistryKey.LocalMachine(@"SYSTEM\CurrentControlSet\Policies\Microsoft\FVE"),
        "RDVDenyWriteAccess"
    );
    private static readonly RegistryQuery InstallationQuery = Numbers(
        Policies.Below(@"DeviceInstall\Restrictions"),
        "DenyRemovableDevices"
    );
    private static readonly RegistryQuery AutoRunQuery = Numbers(
        RegistryKey.LocalMachine(@"SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer"),
        "NoDriveTypeAutoRun"
    );

    private static readonly RegistryQuery[] Queries =
    {
        AllQuery,
        DiskQuery,
        OpticalQuery,
        PortableQuery,
        Portable2Query,
        UsbQuery,
        UaspQuery,
        BitLockerQuery,
        InstallationQuery,
        AutoRunQuery,
    };

    public static IEnumerable<SourceInfo> Sources => Queries.Select(query => query.Info);

    public required RegistryRow All { get; init; }

    public required RegistryRow Disk { get; init; }

    public required RegistryRow Optical { get; init; }

    public required RegistryRow Portable { get; init; }

    public required RegistryRow Portable2 { get; init; }

    public required RegistryRow Usb { get; init; }

    public required RegistryRow Uasp { get; init; }

    public required RegistryRow BitLocker { get; init; }

    public required RegistryRow Installation { get; init; }

    public required RegistryRow AutoRun { get; init; }

    /// <summary>All are asked before the first is waited for.</summary>
    public static async Task<StorageSettings> ReadAsync(Registry registry, CancellationToken token)
    {
        var asked = Queries.ToDictionary(query => query.Key, query => registry.ReadAsync(query, token));
        await Task.WhenAll(asked.Values).ConfigureAwait(false);
        return new StorageSettings
        {
            All = await asked[AllQuery.Key].ConfigureAwait(false),
            Disk = await asked[DiskQuery.Key].ConfigureAwait(false),
            Optical = await asked[OpticalQuery.Key].ConfigureAwait(false),
            Portable = await asked[PortableQuery.Key].ConfigureAwait(false),
            Portable2 = await asked[Portable2Query.Key].ConfigureAwait(false),
            Usb = await asked[UsbQuery.Key].ConfigureAwait(false),
            Uasp = await asked[UaspQuery.Key].ConfigureAwait(false),
            BitLocker = await asked[BitLockerQuery.Key].ConfigureAwait(false),
            Installation = await asked[InstallationQuery.Key].ConfigureAwait(false),
            AutoRun = await asked[AutoRunQuery.Key].ConfigureAwait(false),
        };
    }

    private static RegistryQuery Numbers(RegistryKey key, params string[] names) => new(key) { Numbers = names };
}
