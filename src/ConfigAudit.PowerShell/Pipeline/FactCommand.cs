using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Asking;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.PowerShell.Completion;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>A cmdlet that emits the facts of one area: by default those of its first kind, so that a table or a CSV has one set of
/// columns.</summary>
public abstract class FactCommand : TargetCommand
{
    private readonly Collector _collector;
    private HashSet<Type> _wanted = new();

    private protected FactCommand(string area) => _collector = Collector.All.Single(collector => collector.Area == area);

    /// <summary>The kinds of fact wanted, of those that the area has.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(FactCompleter))]
    public string[]? Fact { get; set; }

    private IEnumerable<string> FactNames => _collector.Facts.Select(type => type.Name);

    private protected override IReadOnlyList<Collector> Collectors => new[] { _collector };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        _wanted = new HashSet<Type>((Fact ?? new[] { _collector.Facts[0].Name }).Select(Named));
        base.BeginProcessing();
    }

    private protected override void Use(Snapshot snapshot, IAuditSink sink)
    {
        foreach (var fact in snapshot.Facts.Where(fact => _wanted.Contains(fact.GetType())))
            sink.Output(fact);
        if (snapshot.Protocol is null)
            return;
        // The host could be asked, and that alone was told. Nothing emitted would look like nothing there.
        var unread = snapshot
            .Table.Sets.Where(set => _wanted.Contains(set.Type.ClrType))
            .SelectMany(Unread)
            .GroupBy(gap => (gap.Kind, gap.Source))
            .Select(same => same.First());
        foreach (var problem in Audit.Problems(new Target(snapshot.ComputerName), unread))
            sink.Problem(problem);
    }

    /// <summary>
    /// What was asked for and isn't there to emit, but for what is a problem in any cmdlet. Beside what was read, a limit that every host
    /// has is no
    /// news; nor is it that items of a kind of their own, such as other users' connections, can't be seen.
    /// </summary>
    private static IEnumerable<Gap> Unread(FactSet set) =>
        set.SetGaps.Where(gap =>
            !Audit.IsProblem(gap)
            && gap.Unseen is null
            && (set.Facts.Count == 0 || gap.Kind is GapKind.NotPresent or GapKind.NotRecorded or GapKind.Unusable)
        );

    private Type Named(string name)
    {
        var type = _collector.Facts.FirstOrDefault(each => each.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (type is null)
        {
            var bad = new PSArgumentException(
                Records.Say(
                    $"分野 {_collector.Area} に '{name}' という事実はありません。あるのは {string.Join("、", FactNames)} です。",
                    $"The area {_collector.Area} has no fact '{name}'. It has: {string.Join(", ", FactNames)}."
                ),
                nameof(name)
            );
            ThrowTerminatingError(new ErrorRecord(bad, "UnknownFact", ErrorCategory.InvalidArgument, name));
        }

        return type!.ClrType;
    }
}
