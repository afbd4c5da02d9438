using System.Management.Automation;
using ConfigAudit.Facts;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the snapshots of files.</summary>
[Cmdlet(VerbsData.Import, "ConfigAuditSnapshot", DefaultParameterSetName = ByPath)]
[OutputType(typeof(Snapshot))]
public sealed class ImportConfigAuditSnapshotCommand : PathCommand
{
    private readonly SnapshotFile _file = new(FactTypes.Shipped);

    private protected override void Read(string path) => WriteObject(_file.Load(path));
}
