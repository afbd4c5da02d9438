using System;
using System.Management.Automation;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging;
using ConfigAudit.PowerShell.Completion;
using ConfigAudit.PowerShell.Pipeline;
using ConfigAudit.Telling.Drift;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Judges two runs by one baseline and tells what fails anew, was fixed, still fails, or isn't known any more.</summary>
[Cmdlet(VerbsData.Compare, "ConfigAuditRun")]
[OutputType(typeof(FindingChange))]
public sealed class CompareConfigAuditRunCommand : KeptRunCommand, IJudgeParameters
{
    /// <summary>The folder of the earlier run.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ArgumentCompleter(typeof(RunCompleter))]
    [ValidateNotNullOrEmpty]
    public string Reference { get; set; } = string.Empty;

    /// <summary>The folder of the later run.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ArgumentCompleter(typeof(RunCompleter))]
    [ValidateNotNullOrEmpty]
    public string Difference { get; set; } = string.Empty;

    /// <summary>The organisation's registers: files, or folders of them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] RegisterPath { get; set; } = Array.Empty<string>();

    /// <summary>Files of waivers, or folders of them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] WaiverPath { get; set; } = Array.Empty<string>();

    /// <summary>Files of attestations, or folders of them.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] AttestationPath { get; set; } = Array.Empty<string>();

    /// <summary>The day for which reviews, waivers and attestations are judged; today, when left out.</summary>
    [Parameter]
    [WrittenDay]
    public DateTime AsOf { get; set; } = JapanDay.Today;

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (this.OpenRun(ResolveNew(Reference)) is not { } before || this.OpenRun(ResolveNew(Difference)) is not { } after)
            return;
        // Told the wrong way round, every failure that was fixed would be a new one.
        if (before.Manifest.StartedAt > after.Manifest.StartedAt)
            WriteWarning(Records.LaterFirst(before, after));
        this.WarnIfUnfinished(before);
        this.WarnIfUnfinished(after);
        var baseline = this.LoadBaseline(Baseline, after);
        var registers = this.LoadRegisters();
        var statements = this.LoadStatements();
        var comparison = new RunComparison(
            before,
            after,
            new Judge(baseline, registers, statements),
            new Judge(baseline, registers, statements),
            bad => WriteError(Records.Of(bad))
        );
        WriteEach(comparison.Changes(Stopped));
        foreach (var unused in statements.Unused(baseline))
            WriteWarning(unused);
    }
}
