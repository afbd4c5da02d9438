using System.Management.Automation;
using ConfigAudit.Asking.Collectors.Device;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits what the security of hosts is rooted in: TPM, Secure Boot, virtualization-based security, BitLocker.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditDevice", DefaultParameterSetName = ByName)]
[OutputType(typeof(DeviceFact), typeof(VolumeFact))]
public sealed class GetConfigAuditDeviceCommand : FactCommand
{
    /// <summary>The area is fixed.</summary>
    public GetConfigAuditDeviceCommand()
        : base("Device") { }
}
