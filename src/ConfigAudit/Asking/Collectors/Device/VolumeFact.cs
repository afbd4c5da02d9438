using System.Collections.Generic;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Device;

/// <summary>
/// A volume that BitLocker could protect: Win32_EncryptableVolume of root/cimv2/Security/MicrosoftVolumeEncryption. Neither key protectors
/// nor recovery
/// passwords are ever asked for. Reading it takes an administrator.
/// </summary>
public sealed record VolumeFact : Fact
{
    /// <summary>Win32_EncryptableVolume.DriveLetter ("C:"); empty for a volume without one.</summary>
    public string? Drive { get; init; }

    /// <summary>Win32_EncryptableVolume.VolumeType. Windows 10 and later tell; older ones don't, and then it is null.</summary>
    public VolumeKind? Kind { get; init; }

    /// <summary>
    /// Win32_EncryptableVolume.ProtectionStatus. On counts only where ConversionStatus says that the volume is encrypted, and
    /// EncryptionMethod doesn't say that it isn't: the
    /// status is kept from earlier, and Windows 11 24H2 says "on" of a disk that was decrypted. Null where they contradict each other, and
    /// where Windows
    /// itself can't tell (2, most often of a locked volume). A Windows before 10 has the status alone.
    /// </summary>
    public VolumeProtection? Protection { get; init; }

    /// <summary>Win32_EncryptableVolume.ConversionStatus. Windows 10 and later tell; older ones don't, and then it is null.</summary>
    public VolumeEncryption? Encryption { get; init; }

    /// <summary>Encrypted, with its key lying open on the disk: protection is off though encryption is complete.</summary>
    public bool? IsSuspended { get; init; }

    internal override IReadOnlyList<Expected> Expected =>
        new[]
        {
            new Expected(
                new LocalText("起動しているボリューム", "a volume that it runs from"),
                new VolumeFact { Kind = VolumeKind.System }
            ),
        };

    internal override string Label => string.IsNullOrEmpty(Drive) ? "(volume without a letter)" : Drive!;
}
