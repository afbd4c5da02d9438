using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.OperatingSystem;

/// <summary>Who the host is and which Windows it runs. Asked before every other area: those need to know client from server.</summary>
internal sealed class OperatingSystemCollector : Collector
{
    private static readonly CimQuery System = new(
        "root/cimv2",
        "Win32_OperatingSystem",
        new[]
        {
            "CSName",
            "Caption",
            "Version",
            "BuildNumber",
            "ProductType",
            "OperatingSystemSKU",
            "InstallDate",
            "LastBootUpTime",
            "LocalDateTime",
        }
    );

    private static readonly CimQuery Computer = new(
        "root/cimv2",
        "Win32_ComputerSystem",
        new[] { "Name", "DNSHostName", "Domain", "PartOfDomain" }
    );

    private static readonly CimQuery Adapters = new("root/cimv2", "Win32_NetworkAdapterConfiguration", new[] { "IPAddress" });

    private static readonly RegistryKey CurrentVersion = RegistryKey.LocalMachine(@"SOFTWARE\Microsoft\Windows NT\CurrentVersion");

    public override string Area => "OperatingSystem";

    public override IReadOnlyList<FactType> Facts { get; } =
        new FactType[] { FactType<OperatingSystemFact>.Instance, FactType<HostFact>.Instance };

    public override IReadOnlyList<SourceInfo> Sources { get; } =
        new[]
        {
            System.Info,
            Computer.Info,
            Adapters.Info,
            new SourceInfo(
                CurrentVersion.Source,
                new[] { "UBR", "DisplayVersion", "ReleaseId", "EditionID", "CurrentBuild", "CurrentBuildNumber" }
            ),
        };

    public override async Task<IReadOnlyList<FactSet>> CollectAsync(Collection collection, CancellationToken token)
    {
        var registry = new Registry(collection.Source);
        var system = collection.Source.QueryAsync(System, token);
        var computer = collection.Source.QueryAsync(Computer, token);
        var adapters = collection.Source.QueryAsync(Adapters, token);
        var revision = registry.NumberAsync(CurrentVersion, "UBR", token);
        var release = registry.TextAsync(CurrentVersion, "DisplayVersion", token);
        var releaseId = registry.TextAsync(CurrentVersion, "ReleaseId", token);
        var edition = registry.TextAsync(CurrentVersion, "EditionID", token);
        var build = registry.TextAsync(CurrentVersion, "CurrentBuild", token);
        var buildNumber = registry.TextAsync(CurrentVersion, "CurrentBuildNumber", token);
        await Task.WhenAll(system, computer, adapters, revision, release, releaseId, edition, build, buildNumber).ConfigureAwait(false);

        var version = new WindowsVersionValues(
            await revision.ConfigureAwait(false),
            await release.ConfigureAwait(false),
            await releaseId.ConfigureAwait(false)
        )
        {
            EditionId = await edition.ConfigureAwait(false),
            CurrentBuild = await build.ConfigureAwait(false),
            CurrentBuildNumber = await buildNumber.ConfigureAwait(false),
        };
        var systemAnswer = await system.ConfigureAwait(false);
        return new FactSet[]
        {
            OperatingSystemReader.Read(collection, systemAnswer, version),
            HostReader.Read(collection, systemAnswer, await computer.ConfigureAwait(false), await adapters.ConfigureAwait(false)),
        };
    }
}

/// <summary>What the CurrentVersion key said.</summary>
internal sealed record WindowsVersionValues(
    RegistryAnswer<long?> Revision,
    RegistryAnswer<string> DisplayVersion,
    RegistryAnswer<string> ReleaseId
)
{
    /// <summary>The edition, in a word that is never localised. This and the builds are only held against what WMI says: where there is
    /// none, or nobody could ask, nothing is contradicted; where it is there and can't be read, nobody knows.</summary>
    public RegistryAnswer<string>? EditionId { get; init; }

    /// <summary>Windows before Vista says here that it is obsolete.</summary>
    public RegistryAnswer<string>? CurrentBuild { get; init; }

    public RegistryAnswer<string>? CurrentBuildNumber { get; init; }
}
