using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Updates;

/// <summary>
/// Whether policy has Microsoft's cloud deliver definitions as soon as it is asked about a file (WindowsDefender.admx, "Allow real-time
/// security intelligence updates based on reports to
/// Microsoft MAPS"), which goes beside every order of sources. Both have to be switched on by policy: what Defender does of itself is no
/// policy.
/// </summary>
internal static class CloudDefinitions
{
    public const string Delivery = "RealtimeSignatureDelivery";
    public const string Reporting = "SpynetReporting";
    public const string ManagedReporting = "AllowCloudProtection";

    public static Reading<bool?> Read(RegistryRow policy, RegistryRow reports, RegistryRow managed) =>
        ReadingExtensions.All(policy.Switch(Delivery, whenAbsent: false), Reports(reports, managed));

    /// <summary>Group policy's, or where it sets nothing device management's. Which of both is in force isn't documented where they
    /// differ.</summary>
    private static Reading<bool?> Reports(RegistryRow policy, RegistryRow managed)
    {
        var own = policy.Choice(Reporting, 0, 0, 1, 2).Then<bool?>(number => number > 0);
        // A recording made before device management was asked doesn't hold it, which contradicts nothing.
        if (own.Value != false || managed.Number(ManagedReporting).Gap is { Kind: GapKind.NotRecorded })
            return own;
        var other = managed.Switch(ManagedReporting, whenAbsent: false);
        return other.Value == true && !policy.Number(Reporting).IsAbsent
            ? Reading<bool?>.Unknown(
                new Gap(
                    GapKind.Unusable,
                    $"{managed.Source}\\{ManagedReporting}",
                    new LocalText(
                        $"デバイス管理ではDefenderがMicrosoftのクラウドに報告するが、{policy.Source}\\{Reporting} は 0",
                        $"device management has Defender report to Microsoft's cloud, and {policy.Source}\\{Reporting} is 0"
                    )
                )
            )
            : other;
    }
}
