using System;
using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Device;

/// <summary>
/// What a host's security is rooted in: its TPM (Win32_Tpm), Secure Boot and virtualization-based security (Win32_DeviceGuard). Keys and
/// their owner
/// authorisation are never read. Reading the two classes takes an administrator.
/// </summary>
public sealed record DeviceFact : Fact
{
    private const string Tpm = "root/cimv2/Security/MicrosoftTpm:Win32_Tpm";
    private const string Guard = "root/Microsoft/Windows/DeviceGuard:Win32_DeviceGuard";
    private const string Boot = @"registry:HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Control\SecureBoot\State";

    /// <summary>Whether Windows sees a TPM: Win32_Tpm of root/cimv2/Security/MicrosoftTpm has an instance.</summary>
    [ReadFrom(Tpm)]
    public bool? TpmPresent { get; init; }

    /// <summary>Win32_Tpm.IsEnabled_InitialValue: as it was when the instance was made, which is when it was asked. False without a TPM.
    /// Null where it is true of one that isn't activated.</summary>
    [ReadFrom(Tpm)]
    public bool? TpmEnabled { get; init; }

    /// <summary>Win32_Tpm.IsActivated_InitialValue. False without a TPM.</summary>
    [ReadFrom(Tpm)]
    public bool? TpmActivated { get; init; }

    /// <summary>The TPM specification that it is made to: the first part of Win32_Tpm.SpecVersion ("2.0, 0, 1.38"). Null for "Not
    /// Supported", and without a TPM.</summary>
    [ReadFrom(Tpm)]
    public Version? TpmVersion { get; init; }

    /// <summary>
    /// UEFISecureBootEnabled of <c>HKLM\SYSTEM\CurrentControlSet\Control\SecureBoot\State</c>. False where the key isn't there, as on
    /// machines that boot by
    /// a legacy BIOS. Null where it is 1 and Win32_DeviceGuard.AvailableSecurityProperties is told and lacks 2 (Secure Boot).
    /// </summary>
    [ReadFrom(Boot, Guard)]
    public bool? SecureBoot { get; init; }

    /// <summary>Win32_DeviceGuard.VirtualizationBasedSecurityStatus.</summary>
    [ReadFrom(Guard)]
    public VirtualizationSecurity? VirtualizationSecurity { get; init; }

    /// <summary>Win32_DeviceGuard.SecurityServicesRunning. What is configured, or what the hardware could do, isn't in here.</summary>
    [ReadFrom(Guard)]
    public IReadOnlyList<SecurityService>? ServicesRunning { get; init; }

    /// <summary>Win32_DeviceGuard.SecurityServicesConfigured: meant to run after the next start.</summary>
    [ReadFrom(Guard)]
    public IReadOnlyList<SecurityService>? ServicesConfigured { get; init; }

    /// <summary>Whether Credential Guard runs: it is among <see cref="ServicesRunning"/>, and <see cref="VirtualizationSecurity"/>
    /// runs.</summary>
    [ReadFrom(Guard)]
    public bool? CredentialGuard { get; init; }

    /// <summary>Whether memory integrity (hypervisor-protected code integrity, HVCI) runs: likewise.</summary>
    [ReadFrom(Guard)]
    public bool? MemoryIntegrity { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[] { new Expected(new LocalText("機器", "a device that it runs on"), new DeviceFact()) };

    internal override string Label => "device";
}
