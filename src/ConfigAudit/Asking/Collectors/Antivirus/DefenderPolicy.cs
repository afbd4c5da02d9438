using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>
/// The policy values of Microsoft Defender that say what is switched off, and what may be changed on the host. The names are those of the
/// administrative
/// template (WindowsDefender.admx).
/// </summary>
internal sealed class DefenderPolicy
{
    private const string Merge = "DisableLocalAdminMerge";
    private const string Override = "LocalSettingOverride";

    private static readonly RegistryKey Root = RegistryKey.LocalMachine(@"SOFTWARE\Policies\Microsoft\Windows Defender");

    private static readonly RegistryQuery[] Queries =
    {
        new(Root) { Numbers = new[] { "DisableAntiSpyware", "DisableAntiVirus", Merge } },
        new(Root.Below("Real-Time Protection"))
        {
            Numbers = new[]
            {
                "DisableRealtimeMonitoring",
                "DisableBehaviorMonitoring",
                "DisableOnAccessProtection",
                "DisableIOAVProtection",
                "DisableScriptScanning",
                Override + "DisableBehaviorMonitoring",
                Override + "DisableOnAccessProtection",
                Override + "DisableIOAVProtection",
                Override + "DisableRealtimeMonitoring",
                Override + "RealtimeScanDirection",
            },
        },
        new(Root.Below("Scan"))
        {
            Numbers = new[]
            {
                Override + "AvgCPULoadFactor",
                Override + "ScanParameters",
                Override + "ScheduleDay",
                Override + "ScheduleQuickScanTime",
                Override + "ScheduleTime",
            },
        },
        new(Root.Below("Spynet")) { Numbers = new[] { Override + "SpynetReporting" } },
        new(Root.Below("Quarantine")) { Numbers = new[] { Override + "PurgeItemsAfterDelay" } },
        new(Root.Below("Remediation")) { Numbers = new[] { Override + "Scan_ScheduleTime" } },
    };

    private readonly IReadOnlyList<(string Name, string Place, RegistryAnswer<long?> Answer)> _values;

    private DefenderPolicy(IReadOnlyList<RegistryRow> rows) =>
        _values = Queries
            .Zip(rows, (query, row) => query.Numbers.Select(name => (name, row.Source, row.Number(name))))
            .SelectMany(each => each)
            .ToArray();

    public static IEnumerable<SourceInfo> Sources => Queries.Select(query => query.Info);

    /// <summary>The switches that are set; null when a value couldn't be read.</summary>
    public IReadOnlyList<string>? Disabled => GapOf(IsSwitch) is null ? Set(IsSwitch) : null;

    /// <summary>The overrides that are set; null when a value couldn't be read.</summary>
    public IReadOnlyList<string>? Overrides => GapOf(IsOverride) is null ? Set(IsOverride) : null;

    /// <summary>Whether there is an override: known as soon as one was seen.</summary>
    public bool? HasOverride =>
        Set(IsOverride).Length > 0 ? true
        : GapOf(IsOverride) is null ? false
        : null;

    /// <summary>Whether policy keeps local administrators' exclusions out, or lets them in; null where it doesn't say.</summary>
    public bool? DisablesMerge => _values.Single(value => value.Name == Merge).Answer.Value is { } number ? number != 0 : null;

    /// <summary>Of these switches those that are set, each with the place where.</summary>
    public IEnumerable<(string Name, string Place)> SetPlaces(IReadOnlyCollection<string> names) =>
        _values
            .Where(value => names.Contains(value.Name) && value.Answer.Flag(whenAbsent: false) == true)
            .Select(value => (value.Name, $"{value.Place}\\{value.Name}"));

    public Gap? DisabledGap => GapOf(IsSwitch);

    public Gap? OverridesGap => GapOf(IsOverride);

    public Gap? MergeGap => _values.Single(value => value.Name == Merge).Answer.Gap;

    public static async Task<DefenderPolicy> AskAsync(ICimSource source, CancellationToken token)
    {
        var registry = new Registry(source);
        return new DefenderPolicy(await Task.WhenAll(Queries.Select(query => registry.ReadAsync(query, token))).ConfigureAwait(false));
    }

    private static bool IsOverride(string name) => name.StartsWith(Override, StringComparison.Ordinal);

    private static bool IsSwitch(string name) => !IsOverride(name) && name != Merge;

    /// <summary>A policy that isn't there isn't configured, which for each of these values is the same as 0.</summary>
    private string[] Set(Func<string, bool> wanted) =>
        _values.Where(value => wanted(value.Name) && value.Answer.Flag(whenAbsent: false) == true).Select(value => value.Name).ToArray();

    private Gap? GapOf(Func<string, bool> wanted) =>
        _values.Where(value => wanted(value.Name)).Select(value => value.Answer.GapIfUnread).FirstOrDefault(gap => gap is not null);
}
