using System;
using System.Collections.Generic;
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
        var (chip, security) = (new SoleInstance(tpm, TpmSource), new SoleInstance(guard, GuardSource));
        // An empty class means that there is no TPM; a namespace that isn't there means nothing.
        var present = Reading<bool?>.Of(chip.IsThere ? true : tpm.Gap is null ? false : null, tpm.Gap);
        var status = security.Read("VirtualizationBasedSecurityStatus", row => row.Member<VirtualizationSecurity>("VirtualizationBasedSecurityStatus"));
        var running = security.Read("SecurityServicesRunning", row => row.Members<SecurityService>("SecurityServicesRunning"));
        facts.Add(new DeviceFact
        {
            ComputerName = collection.ComputerName,
            Source = $"{TpmSource}; {GuardSource}; {boot.Source}",
            TpmPresent = facts.Known(nameof(DeviceFact.TpmPresent), present),
            TpmEnabled = facts.Known(nameof(DeviceFact.TpmEnabled), Flag(chip, present, "IsEnabled_InitialValue")),
            TpmActivated = facts.Known(nameof(DeviceFact.TpmActivated), Flag(chip, present, "IsActivated_InitialValue")),
            TpmVersion = facts.Known(nameof(DeviceFact.TpmVersion), TpmVersion(chip, present)),
            SecureBoot = facts.Known(nameof(DeviceFact.SecureBoot), boot.Switch(SecureBootName, whenAbsent: false)),
            VirtualizationSecurity = facts.Known(nameof(DeviceFact.VirtualizationSecurity), status),
            ServicesRunning = facts.Known(nameof(DeviceFact.ServicesRunning), running),
            ServicesConfigured = facts.Known(
                nameof(DeviceFact.ServicesConfigured), security.Read("SecurityServicesConfigured", row => row.Members<SecurityService>("SecurityServicesConfigured"))),
            CredentialGuard = facts.Known(nameof(DeviceFact.CredentialGuard), Runs(SecurityService.CredentialGuard, running, status)),
            MemoryIntegrity = facts.Known(nameof(DeviceFact.MemoryIntegrity), Runs(SecurityService.MemoryIntegrity, running, status)),
        });
        return facts.Build();
    }

    private static Reading<bool?> Flag(SoleInstance chip, Reading<bool?> present, string property) =>
        present.Value == false ? Reading<bool?>.Of(false) : chip.Read(property, row => row.Flag(property));

    private static Reading<Version> TpmVersion(SoleInstance chip, Reading<bool?> present) => present.Value == false
        ? Reading<Version>.Unknown(new Gap(GapKind.Unusable, TpmSource, "there is no TPM"))
        : chip.Read("SpecVersion", row => row.Text("SpecVersion")).Then(
            text => Version.TryParse(text.Split(',')[0], out var version) ? version : null, new Gap(GapKind.Unusable, TpmSource, "its SpecVersion isn't a version"));

    /// <summary>They live within virtualization-based security: a list that names them while that isn't running contradicts itself.</summary>
    private static Reading<bool?> Runs(SecurityService service, Reading<IReadOnlyList<SecurityService>> running, Reading<VirtualizationSecurity?> status)
    {
        var named = running.Then<bool?>(services => services.Contains(service));
        return named.Value != true ? named : status.Then<bool?>(
            state => state == VirtualizationSecurity.Running ? true : null,
            new Gap(GapKind.Unusable, GuardSource, $"SecurityServicesRunning has {service}, and VirtualizationBasedSecurityStatus is {status.Value}"));
    }
}
