using System;
using System.Collections.Generic;
using System.Management.Automation;
using ConfigAudit.Facts;
using ConfigAudit.PowerShell.Pipeline;
using ConfigAudit.Telling.Drift;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Tells what changed on hosts, fact by fact, between earlier snapshots and later ones.</summary>
[Cmdlet(VerbsData.Compare, "ConfigAuditSnapshot")]
[OutputType(typeof(FactChange))]
public sealed class CompareConfigAuditSnapshotCommand : AuditCommand
{
    private readonly List<Snapshot> _later = new();

    /// <summary>The earlier snapshots.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [WholeSnapshot]
    [ValidateNotNull]
    [AllowEmptyCollection]
    public Snapshot[] Reference { get; set; } = Array.Empty<Snapshot>();

    /// <summary>The later snapshots.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true)]
    [WholeSnapshot]
    [ValidateNotNull]
    [AllowEmptyCollection]
    public Snapshot[] Difference { get; set; } = Array.Empty<Snapshot>();

    /// <inheritdoc/>
    protected override void ProcessRecord() => _later.AddRange(Difference);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var comparison = new SnapshotComparison(Reference, _later);
        if (comparison.Overtaken > 0)
        {
            WriteWarning(
                Records.Say(
                    $"同じホストのより新しいスナップショットがあるため、{comparison.Overtaken}件のスナップショットは使用しません。",
                    $"{comparison.Overtaken} snapshots are left out, since there is a later one of the same host beside them."
                )
            );
        }

        WriteObject(comparison.Changes(), enumerateCollection: true);
    }
}
