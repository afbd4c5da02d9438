using System;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>The four scan-source policies, which count together: where the build heeds them, and a value of AU switches them on.</summary>
/// <param name="Decides">Whether they, and not dual scan, say where Windows looks.</param>
/// <param name="NamesMicrosoft">Whether one of them names Windows Update.</param>
/// <param name="IsIncomplete">Whether some of the four are missing, which Microsoft doesn't support.</param>
/// <param name="Result">Where they send Windows.</param>
internal sealed record ScanPolicies(
    Reading<bool?> Decides,
    Reading<bool?> NamesMicrosoft,
    Reading<bool?> IsIncomplete,
    Reading<UpdateSource?> Result
)
{
    /// <summary>Windows 10 2004; Server 2022. Server 2016 and 2019 ignore them.</summary>
    private const long OnClients = 19041;

    private const long OnServers = 20348;

    private const string Source = @"registry:HKEY_LOCAL_MACHINE\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate";

    private static readonly Gap Incomplete = new(
        GapKind.NotSupported,
        Source,
        new LocalText(
            "更新元のポリシーが有効だが、4種類の更新の全部には設定されていない。この場合のWindowsの動作は文書にない",
            "scan-source policies are switched on and not set for all four classes of updates: Microsoft doesn't say what Windows does then"
        )
    );

    public static ScanPolicies Of(UpdatePolicyKeys keys, Collection collection)
    {
        var used = ReadingExtensions.All(
            keys.UsesScanSources,
            Heeds(collection, (kind, build) => build >= (kind == HostKind.Client ? OnClients : OnServers))
        );
        var sources = new[] { "Feature", "Quality", "Driver", "Other" }.Select(keys.ScanSourceOf).ToArray();
        var microsoft = ReadingExtensions.All(
            used,
            ReadingExtensions.Any(sources.Select(source => source.Then<bool?>(each => each == ScanSource.WindowsUpdate)).ToArray())
        );
        var incomplete = ReadingExtensions.All(
            used,
            ReadingExtensions.Any(sources.Select(source => source.Then<bool?>(each => each == ScanSource.NotConfigured)).ToArray())
        );
        return new ScanPolicies(used, microsoft, incomplete, ResultOf(sources));
    }

    /// <summary>What depends on the kind of Windows and its build.</summary>
    public static Reading<bool?> Heeds(Collection collection, Func<HostKind, long, bool> says) =>
        Reading<bool?>.Of(
            collection is { Kind: { } kind, Build: { } build } ? says(kind, build) : null,
            new Gap(
                GapKind.NotSupported,
                "root/cimv2:Win32_OperatingSystem",
                new LocalText(
                    "有効なポリシーはビルドによるが、ビルドが分からない",
                    "which policies count depends on the build, and that isn't known"
                )
            )
        );

    private static Reading<UpdateSource?> ResultOf(Reading<ScanSource?>[] sources)
    {
        var unknown = sources.SelectMany(source => source.Gaps).ToArray();
        var values = sources.Select(source => source.Value).ToArray();
        if (unknown.Length > 0)
            return Reading<UpdateSource?>.Unknown(unknown);
        if (values.Contains(ScanSource.NotConfigured))
            return Reading<UpdateSource?>.Unknown(Incomplete);
        return Reading<UpdateSource?>.Of(
            !values.Contains(ScanSource.WindowsUpdate) ? UpdateSource.Wsus
            : values.Contains(ScanSource.Wsus) ? UpdateSource.Mixed
            : UpdateSource.WindowsUpdate
        );
    }
}
