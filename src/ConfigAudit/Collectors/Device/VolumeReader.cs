using ConfigAudit.Facts;
using ConfigAudit.Sessions;

namespace ConfigAudit.Collectors.Device;

/// <summary>Rows of Win32_EncryptableVolume to volume facts.</summary>
internal static class VolumeReader
{
    private const string Source = "root/cimv2/Security/MicrosoftVolumeEncryption:Win32_EncryptableVolume";

    public static FactSet<VolumeFact> Read(Collection collection, CimAnswer answer)
    {
        var facts = new FactSetBuilder<VolumeFact>();
        foreach (var row in answer.Rows)
        {
            var protection = row.Member<VolumeProtection>("ProtectionStatus");
            var encryption = row.Member<VolumeEncryption>("ConversionStatus");
            facts.Add(new VolumeFact
            {
                ComputerName = collection.ComputerName,
                Source = Source,
                Drive = row.Text("DriveLetter") ?? string.Empty,
                Kind = row.Member<VolumeKind>("VolumeType"),
                Protection = protection,
                Encryption = encryption,
                IsSuspended = protection == VolumeProtection.On ? false : protection is null || encryption is null ? null : protection == VolumeProtection.Off && encryption == VolumeEncryption.Encrypted,
            });
        }

        facts.MayLack(answer.Gap?.Kind == GapKind.NotPresent
            ? answer.Gap with { Message = "BitLocker isn't installed, as on servers without the feature; other encryption can't be seen" }
            : answer.Gap);
        facts.Unread(
            new Gap(GapKind.NotSupported, Source, "a Windows before 10 tells only whether protection is on"),
            nameof(VolumeFact.Kind), nameof(VolumeFact.Encryption), nameof(VolumeFact.IsSuspended));
        return facts.Build();
    }
}
