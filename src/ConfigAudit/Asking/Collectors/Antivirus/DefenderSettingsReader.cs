using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Antivirus;

/// <summary>Defender's policy, MSFT_MpPreference and MSFT_MpComputerStatus to its settings.</summary>
internal static class DefenderSettingsReader
{
    public const string PreferenceSource = "root/Microsoft/Windows/Defender:MSFT_MpPreference";
    private const string StatusSource = DefenderStatus.Source;

    public static FactSet<DefenderSettingsFact> Read(
        Collection collection,
        IReadOnlyList<Registration> registrations,
        CimAnswer status,
        ServiceStates services,
        CimAnswer preference,
        DefenderPolicy policy
    )
    {
        var facts = new FactSetBuilder<DefenderSettingsFact>();
        var (preferences, own) = (new SoleInstance(preference, PreferenceSource), new SoleInstance(status, StatusSource));
        var (set, state) = (preferences.Row, own.Row);
        var tamper = state?.Flag("IsTamperProtected");
        var troubled = state is null ? null : Troubled(new DefenderStatus(state));
        facts.Add(
            new DefenderSettingsFact
            {
                ComputerName = collection.ComputerName,
                Source =
                    $"registry:HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Microsoft\\Windows Defender; {PreferenceSource}; {StatusSource}",
                IsActive = IsActive(collection, own, registrations, services),
                DisabledByPolicy = policy.Disabled,
                LocalOverrides = policy.Overrides,
                LocalAdminMerge = !(policy.DisablesMerge ?? set?.Flag("DisableLocalAdminMerge")),
                TamperProtection = tamper,
                RealTimeMonitoring = !set?.Flag("DisableRealtimeMonitoring"),
                BehaviorMonitoring = !set?.Flag("DisableBehaviorMonitoring"),
                ExclusionCount = set is null ? null : ExclusionCount(set),
                SettingsAreCentral =
                    policy.HasOverride == true || tamper == false ? false
                    : policy.HasOverride == false && tamper == true && troubled is null ? true
                    : null,
            }
        );

        facts.Unread(WhyOpen(own), nameof(DefenderSettingsFact.IsActive));
        facts.Unread(policy.DisabledGap, nameof(DefenderSettingsFact.DisabledByPolicy));
        facts.Unread(policy.OverridesGap, nameof(DefenderSettingsFact.LocalOverrides), nameof(DefenderSettingsFact.SettingsAreCentral));
        facts.Unread(troubled, nameof(DefenderSettingsFact.SettingsAreCentral));
        facts.Unread(
            InstanceGap(own, StatusSource),
            nameof(DefenderSettingsFact.TamperProtection),
            nameof(DefenderSettingsFact.SettingsAreCentral)
        );
        if (set is not null && DefenderExclusions.IsHidden(set))
        {
            facts.Unread(
                new Gap(GapKind.Denied, PreferenceSource, DefenderExclusions.Unshown),
                nameof(DefenderSettingsFact.ExclusionCount)
            );
        }

        facts.Unread(
            InstanceGap(preferences, PreferenceSource),
            nameof(DefenderSettingsFact.RealTimeMonitoring),
            nameof(DefenderSettingsFact.BehaviorMonitoring),
            nameof(DefenderSettingsFact.ExclusionCount),
            nameof(DefenderSettingsFact.LocalAdminMerge)
        );
        facts.Unread(policy.MergeGap, nameof(DefenderSettingsFact.LocalAdminMerge));
        return facts.Build();
    }

    /// <summary>What stands against tamper protection: while Defender is in troubleshooting mode, a local administrator changes what it
    /// guards.</summary>
    private static Gap? Troubled(DefenderStatus status) =>
        status.MayBeTroubleshooting
            ? new Gap(
                GapKind.Unusable,
                StatusSource,
                new LocalText(
                    $"IsTamperProtected は true だが、{DefenderStatus.Troubleshooting} が {HostileText.Shown(status.TroubleshootingMode)}。このモードでは、改ざん防止の対象をローカル管理者が変更できる",
                    $"IsTamperProtected is true, and {DefenderStatus.Troubleshooting} is {HostileText.Shown(status.TroubleshootingMode)}: in that mode a local administrator can change what tamper protection guards"
                )
            )
            : null;

    /// <summary>Why what the class tells isn't known: it wasn't read, or this build of Defender doesn't have the property.</summary>
    private static Gap InstanceGap(SoleInstance one, string source) =>
        one.RowGap
        ?? new Gap(
            GapKind.NotSupported,
            source,
            new LocalText("このビルドのMicrosoft Defenderは示さない", "this build of Microsoft Defender doesn't tell")
        );

    /// <summary>Why it isn't known whether Defender is in use: its class doesn't say so clearly, or its service contradicts that.</summary>
    private static Gap WhyOpen(SoleInstance own)
    {
        if (own.Row is null)
            return InstanceGap(own, StatusSource);
        return new DefenderStatus(own.Row) is { IsInUse: null } status
            ? status.Unclear
            : new Gap(
                GapKind.Unusable,
                StatusSource,
                new LocalText(
                    $"Microsoft Defenderは使用中とされているが、サービス {DefenderReader.Service} が実行されていないか、状態を読めない",
                    $"it calls Microsoft Defender in use, and its service {DefenderReader.Service} doesn't run, or tells no state that can be read"
                )
            );
    }

    /// <summary>
    /// What its class says, unless its service is there and isn't seen running. The class can hang beside another product; then the
    /// Security Center and the
    /// service still know that Defender is off. On isn't taken from the Center: registrations are slow.
    /// </summary>
    private static bool? IsActive(
        Collection collection,
        SoleInstance own,
        IReadOnlyList<Registration> registrations,
        ServiceStates services
    )
    {
        var status = own.Row;
        var isSeen = services.Exists(DefenderReader.Service);
        var runs = isSeen ? services.IsRunning(DefenderReader.Service) : null;
        if (status is not null)
            return new DefenderStatus(status).IsInUse is var used && used == true && isSeen && runs != true ? null : used;
        if (IsRemoved(collection, own, services))
            return false;
        var isOffInCenter = registrations.Any(each => each.State is { IsOfWindows: true, Protection: ProtectionState.Off });
        return runs == false || (isOffInCenter && runs is null) ? false : null;
    }

    /// <summary>From a server the feature can be removed: its class and its service are then gone together, and one of them alone is
    /// something else.</summary>
    private static bool IsRemoved(Collection collection, SoleInstance own, ServiceStates services) =>
        collection.Kind is HostKind.Server or HostKind.DomainController
        && own.Gap is { Kind: GapKind.NotPresent }
        && services.Gap is null
        && !services.Exists(DefenderReader.Service);

    /// <summary>A list that is there and null is empty. Only addresses came later, so a row without that list has none of them.</summary>
    private static long? ExclusionCount(CimRow row)
    {
        if (DefenderExclusions.IsHidden(row) || !row.Names.Contains(DefenderExclusions.Lists[0], StringComparer.OrdinalIgnoreCase))
            return null;
        return DefenderExclusions.Lists.Sum(name => (long)(row.Texts(name)?.Count ?? 0));
    }
}
