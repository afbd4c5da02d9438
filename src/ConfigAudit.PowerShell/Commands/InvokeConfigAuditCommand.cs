using System.Collections.Generic;
using System.Management.Automation;
using ConfigAudit.Asking;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Judging.Registers;
using ConfigAudit.Judging.Statements;
using ConfigAudit.PowerShell.Completion;
using ConfigAudit.PowerShell.Pipeline;
using ConfigAudit.Telling.Drift;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Compares hosts, or snapshots of them, with a baseline and emits one finding a check and host.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "ConfigAudit", DefaultParameterSetName = ByName)]
[OutputType(typeof(Finding))]
public sealed class InvokeConfigAuditCommand : RunCommand, IJudgeParameters
{
    private const string BySnapshot = "Snapshot";

    private readonly List<Snapshot> _snapshots = new();
    private Judge _judge = null!;
    private readonly object _hosts = new();
    private StatementSet _statements = null!;
    private int _mistakes;

    /// <summary>Snapshots, from New-ConfigAuditSnapshot or Import-ConfigAuditSnapshot.</summary>
    [Parameter(ParameterSetName = BySnapshot, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public Snapshot[] Snapshot { get; set; } = System.Array.Empty<Snapshot>();

    /// <summary>
    /// The id of a baseline that ships with the module, or the path of a baseline file; of several, a later one changes what an earlier one
    /// says.
    /// </summary>
    [Parameter(Mandatory = true)]
    [ArgumentCompleter(typeof(BaselineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Baseline { get; set; } = System.Array.Empty<string>();

    /// <summary>The organisation's registers: files, or folders of them. Hosts are held against them, and so is the organisation
    /// itself.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] RegisterPath { get; set; } = System.Array.Empty<string>();

    /// <summary>Files of waivers, from New-ConfigAuditWaiver, or folders of them. A waiver stands beside an outcome and never replaces
    /// it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] WaiverPath { get; set; } = System.Array.Empty<string>();

    /// <summary>
    /// Files of attestations, from Set-ConfigAuditAttestation, or folders of them. An attestation stands beside an outcome and never
    /// replaces it.
    /// </summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] AttestationPath { get; set; } = System.Array.Empty<string>();

    /// <summary>The day for which reviews, waivers and attestations are judged; today, when left out.</summary>
    [Parameter]
    [WrittenDay]
    public System.DateTime AsOf { get; set; } = JapanDay.Today;

    private protected override IReadOnlyList<Collector> Collectors => Collector.All;

    private protected override bool CountsHosts => true;

    private protected override Baseline? JudgedBy => _judge.Baseline;

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        var baseline = this.LoadBaseline(Baseline);
        var registers = this.LoadRegisters();
        _statements = this.LoadStatements();
        _judge = new Judge(baseline, registers, _statements);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == BySnapshot)
        {
            // The last of a host is judged, and which that is shows at the end.
            _snapshots.AddRange(Snapshot);
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
        JudgeSnapshots();
        if (_judge.OfOrganisation() is { } organisation)
            Write(organisation, RegisterSet.Organisation);
        if (_mistakes > 0)
            WriteWarning(Records.OwnMistakes(_mistakes));
        foreach (var unused in _statements.Unused(_judge.Baseline))
            WriteWarning(unused);
    }

    private void JudgeSnapshots()
    {
        var latest = new LatestSnapshots(_snapshots);
        foreach (var (older, newer) in latest.Overtaken)
        {
            if (
                older.CollectedAt == newer.CollectedAt
                && older.Identity() is { IsCalledOtherwise: true }
                && older.ComputerName != newer.ComputerName
            )
            {
                WriteError(Records.OneAddress(older, newer.Identity() with { ReadAt = newer.CollectedAt }));
                continue;
            }

            WriteWarning(
                new LocalText(
                    $"{older} のスナップショットが複数あります。最後のもの（{newer}、{newer.CollectedAt:yyyy-MM-dd HH:mm}）で判定し、{older.CollectedAt:yyyy-MM-dd HH:mm} のものは数えません。",
                    $"There are several snapshots of {older}. The last is judged ({newer}, {newer.CollectedAt:yyyy-MM-dd HH:mm}); that of {older.CollectedAt:yyyy-MM-dd HH:mm} doesn't count."
                ).ToString()
            );
        }

        foreach (var snapshot in latest.Snapshots)
            Write(_judge.Of(snapshot), snapshot.ComputerName);
    }

    private protected override void Use(Snapshot snapshot, IAuditSink sink)
    {
        var judgement = _judge.Of(snapshot);
        if (ProblemOf(judgement, snapshot.ComputerName) is { } problem)
            sink.Problem(problem);
        // Hosts end side by side; the findings of one stand together.
        lock (_hosts)
        {
            foreach (var finding in judgement.Findings)
                sink.Output(finding);
        }
    }

    private void Write(Judgement judgement, string name)
    {
        if (ProblemOf(judgement, name) is { } problem)
        {
            _mistakes++;
            WriteError(Records.Of(problem));
        }

        WriteObject(judgement.Findings, enumerateCollection: true);
    }

    private static AuditProblem? ProblemOf(Judgement judgement, string name) =>
        judgement.Mistake is { } mistake ? new AuditProblem(new Target(name), mistake) { IsOwnMistake = true } : null;
}
