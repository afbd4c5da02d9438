using System;
using System.Linq;
using ConfigAudit.Asking.Collectors.Device;
using ConfigAudit.Facts;
using Xunit;

namespace ConfigAudit.Tests.Asking.Collectors;

/// <summary>TPM, Secure Boot, virtualization-based security and BitLocker.</summary>
public sealed class DeviceTests
{
    private const string Tpm = "root/cimv2/Security/MicrosoftTpm";
    private const string Guard = "root/Microsoft/Windows/DeviceGuard";
    private const string BitLocker = "root/cimv2/Security/MicrosoftVolumeEncryption";
    private const string SecureBoot = @"HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecureBoot\\State";

    [Theory]
    [InlineData("2.0, 0, 1.38", "2.0")]
    [InlineData("1.2, 2, 3", "1.2")]
    [InlineData("Not Supported", null)]
    public void The_first_part_of_SpecVersion_is_the_specification(string text, string? version)
    {
        var device = Device(
            $$""" "instances": { "{{Tpm}}": { "Win32_Tpm": [ { "IsEnabled_InitialValue": true, "IsActivated_InitialValue": true, "SpecVersion": "{{text}}" } ] } } """
        );
        Assert.True(device.TpmPresent);
        Assert.Equal(version is null ? null : Version.Parse(version), device.TpmVersion);
    }

    [Fact]
    public void A_TPM_class_without_instances_is_a_machine_without_a_TPM()
    {
        var device = Device($$""" "instances": { "{{Tpm}}": { "Win32_Tpm": [] } } """);
        Assert.False(device.TpmPresent);
        Assert.False(device.TpmEnabled);
        Assert.Null(device.TpmVersion);
    }

    [Fact]
    public void A_TPM_namespace_that_is_not_there_says_nothing_of_the_TPM()
    {
        var snapshot = Snapshot($$""" "instances": {}, "absent": [ "{{Tpm}}" ] """);
        Assert.Null(snapshot.Of<DeviceFact>().Single().TpmPresent);
        Assert.Contains(
            snapshot.GapsIn<DeviceFact>(),
            gap => gap.Property == nameof(DeviceFact.TpmPresent) && gap.Kind == GapKind.NotPresent
        );
    }

    [Fact]
    public void Without_the_rights_of_an_administrator_the_gaps_say_so()
    {
        var snapshot = Snapshot(
            $$""" "instances": {}, "failures": { "{{Tpm}}": "denied", "{{Guard}}": "denied", "{{BitLocker}}": "denied" } """
        );
        var device = snapshot.Of<DeviceFact>().Single();
        Assert.Null(device.TpmEnabled);
        Assert.Null(device.CredentialGuard);
        Assert.Contains(
            snapshot.GapsIn<DeviceFact>(),
            gap => gap.Property == nameof(DeviceFact.CredentialGuard) && gap.Kind == GapKind.Denied
        );
        Assert.Equal(GapKind.Denied, Assert.Single(snapshot.GapsIn<VolumeFact>(), gap => gap.Property is null).Kind);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(0, false)]
    public void Secure_Boot_as_the_firmware_said_it(int value, bool on) =>
        Assert.Equal(
            on,
            Device(
                $$""" "registry": { "{{SecureBoot}}": { "UEFISecureBootEnabled": { "type": "REG_DWORD", "data": {{value}} } } } """
            ).SecureBoot
        );

    [Fact]
    public void A_machine_that_boots_by_a_legacy_BIOS_has_no_key_and_so_no_Secure_Boot() =>
        Assert.False(Device($$""" "instances": {}, "absent": [ "registry:{{SecureBoot}}" ] """).SecureBoot);

    [Fact]
    public void A_Secure_Boot_state_that_was_not_recorded_is_not_off() => Assert.Null(Device(""" "instances": {} """).SecureBoot);

    [Fact]
    public void What_the_hardware_could_do_is_not_what_runs()
    {
        var device = Device(
            $$""" "instances": { "{{Guard}}": { "Win32_DeviceGuard": [ { "AvailableSecurityProperties": [1, 2, 3], "SecurityServicesConfigured": [1, 2], "SecurityServicesRunning": [0], "VirtualizationBasedSecurityStatus": 1 } ] } } """
        );
        Assert.Equal(VirtualizationSecurity.NotRunning, device.VirtualizationSecurity);
        Assert.Empty(device.ServicesRunning!);
        Assert.Equal(new[] { SecurityService.CredentialGuard, SecurityService.MemoryIntegrity }, device.ServicesConfigured);
        Assert.False(device.CredentialGuard);
        Assert.False(device.MemoryIntegrity);
    }

    [Fact]
    public void A_service_of_a_Windows_to_come_is_left_out_and_the_known_ones_stay() =>
        Assert.Equal(
            new[] { SecurityService.MemoryIntegrity },
            Device(
                $$""" "instances": { "{{Guard}}": { "Win32_DeviceGuard": [ { "SecurityServicesRunning": [2, 99], "VirtualizationBasedSecurityStatus": 2 } ] } } """
            ).ServicesRunning
        );

    [Theory]
    [InlineData("[1, null]")]
    [InlineData("[\"HVCI\"]")]
    public void A_service_that_can_not_be_read_may_be_any(string running)
    {
        var snapshot = Snapshot(
            $$""" "instances": { "{{Guard}}": { "Win32_DeviceGuard": [ { "SecurityServicesRunning": {{running}}, "VirtualizationBasedSecurityStatus": 2 } ] } } """
        );
        Assert.Null(snapshot.Of<DeviceFact>().Single().MemoryIntegrity);
        Assert.Contains(
            snapshot.GapsIn<DeviceFact>(),
            gap => gap.Property == nameof(DeviceFact.MemoryIntegrity) && gap.Kind == GapKind.Unusable
        );
    }

    [Fact]
    public void An_array_of_one_arrives_over_WS_Management_as_a_text_alone() =>
        Assert.True(
            Device(
                $$""" "instances": { "{{Guard}}": { "Win32_DeviceGuard": [ { "SecurityServicesRunning": "2", "VirtualizationBasedSecurityStatus": "2" } ] } } """
            ).MemoryIntegrity
        );

    [Theory]
    [InlineData(1, 1, VolumeProtection.On, false)]
    [InlineData(0, 1, VolumeProtection.Off, true)]
    [InlineData(0, 0, VolumeProtection.Off, false)]
    [InlineData(0, 2, VolumeProtection.Off, false)]
    public void An_encrypted_volume_whose_protection_is_suspended_is_not_protected(
        int status,
        int conversion,
        VolumeProtection protection,
        bool suspended
    )
    {
        var volume = Volume(
            $$"""{ "DriveLetter": "C:", "VolumeType": 0, "ProtectionStatus": {{status}}, "ConversionStatus": {{conversion}} }"""
        );
        Assert.Equal(protection, volume.Protection);
        Assert.Equal(suspended, volume.IsSuspended);
    }

    [Fact]
    public void A_locked_volume_is_neither_on_nor_off()
    {
        var snapshot = Snapshot(
            $$""" "instances": { "{{BitLocker}}": { "Win32_EncryptableVolume": [ { "DriveLetter": "E:", "VolumeType": 1, "ProtectionStatus": 2, "ConversionStatus": null } ] } } """
        );
        var volume = snapshot.Of<VolumeFact>().Single();
        Assert.Null(volume.Protection);
        Assert.Null(volume.IsSuspended);
        Assert.Contains(
            snapshot.GapsIn<VolumeFact>(),
            gap => gap.Property == nameof(VolumeFact.Protection) && gap.Message.Contains("locked")
        );
    }

    [Fact]
    public void A_Windows_that_tells_only_of_protection_leaves_the_rest_unknown()
    {
        var snapshot = Snapshot(
            $$""" "instances": { "{{BitLocker}}": { "Win32_EncryptableVolume": [ { "DriveLetter": "C:", "ProtectionStatus": 0 } ] } } """
        );
        Assert.Null(snapshot.Of<VolumeFact>().Single().IsSuspended);
        Assert.Contains(snapshot.GapsIn<VolumeFact>(), gap => gap.Property == nameof(VolumeFact.Encryption));
    }

    [Fact]
    public void Volumes_without_a_letter_and_removable_ones_are_told_as_such()
    {
        var snapshot = Snapshot(
            $$""" "instances": { "{{BitLocker}}": { "Win32_EncryptableVolume": [ { "DriveLetter": null, "VolumeType": 1, "ProtectionStatus": 0 }, { "DriveLetter": "E:", "VolumeType": 2, "ProtectionStatus": 0 } ] } } """
        );
        Assert.Equal(new[] { string.Empty, "E:" }, snapshot.Of<VolumeFact>().Select(volume => volume.Drive));
        Assert.Equal(VolumeKind.Portable, snapshot.Of<VolumeFact>()[1].Kind);
    }

    [Fact]
    public void A_server_without_the_BitLocker_feature_is_said_to_be_one()
    {
        var gap = Assert.Single(Snapshot($$""" "instances": {}, "absent": [ "{{BitLocker}}" ] """).GapsIn<VolumeFact>());
        Assert.Equal(GapKind.NotPresent, gap.Kind);
        Assert.Contains("without the feature", gap.Message);
    }

    private static VolumeFact Volume(string row) =>
        Snapshot($$""" "instances": { "{{BitLocker}}": { "Win32_EncryptableVolume": [ {{row}} ] } } """).Of<VolumeFact>().Single();

    private static DeviceFact Device(string recording) => Snapshot(recording).Of<DeviceFact>().Single();

    private static Snapshot Snapshot(string members) =>
        Machine.Answering(
            $$"""{ "recordedAt": "2026-11-01T00:00:00Z", {{(members.Contains("\"instances\"") ? "" : "\"instances\": {}, ")}} {{members}} }"""
        );
}
