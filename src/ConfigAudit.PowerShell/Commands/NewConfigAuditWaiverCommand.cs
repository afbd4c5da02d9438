using System;
using System.Collections.Generic;
using System.Management.Automation;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Judging.Statements;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Adds waivers to a file: that somebody accepts, for a time, that a check doesn't pass.</summary>
[Cmdlet(VerbsCommon.New, "ConfigAuditWaiver", SupportsShouldProcess = true, DefaultParameterSetName = ByCheck)]
[OutputType(typeof(Waiver))]
public sealed class NewConfigAuditWaiverCommand : StatementCommand
{
    private const string ByFinding = "Finding";

    private readonly List<Waiver> _waivers = new();
    private readonly Refusals _refusals = new();
    private int _needless;

    /// <summary>Findings to accept, from Invoke-ConfigAudit: a waiver each, for that check on that host.</summary>
    [Parameter(ParameterSetName = ByFinding, Mandatory = true, ValueFromPipeline = true)]
    [Whole]
    [AllowEmptyCollection]
    [ValidateNotNull]
    public Finding[] Finding { get; set; } = Array.Empty<Finding>();

    /// <summary>Lets the waiver lapse when something else is found than now, shown or not. Not for values that change by themselves, as
    /// ages do.</summary>
    [Parameter(ParameterSetName = ByFinding)]
    public SwitchParameter BindToEvidence { get; set; }

    /// <summary>Why it is accepted.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Reason { get; set; } = string.Empty;

    /// <summary>Who accepts it.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string Approver { get; set; } = string.Empty;

    /// <summary>The first day on which it holds; today, when left out.</summary>
    [Parameter]
    [WrittenDay]
    public DateTime From { get; set; } = JapanDay.Today;

    /// <summary>The last day on which it holds.</summary>
    [Parameter(Mandatory = true)]
    [WrittenDay]
    public DateTime Until { get; set; }

    /// <summary>Where the decision is kept.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Ticket { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        Demand(Waiver.Span(From.Date, Until.Date), nameof(Until));
        Demand(StatementText.ReasonProblem(Reason), nameof(Reason));
        Demand(StatementText.PartyProblem(Approver), nameof(Approver));
        WarnOfCheck();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByCheck)
            _waivers.Add(Make(Selector, null));
        _refusals.Take(this, Finding);
        foreach (var finding in Finding)
        {
            if (!StatementSet.MaySpeakOf(finding))
            {
                _needless++;
                continue;
            }

            // Bound to a part of what was found, it would lapse at once, or hold for something else.
            if (BindToEvidence && finding.Check is null)
            {
                WriteError(Records.NotWholeEvidence(finding));
            }
            else
            {
                _waivers.Add(
                    Make(new FindingSelector { CheckId = finding.CheckId, ComputerNames = new[] { finding.ComputerName } }, finding)
                );
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _refusals.Finish(this);
        var path = ResolveNew(Path);
        if (_needless > 0)
            WriteWarning(Records.NeedNoWaiver(_needless));
        var (replaced, beside) = (0, 0);
        if (_waivers.Count == 0 || !Save(path, () => (replaced, beside) = StatementFile.Add(path, _waivers)))
            return;
        if (replaced > 0)
            WriteWarning(Records.WaiversReplaced(path, replaced));
        if (beside > 0)
            WriteWarning(Records.WaiversBeside(path, beside));
        WriteObject(_waivers, enumerateCollection: true);
    }

    private Waiver Make(FindingSelector selector, Finding? finding) =>
        new()
        {
            Selector = selector,
            Reason = Reason,
            Approver = Approver,
            From = From.Date,
            Until = Until.Date,
            Ticket = Ticket,
            EvidenceHash = BindToEvidence && finding is not null ? Waiver.HashOf(finding) : null,
        };
}
