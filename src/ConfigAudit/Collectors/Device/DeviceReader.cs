using System;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Device;

/// <summary>Win32_Tpm, Win32_DeviceGuard and the Secure Boot state to the device fact.</summary>
internal static class DeviceReader
{
    public const string SecureBootName = "UEFISecureBootEnabled";

    private const string TpmSource = "root/cimv2/Security/MicrosoftTpm:Win32_Tpm";
    private const string GuardSource = "root/Microsoft/Windows/DeviceGuard:Win32_DeviceGuard";

    public static FactSet<DeviceFact> Read(Collection collection, CimAnswer tpm, CimAnswer guard, RegistryRow boot)
    {
        var facts = new FactSetBuilder<DeviceFact>();
        var chip = tpm.Rows.Count > 0 ? tpm.Rows[0] : null;
        var row = guard.Rows.Count > 0 ? guard.Rows[0] : null;
        var secureBoot = boot.Number(SecureBootName);
        var running = row?.Members<SecurityService>("SecurityServicesRunning");
        // An empty class means that there is no TPM; a namespace that isn't there means nothing.
        bool? present = chip is not null ? true : tpm.Gap is null ? false : null;
        facts.Add(new DeviceFact
        {
            ComputerName = collection.ComputerName,
            Source = $"{TpmSource}; {GuardSource}; {boot.Source}",
            TpmPresent = present,
            TpmEnabled = present == false ? false : chip?.Flag("IsEnabled_InitialValue"),
            TpmActivated = present == false ? false : chip?.Flag("IsActivated_InitialValue"),
            TpmVersion = Version.TryParse(chip?.Text("SpecVersion")?.Split(',')[0], out var version) ? version : null,
            SecureBoot = secureBoot.Flag(whenAbsent: false),
            VirtualizationSecurity = row?.Member<VirtualizationSecurity>("VirtualizationBasedSecurityStatus"),
            ServicesRunning = running,
            ServicesConfigured = row?.Members<SecurityService>("SecurityServicesConfigured"),
            CredentialGuard = running?.Contains(SecurityService.CredentialGuard),
            MemoryIntegrity = running?.Contains(SecurityService.MemoryIntegrity),
        });

        facts.Unread(tpm.Gap, nameof(DeviceFact.TpmPresent), nameof(DeviceFact.TpmEnabled), nameof(DeviceFact.TpmActivated), nameof(DeviceFact.TpmVersion));
        facts.Unread(
            tpm.Gap is null ? new Gap(GapKind.Unusable, TpmSource, chip is null ? "there is no TPM" : $"its SpecVersion is '{chip.Text("SpecVersion")}'") : null,
            nameof(DeviceFact.TpmVersion));
        facts.Unread(secureBoot.GapIfUnread, nameof(DeviceFact.SecureBoot));
        facts.Unread(
            guard.Gap ?? (row is null ? new Gap(GapKind.Unusable, GuardSource, "the host answered with no instance") : null),
            nameof(DeviceFact.VirtualizationSecurity), nameof(DeviceFact.ServicesRunning), nameof(DeviceFact.ServicesConfigured),
            nameof(DeviceFact.CredentialGuard), nameof(DeviceFact.MemoryIntegrity));
        return facts.Build();
    }
}
