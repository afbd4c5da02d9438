using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Collectors;
using ConfigAudit.Facts;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>A cmdlet that emits the facts of one area.</summary>
public abstract class FactCommand : TargetCommand
{
    private readonly Collector _collector;

    private protected FactCommand(string area) => _collector = Collector.All.Single(collector => collector.Area == area);

    private protected override IReadOnlyList<Collector> Collectors => new[] { _collector };

    private protected override void Use(Snapshot snapshot, IAuditSink sink)
    {
        foreach (var fact in snapshot.Facts.Where(fact => fact.GetType() == _collector.Facts[0].ClrType))
            sink.Output(fact);
    }
}
