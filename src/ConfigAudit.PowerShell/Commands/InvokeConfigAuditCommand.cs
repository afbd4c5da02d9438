using System.Collections.Generic;
using System.Management.Automation;
using ConfigAudit.Baselines;
using ConfigAudit.Collectors;
using ConfigAudit.Facts;
using ConfigAudit.Findings;
using ConfigAudit.PowerShell.Completion;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Compares hosts, or snapshots of them, with a baseline and emits one finding a check and host.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "ConfigAudit", DefaultParameterSetName = ByName)]
[OutputType(typeof(Finding))]
public sealed class InvokeConfigAuditCommand : RunCommand
{
    private const string BySnapshot = "Snapshot";

    private Baseline _baseline = null!;

    /// <summary>Snapshots, from New-ConfigAuditSnapshot or Import-ConfigAuditSnapshot.</summary>
    [Parameter(ParameterSetName = BySnapshot, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public Snapshot[] Snapshot { get; set; } = System.Array.Empty<Snapshot>();

    /// <summary>The id of a baseline that ships with the module, or the path of a baseline file.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(BaselineCompleter))]
    [ValidateNotNullOrEmpty]
    public string Baseline { get; set; } = string.Empty;

    private protected override IReadOnlyList<Collector> Collectors => Collector.All;

    private protected override Baseline? JudgedBy => _baseline;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _baseline = this.LoadBaseline(Baseline);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == BySnapshot)
        {
            foreach (var snapshot in Snapshot)
                WriteObject(Evaluator.Evaluate(_baseline, snapshot), enumerateCollection: true);
        }
        else
        {
            base.ProcessRecord();
        }
    }

    private protected override void Use(Snapshot snapshot, IAuditSink sink)
    {
        foreach (var finding in Evaluator.Evaluate(_baseline, snapshot))
            sink.Output(finding);
    }
}
