using System.Management.Automation;
using ConfigAudit.Asking.Collectors.Media;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the ways by which data leaves hosts beside the network: removable storage, cloud-sync folders, remote-control
/// programs.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditMedia", DefaultParameterSetName = ByName)]
[OutputType(
    typeof(RemovableStorageFact),
    typeof(StorageDeviceFact),
    typeof(SyncRootFact),
    typeof(RemoteControlFact),
    typeof(SyncClientFact)
)]
public sealed class GetConfigAuditMediaCommand : FactCommand
{
    /// <summary>The area is fixed.</summary>
    public GetConfigAuditMediaCommand()
        : base("Media") { }
}
