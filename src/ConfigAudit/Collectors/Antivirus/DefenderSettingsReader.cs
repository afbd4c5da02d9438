using System;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Antivirus;

/// <summary>Defender's policy, MSFT_MpPreference and MSFT_MpComputerStatus to its settings.</summary>
internal static class DefenderSettingsReader
{
    /// <summary>Defender puts a text in place of the exclusions that it doesn't show: "N/A: Must be an administrator to view exclusions", in several wordings.</summary>
    private const string Hidden = "N/A:";

    private const string PreferenceSource = "root/Microsoft/Windows/Defender:MSFT_MpPreference";
    private const string StatusSource = "root/Microsoft/Windows/Defender:MSFT_MpComputerStatus";

    private static readonly string[] ExclusionLists = { "ExclusionPath", "ExclusionExtension", "ExclusionProcess", "ExclusionIpAddress" };

    public static FactSet<DefenderSettingsFact> Read(Collection collection, CimAnswer? center, CimAnswer status, CimAnswer preference, DefenderPolicy policy)
    {
        var facts = new FactSetBuilder<DefenderSettingsFact>();
        var set = preference.Rows.Count > 0 ? preference.Rows[0] : null;
        var state = status.Rows.Count > 0 ? status.Rows[0] : null;
        var tamper = state?.Flag("IsTamperProtected");
        facts.Add(new DefenderSettingsFact
        {
            ComputerName = collection.ComputerName,
            Source = $"registry:HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows Defender; {PreferenceSource}; {StatusSource}",
            IsActive = IsActive(state) ?? IsOffInCenter(center),
            DisabledByPolicy = policy.Disabled,
            LocalOverrides = policy.Overrides,
            LocalAdminMerge = !(policy.DisablesMerge ?? set?.Flag("DisableLocalAdminMerge")),
            TamperProtection = tamper,
            RealTimeMonitoring = !set?.Flag("DisableRealtimeMonitoring"),
            BehaviorMonitoring = !set?.Flag("DisableBehaviorMonitoring"),
            ExclusionCount = set is null ? null : ExclusionCount(set),
            SettingsAreCentral = policy.HasOverride == true || tamper == false ? false : policy.HasOverride == false && tamper == true ? true : null,
        });

        facts.Unread(policy.DisabledGap, nameof(DefenderSettingsFact.DisabledByPolicy));
        facts.Unread(policy.OverridesGap, nameof(DefenderSettingsFact.LocalOverrides), nameof(DefenderSettingsFact.SettingsAreCentral));
        facts.Unread(
            Lack(status, state, StatusSource),
            nameof(DefenderSettingsFact.IsActive), nameof(DefenderSettingsFact.TamperProtection), nameof(DefenderSettingsFact.SettingsAreCentral));
        if (set is not null && IsHidden(set))
        {
            facts.Unread(
                new Gap(GapKind.Denied, PreferenceSource, "Defender doesn't show its exclusions to this account"),
                nameof(DefenderSettingsFact.ExclusionCount));
        }

        facts.Unread(
            Lack(preference, set, PreferenceSource),
            nameof(DefenderSettingsFact.RealTimeMonitoring), nameof(DefenderSettingsFact.BehaviorMonitoring), nameof(DefenderSettingsFact.ExclusionCount),
            nameof(DefenderSettingsFact.LocalAdminMerge));
        facts.Unread(policy.MergeGap, nameof(DefenderSettingsFact.LocalAdminMerge));
        return facts.Build();
    }

    /// <summary>Why what the class tells isn't known: it wasn't read, or this build of Defender doesn't have the property.</summary>
    private static Gap Lack(CimAnswer answer, CimRow? row, string source) =>
        answer.Gap ?? (row is null
            ? new Gap(GapKind.Unusable, source, "the host answered with no instance")
            : new Gap(GapKind.NotSupported, source, "this build of Microsoft Defender doesn't tell"));

    private static bool? IsActive(CimRow? status)
    {
        if (status is null)
            return null;
        if (status.Text("AMRunningMode") is { } mode)
            return mode == "Normal";
        var service = status.Flag("AMServiceEnabled");
        var antivirus = status.Flag("AntivirusEnabled");
        if (service == false || antivirus == false)
            return false;
        return service == true && antivirus == true ? true : null;
    }

    /// <summary>The class can hang beside another product, and then the Security Center still knows that Defender is off. On isn't taken from it: registrations are slow.</summary>
    private static bool? IsOffInCenter(CimAnswer? center) =>
        center?.Rows.Any(row => row.Number("productState") is { } number && new ProductState(number) is { IsOfWindows: true, Protection: ProtectionState.Off }) == true
            ? false
            : null;

    private static bool IsHidden(CimRow row) =>
        ExclusionLists.Any(name => row.Texts(name)?.Any(text => text.StartsWith(Hidden, StringComparison.OrdinalIgnoreCase)) == true);

    /// <summary>A list that is there and null is empty. Only addresses came later, so a row without that list has none of them.</summary>
    private static long? ExclusionCount(CimRow row)
    {
        if (IsHidden(row) || !row.Names.Contains(ExclusionLists[0], StringComparer.OrdinalIgnoreCase))
            return null;
        return ExclusionLists.Sum(name => (long)(row.Texts(name)?.Count ?? 0));
    }
}
