using System.IO;
using System.Management.Automation;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the folder of the examples that travel with the module: a recorded fleet, a municipality with its registers,
/// scripts.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditExample")]
[OutputType(typeof(DirectoryInfo))]
public sealed class GetConfigAuditExampleCommand : AuditCommand
{
    /// <inheritdoc/>
    protected override void EndProcessing() => WriteObject(new DirectoryInfo(ModuleFiles.Examples));
}
