using System.Linq;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Device;

/// <summary>Rows of Win32_EncryptableVolume to volume facts.</summary>
internal static class VolumeReader
{
    private const string Source = "root/cimv2/Security/MicrosoftVolumeEncryption:Win32_EncryptableVolume";

    /// <summary>The first build whose class tells of kind and conversion too: Windows 10.</summary>
    private const long Windows10 = 10240;

    private static readonly Gap Older = new(
        GapKind.NotSupported,
        Source,
        new LocalText("Windows 10より前は、保護が有効かどうかだけを示す", "a Windows before 10 tells only whether protection is on")
    );
    private static readonly Gap CannotTell = new(
        GapKind.Unusable,
        Source,
        new LocalText(
            "ProtectionStatus が 2（不明）。多くはボリュームがロックされている（暗号化されている）ため。ロックを解除して再度実行してください",
            "ProtectionStatus is 2: Windows can't tell, most often because the volume is locked, and so encrypted. Unlock it and ask again"
        )
    );
    private static readonly Gap NoValue = new(
        GapKind.Unusable,
        Source,
        new LocalText("文書にある値の応答がない", "the host gave no value that there is")
    );

    public static FactSet<VolumeFact> Read(Collection collection, CimAnswer answer)
    {
        var facts = new FactSetBuilder<VolumeFact>();
        var isOlder = collection.Build < Windows10;
        foreach (var row in answer.Rows)
        {
            var kind = Reading<VolumeKind?>.Of(row.Member<VolumeKind>("VolumeType"), isOlder ? Older : NoValue);
            var encryption = Reading<VolumeEncryption?>.Of(row.Member<VolumeEncryption>("ConversionStatus"), isOlder ? Older : NoValue);
            var protection = Protection(row, encryption, isOlder);
            facts.Add(
                new VolumeFact
                {
                    ComputerName = collection.ComputerName,
                    Source = Source,
                    Drive = row.Text("DriveLetter") ?? string.Empty,
                    Kind = facts.Known(nameof(VolumeFact.Kind), kind),
                    Protection = facts.Known(nameof(VolumeFact.Protection), protection),
                    Encryption = facts.Known(nameof(VolumeFact.Encryption), encryption),
                    IsSuspended = facts.Known(nameof(VolumeFact.IsSuspended), IsSuspended(protection, encryption)),
                }
            );
        }

        facts.MayLack(
            answer.Gap?.Kind == GapKind.NotPresent
                ? answer.Gap.Saying(
                    new LocalText(
                        "BitLockerがインストールされていない（機能を追加していないサーバなど）。他の暗号化は確認できない",
                        "BitLocker isn't installed, as on servers without the feature; other encryption can't be seen"
                    )
                )
                : answer.Gap
        );
        // Every Windows runs from a volume, and one whose kind isn't told at all may be it.
        if (
            answer.Gap is null
            && answer.Rows.All(row => row.Has("VolumeType"))
            && facts.Items.All(volume => volume.Kind != VolumeKind.System)
        )
        {
            facts.MayLack(
                new Gap(
                    GapKind.Unusable,
                    Source,
                    new LocalText("起動しているボリュームが示されない", "the host doesn't show the volume that it runs from")
                ),
                new VolumeFact { Kind = VolumeKind.System }
            );
        }

        return facts.Build();
    }

    /// <summary>
    /// ProtectionStatus is kept from earlier (on Windows 11 24H2 it says "on" of a disk that was decrypted), so what it says of protection
    /// counts only where ConversionStatus
    /// says that the volume is encrypted. Asking the method GetProtectionStatus of each volume would be better, which sessions of ours
    /// can't.
    /// </summary>
    private static Reading<VolumeProtection?> Protection(CimRow row, Reading<VolumeEncryption?> encryption, bool isOlder)
    {
        var told = Reading<VolumeProtection?>.Of(row.Member<VolumeProtection>("ProtectionStatus"), NoValue);
        if (told.Value == VolumeProtection.Locked)
            return Reading<VolumeProtection?>.Unknown(CannotTell);
        if (told.Value != VolumeProtection.On || isOlder)
            return told;
        if (encryption.Value is { } state && state != VolumeEncryption.Encrypted)
        {
            return Reading<VolumeProtection?>.Unknown(
                new Gap(
                    GapKind.Unusable,
                    Source,
                    new LocalText(
                        $"ProtectionStatus は 1（有効）だが、ConversionStatus は {(int)state}（{state}）",
                        $"ProtectionStatus is 1 (on), and ConversionStatus is {(int)state} ({state})"
                    )
                )
            );
        }

        // 4294967295 is a method that this Windows doesn't know.
        return row.Has("EncryptionMethod") && row.Number("EncryptionMethod") is not (> 0 and <= uint.MaxValue)
            ? Reading<VolumeProtection?>.Unknown(
                new Gap(
                    GapKind.Unusable,
                    Source,
                    row.Number("EncryptionMethod") == 0
                        ? new LocalText(
                            "ProtectionStatus は 1（有効）だが、EncryptionMethod は 0（暗号化なし）",
                            "ProtectionStatus is 1 (on), and EncryptionMethod is 0 (not encrypted)"
                        )
                        : new LocalText(
                            "ProtectionStatus は 1（有効）だが、EncryptionMethod を読めない",
                            "ProtectionStatus is 1 (on), and EncryptionMethod is there and can't be read"
                        )
                )
            )
            : encryption.Then<VolumeProtection?>(_ => VolumeProtection.On);
    }

    /// <summary>Of a volume whose protection isn't known it isn't known either.</summary>
    private static Reading<bool?> IsSuspended(Reading<VolumeProtection?> protection, Reading<VolumeEncryption?> encryption) =>
        protection.Value switch
        {
            VolumeProtection.On => Reading<bool?>.Of(false),
            VolumeProtection.Off => encryption.Then<bool?>(state => state == VolumeEncryption.Encrypted),
            _ => Reading<bool?>.Unknown(protection.Gaps.Concat(encryption.Gaps).ToArray()),
        };
}
