using System.Management.Automation;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the hosts of inventory files.</summary>
[Cmdlet(VerbsData.Import, "ConfigAuditTarget", DefaultParameterSetName = ByPath)]
[OutputType(typeof(Target))]
public sealed class ImportConfigAuditTargetCommand : PathCommand
{
    private protected override void Read(string path)
    {
        var isEmpty = true;
        foreach (var target in InventoryFile.Read(path, bad => WriteError(Records.Of(bad)), remark => WriteWarning(remark.Message)))
        {
            isEmpty = false;
            WriteObject(target);
        }

        // Whoever pipes it on would see nothing at all, as if all were well.
        if (isEmpty)
            WriteWarning(new LocalText($"{path}: ホストが1台も書かれていません。", $"{path} names no host.").ToString());
    }
}
