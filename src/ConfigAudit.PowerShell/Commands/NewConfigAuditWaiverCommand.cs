using System;
using System.Collections.Generic;
using System.Management.Automation;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Judging.Statements;
using ConfigAudit.PowerShell.Completion;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Adds waivers to a file: that somebody accepts, for a time, that a check doesn't pass.</summary>
[Cmdlet(VerbsCommon.New, "ConfigAuditWaiver", SupportsShouldProcess = true, DefaultParameterSetName = ByCheck)]
[OutputType(typeof(Waiver))]
public sealed class NewConfigAuditWaiverCommand : StatementCommand
{
    private const string ByCheck = "Check";
    private const string ByFinding = "Finding";

    private readonly List<Waiver> _waivers = new();

    /// <summary>The id of the check.</summary>
    [Parameter(ParameterSetName = ByCheck, Mandatory = true, Position = 1)]
    [Alias("CheckId")]
    [ArgumentCompleter(typeof(CheckCompleter))]
    [ValidateNotNullOrEmpty]
    public string Check { get; set; } = string.Empty;

    /// <summary>The hosts that it is for; * stands for any text. Without it, all.</summary>
    [Parameter(ParameterSetName = ByCheck)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ComputerNameCompleter))]
    public string[] ComputerName { get; set; } = Array.Empty<string>();

    /// <summary>The zones that it is for. Without it, all.</summary>
    [Parameter(ParameterSetName = ByCheck)]
    [ValidateNotNullOrEmpty]
    public Zone[] Zone { get; set; } = Array.Empty<Zone>();

    /// <summary>Findings to accept, from Invoke-ConfigAudit: a waiver each, for that check on that host.</summary>
    [Parameter(ParameterSetName = ByFinding, Mandatory = true, ValueFromPipeline = true)]
    [Whole]
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
        if (Until.Date < From.Date)
        {
            throw new PSArgumentException(
                Records.Say(
                    $"例外承認の終了日（{Until:yyyy-MM-dd}）が開始日（{From:yyyy-MM-dd}）より前です。",
                    $"The waiver would end ({Until:yyyy-MM-dd}) before it begins ({From:yyyy-MM-dd})."
                ),
                nameof(Until)
            );
        }

        if (StatementText.ReasonProblem(Reason) is { } reason)
            throw new PSArgumentException(reason.ToString(), nameof(Reason));
        if (StatementText.PartyProblem(Approver) is { } approver)
            throw new PSArgumentException(approver.ToString(), nameof(Approver));
        if (Waiver.Span(From.Date, Until.Date) is { } span)
            throw new PSArgumentException(span.ToString(), nameof(Until));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == ByCheck)
        {
            _waivers.Add(
                Make(
                    new FindingSelector
                    {
                        CheckId = Check,
                        ComputerNames = ComputerName,
                        Zones = Zone,
                    },
                    null
                )
            );
        }

        foreach (var finding in Finding)
        {
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
        var path = ResolveNew(Path);
        if (_waivers.Count > 0 && Save(path, () => StatementFile.Add(path, _waivers)))
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
