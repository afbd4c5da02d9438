using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Baselines;
using ConfigAudit.Collectors;
using ConfigAudit.Facts;
using ConfigAudit.Files;
using ConfigAudit.Findings;
using ConfigAudit.PowerShell.Completion;
using ConfigAudit.PowerShell.Pipeline;
using ConfigAudit.Registers;
using ConfigAudit.Statements;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Compares hosts, or snapshots of them, with a baseline and emits one finding a check and host.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "ConfigAudit", DefaultParameterSetName = ByName)]
[OutputType(typeof(Finding))]
public sealed class InvokeConfigAuditCommand : RunCommand
{
    private const string BySnapshot = "Snapshot";

    private Baseline _baseline = null!;
    private readonly Sightings _seen = new();
    private RegisterSet? _registers;
    private StatementSet _statements = null!;

    /// <summary>Snapshots, from New-ConfigAuditSnapshot or Import-ConfigAuditSnapshot.</summary>
    [Parameter(ParameterSetName = BySnapshot, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public Snapshot[] Snapshot { get; set; } = System.Array.Empty<Snapshot>();

    /// <summary>The id of a baseline that ships with the module, or the path of a baseline file; of several, a later one changes what an earlier one says.</summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(BaselineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Baseline { get; set; } = System.Array.Empty<string>();

    /// <summary>The organisation's registers: files, or folders of them. Hosts are held against them, and so is the organisation itself.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] RegisterPath { get; set; } = System.Array.Empty<string>();

    /// <summary>Files of waivers, from New-ConfigAuditWaiver, or folders of them. A waiver stands beside an outcome and never replaces it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] WaiverPath { get; set; } = System.Array.Empty<string>();

    /// <summary>Files of attestations, from Set-ConfigAuditAttestation, or folders of them. An attestation stands beside an outcome and never replaces it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] AttestationPath { get; set; } = System.Array.Empty<string>();

    /// <summary>The day for which reviews, waivers and attestations are judged; today, when left out.</summary>
    [Parameter]
    public System.DateTime AsOf { get; set; } = System.DateTime.Today;

    private protected override IReadOnlyList<Collector> Collectors => Collector.All;

    private protected override Baseline? JudgedBy => _baseline;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _baseline = this.LoadBaseline(Baseline);
        if (RegisterPath.Length > 0)
            _registers = RegisterSet.Load(RegisterPath.SelectMany(ResolveExisting), Report, AsOf);
        _statements = new StatementSet(Read(WaiverPath, StatementFile.ReadWaivers), Read(AttestationPath, StatementFile.ReadAttestations), AsOf);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == BySnapshot)
        {
            foreach (var snapshot in Snapshot)
                WriteObject(Judge(snapshot), enumerateCollection: true);
        }
        else
        {
            base.ProcessRecord();
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (_registers is not null)
            WriteObject(Evaluator.Evaluate(_baseline, _registers.Snapshot(_seen)).Select(_statements.Beside), enumerateCollection: true);
        foreach (var unused in _statements.Unused)
            WriteWarning(unused);
    }

    private protected override void Use(Snapshot snapshot, IAuditSink sink)
    {
        foreach (var finding in Judge(snapshot))
            sink.Output(finding);
    }

    private IEnumerable<Finding> Judge(Snapshot snapshot)
    {
        var findings = Evaluator.Evaluate(_baseline, snapshot);
        if (_registers is null || snapshot.Table.Subject != FactSubject.Host)
            return findings.Select(_statements.Beside);
        var against = _registers.Against(snapshot, _baseline.AssumedZone);
        _seen.Add(snapshot, against);
        return findings.Concat(Evaluator.Evaluate(_baseline, against)).Select(_statements.Beside);
    }

    private T[] Read<T>(IEnumerable<string> paths, System.Func<string, System.Action<InputException>, IReadOnlyList<T>> read) => ResolveFiles(paths, isLiteral: false).SelectMany(path =>
    {
        try
        {
            return read(path, Report);
        }
        catch (InputException bad)
        {
            Report(bad);
            return System.Array.Empty<T>();
        }
    }).ToArray();

    private void Report(InputException bad) => WriteError(Records.Of(bad));
}
