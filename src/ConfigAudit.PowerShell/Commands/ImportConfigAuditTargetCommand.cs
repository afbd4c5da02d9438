using System.Management.Automation;
using ConfigAudit.PowerShell.Pipeline;
using ConfigAudit.Targets;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the hosts of inventory files.</summary>
[Cmdlet(VerbsData.Import, "ConfigAuditTarget", DefaultParameterSetName = ByPath)]
[OutputType(typeof(Target))]
public sealed class ImportConfigAuditTargetCommand : PathCommand
{
    private protected override void Read(string path)
    {
        foreach (var target in InventoryFile.Read(path, bad => WriteError(Records.Of(bad)), remark => WriteWarning(remark.Message)))
            WriteObject(target);
    }
}
