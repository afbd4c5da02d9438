using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Device;

/// <summary>Win32_Tpm, Win32_DeviceGuard and the Secure Boot state to the device fact.</summary>
internal static class DeviceReader
{
    public const string SecureBootName = "UEFISecureBootEnabled";
    public const string Available = "AvailableSecurityProperties";

    /// <summary>Of <see cref="Available"/>: Secure Boot.</summary>
    private const long SecureBootAvailable = 2;

    private const string TpmSource = "root/cimv2/Security/MicrosoftTpm:Win32_Tpm";
    private const string GuardSource = "root/Microsoft/Windows/DeviceGuard:Win32_DeviceGuard";

    public static FactSet<DeviceFact> Read(Collection collection, CimAnswer tpm, CimAnswer guard, RegistryRow boot)
    {
        var facts = new FactSetBuilder<DeviceFact>();
        var (chip, security) = (new SoleInstance(tpm, TpmSource), new SoleInstance(guard, GuardSource));
        // An empty class means that there is no TPM; a namespace that isn't there means nothing.
        var present = Reading<bool?>.Of(
            chip.IsThere ? true
                : tpm.Gap is null ? false
                : null,
            tpm.Gap
        );
        var status = security.Read(
            "VirtualizationBasedSecurityStatus",
            row => row.Member<VirtualizationSecurity>("VirtualizationBasedSecurityStatus")
        );
        var running = security.Read("SecurityServicesRunning", row => row.Members<SecurityService>("SecurityServicesRunning"));
        facts.Add(
            new DeviceFact
            {
                ComputerName = collection.ComputerName,
                Source = $"{TpmSource}; {GuardSource}; {boot.Source}",
                TpmPresent = facts.Known(nameof(DeviceFact.TpmPresent), present),
                TpmEnabled = facts.Known(nameof(DeviceFact.TpmEnabled), Enabled(chip, present)),
                TpmActivated = facts.Known(nameof(DeviceFact.TpmActivated), Flag(chip, present, "IsActivated_InitialValue")),
                TpmVersion = facts.Known(nameof(DeviceFact.TpmVersion), TpmVersion(chip, present)),
                SecureBoot = facts.Known(nameof(DeviceFact.SecureBoot), SecureBoot(boot, security.Row)),
                VirtualizationSecurity = facts.Known(nameof(DeviceFact.VirtualizationSecurity), status),
                ServicesRunning = facts.Known(nameof(DeviceFact.ServicesRunning), running),
                ServicesConfigured = facts.Known(
                    nameof(DeviceFact.ServicesConfigured),
                    security.Read("SecurityServicesConfigured", row => row.Members<SecurityService>("SecurityServicesConfigured"))
                ),
                CredentialGuard = facts.Known(nameof(DeviceFact.CredentialGuard), Runs(SecurityService.CredentialGuard, running, status)),
                MemoryIntegrity = facts.Known(nameof(DeviceFact.MemoryIntegrity), Runs(SecurityService.MemoryIntegrity, running, status)),
            }
        );
        return facts.Build();
    }

    /// <summary>A chip that is switched on and not activated takes no order, and one of TPM 2.0 has no such state at all: one of the two
    /// isn't so.</summary>
    private static Reading<bool?> Enabled(SoleInstance chip, Reading<bool?> present)
    {
        var (enabled, activated) = (Flag(chip, present, "IsEnabled_InitialValue"), Flag(chip, present, "IsActivated_InitialValue"));
        if (enabled.Value != true || activated.Value == true)
            return enabled;
        return activated.Value == false
            ? Reading<bool?>.Unknown(
                new Gap(
                    GapKind.Unusable,
                    TpmSource,
                    new LocalText(
                        "IsEnabled_InitialValue は true だが、IsActivated_InitialValue が false",
                        "IsEnabled_InitialValue is true, and IsActivated_InitialValue is false"
                    )
                )
            )
            : activated;
    }

    /// <summary>Secure Boot that is on is there to be had: a list of what is that lacks it says otherwise. Where there is no list, nothing
    /// does.</summary>
    private static Reading<bool?> SecureBoot(RegistryRow boot, CimRow? security)
    {
        var isOn = boot.Switch(SecureBootName, whenAbsent: false);
        return isOn.Value == true && security?.Numbers(Available) is { } properties && !properties.Contains(SecureBootAvailable)
            ? Reading<bool?>.Unknown(
                new Gap(
                    GapKind.Unusable,
                    GuardSource,
                    new LocalText(
                        $"{SecureBootName} は 1 だが、{Available}（{string.Join("、", properties)}）に {SecureBootAvailable}（セキュアブート）がない",
                        $"{SecureBootName} is 1, and {Available} ({string.Join(", ", properties)}) lacks {SecureBootAvailable}, Secure Boot"
                    )
                )
            )
            : isOn;
    }

    private static Reading<bool?> Flag(SoleInstance chip, Reading<bool?> present, string property) =>
        present.Value == false ? Reading<bool?>.Of(false) : chip.Read(property, row => row.Flag(property));

    private static Reading<Version> TpmVersion(SoleInstance chip, Reading<bool?> present) =>
        present.Value == false
            ? Reading<Version>.Unknown(new Gap(GapKind.Unusable, TpmSource, new LocalText("TPMがない", "there is no TPM")))
            : chip.Read("SpecVersion", row => row.Text("SpecVersion"))
                .Then(
                    text => Version.TryParse(text.Split(',')[0], out var version) ? version : null,
                    new Gap(
                        GapKind.Unusable,
                        TpmSource,
                        new LocalText("SpecVersion がバージョンではない", "its SpecVersion isn't a version")
                    )
                );

    /// <summary>They live within virtualization-based security: a list that names them while that isn't running contradicts
    /// itself.</summary>
    private static Reading<bool?> Runs(
        SecurityService service,
        Reading<IReadOnlyList<SecurityService>> running,
        Reading<VirtualizationSecurity?> status
    )
    {
        var named = running.Then<bool?>(services => services.Contains(service));
        return named.Value != true
            ? named
            : status.Then<bool?>(
                state => state == VirtualizationSecurity.Running ? true : null,
                new Gap(
                    GapKind.Unusable,
                    GuardSource,
                    new LocalText(
                        $"SecurityServicesRunning に {service} があるが、VirtualizationBasedSecurityStatus は {status.Value}",
                        $"SecurityServicesRunning has {service}, and VirtualizationBasedSecurityStatus is {status.Value}"
                    )
                )
            );
    }
}
