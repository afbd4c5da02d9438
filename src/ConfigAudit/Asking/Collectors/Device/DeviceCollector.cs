using System;
using System.Collections.Generic;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Collectors.Device;

/// <summary>TPM, Secure Boot, virtualization-based security and BitLocker.</summary>
internal sealed class DeviceCollector : Collector
{
    private static readonly CimQuery Tpm = new(
        "root/cimv2/Security/MicrosoftTpm",
        "Win32_Tpm",
        new[] { "IsEnabled_InitialValue", "IsActivated_InitialValue", "SpecVersion" }
    );

    private static readonly CimQuery Guard = new(
        "root/Microsoft/Windows/DeviceGuard",
        "Win32_DeviceGuard",
        new[] { "VirtualizationBasedSecurityStatus", "SecurityServicesRunning", "SecurityServicesConfigured", DeviceReader.Available }
    );

    // All properties: three of the five came with Windows 10, and WMI rejects a query that names one which a host lacks. None of them is a
    // key.
    private static readonly CimQuery Volumes = new(
        "root/cimv2/Security/MicrosoftVolumeEncryption",
        "Win32_EncryptableVolume",
        Array.Empty<string>()
    );

    private static readonly RegistryQuery SecureBoot = new(RegistryKey.LocalMachine(@"SYSTEM\CurrentControlSet\Control\SecureBoot\State"))
    {
        Numbers = new[] { DeviceReader.SecureBootName },
    };

    public override string Area => "Device";

    public override IReadOnlyList<FactType> Facts { get; } =
        new FactType[] { FactType<DeviceFact>.Instance, FactType<VolumeFact>.Instance };

    public override IReadOnlyList<SourceInfo> Sources { get; } =
        new[]
        {
            Tpm.Info,
            Guard.Info,
            new SourceInfo(
                Volumes.Source,
                new[] { "DriveLetter", "VolumeType", "ProtectionStatus", "ConversionStatus", "EncryptionMethod" }
            ),
            SecureBoot.Info,
        };

    public override async Task<IReadOnlyList<FactSet>> CollectAsync(Collection collection, CancellationToken token)
    {
        var tpm = collection.Source.QueryAsync(Tpm, token);
        var guard = collection.Source.QueryAsync(Guard, token);
        var volumes = collection.Source.QueryAsync(Volumes, token);
        var boot = new Registry(collection.Source).ReadAsync(SecureBoot, token);
        return new FactSet[]
        {
            DeviceReader.Read(
                collection,
                await tpm.ConfigureAwait(false),
                await guard.ConfigureAwait(false),
                await boot.ConfigureAwait(false)
            ),
            VolumeReader.Read(collection, await volumes.ConfigureAwait(false)),
        };
    }
}
