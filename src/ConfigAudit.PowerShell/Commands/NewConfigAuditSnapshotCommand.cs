using System.Collections.Generic;
using System.Management.Automation;
using ConfigAudit.Asking;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Facts;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Asks hosts for everything and emits one snapshot each.</summary>
[Cmdlet(VerbsCommon.New, "ConfigAuditSnapshot", DefaultParameterSetName = ByName)]
[OutputType(typeof(Snapshot))]
public sealed class NewConfigAuditSnapshotCommand : RunCommand
{
    private protected override IReadOnlyList<Collector> Collectors => Collector.All;

    private protected override void Use(Snapshot snapshot, IAuditSink sink) => sink.Output(snapshot);
}
