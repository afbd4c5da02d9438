using System;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Statements;
using ConfigAudit.PowerShell.Completion;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Keeps in a file what a person says of a check that no machine can judge. What was said before of the same gives way.</summary>
[Cmdlet(VerbsCommon.Set, "ConfigAuditAttestation", SupportsShouldProcess = true)]
[OutputType(typeof(Attestation))]
public sealed class SetConfigAuditAttestationCommand : StatementCommand
{
    /// <summary>The id of the check.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [Alias("CheckId")]
    [ArgumentCompleter(typeof(CheckCompleter))]
    [ValidateNotNullOrEmpty]
    public string Check { get; set; } = string.Empty;

    /// <summary>What is said.</summary>
    [Parameter(Mandatory = true, Position = 2)]
    [ValidateNotNullOrEmpty]
    public string Statement { get; set; } = string.Empty;

    /// <summary>Who says it.</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string By { get; set; } = string.Empty;

    /// <summary>When it was said; today, when left out.</summary>
    [Parameter]
    [WrittenDay]
    public DateTime On { get; set; } = JapanDay.Today;

    /// <summary>The last day on which it holds without being looked at again.</summary>
    [Parameter(Mandatory = true)]
    [WrittenDay]
    public DateTime NextReview { get; set; }

    /// <summary>Files that it rests on. It lapses when one of them changes.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Evidence { get; set; } = Array.Empty<string>();

    /// <summary>The hosts that it is for; * stands for any text. Without it, all, and the organisation.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(ComputerNameCompleter))]
    public string[] ComputerName { get; set; } = Array.Empty<string>();

    /// <summary>The zones that it is for. Without it, all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public Zone[] Zone { get; set; } = Array.Empty<Zone>();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (NextReview.Date < On.Date)
        {
            throw new PSArgumentException(
                Records.Say(
                    $"次回確認日（{NextReview:yyyy-MM-dd}）が、確認した日（{On:yyyy-MM-dd}）より前です。",
                    $"The next review ({NextReview:yyyy-MM-dd}) would be before the day on which it was said ({On:yyyy-MM-dd})."
                ),
                nameof(NextReview)
            );
        }

        if (StatementText.ClaimProblem(Statement) is { } statement)
            throw new PSArgumentException(statement.ToString(), nameof(Statement));
        if (StatementText.PartyProblem(By) is { } by)
            throw new PSArgumentException(by.ToString(), nameof(By));
        if (Attestation.Span(On.Date, NextReview.Date) is { } span)
            throw new PSArgumentException(span.ToString(), nameof(NextReview));
        var path = ResolveNew(Path);
        var files = Evidence.SelectMany(ResolveExisting).ToArray();
        // An attestation without the proof that it names would be another one.
        if (files.Length < Evidence.Length)
            return;
        Attestation? attestation = null;
        var isSaved = Save(
            path,
            () =>
                StatementFile.Set(
                    path,
                    attestation = new Attestation
                    {
                        Selector = new FindingSelector
                        {
                            CheckId = Check,
                            ComputerNames = ComputerName,
                            Zones = Zone,
                        },
                        Statement = Statement,
                        By = By,
                        On = On.Date,
                        NextReview = NextReview.Date,
                        Evidence = files.Select(file => AttestedFile.Of(file, System.IO.Path.GetDirectoryName(path)!)).ToArray(),
                    }
                )
        );
        if (isSaved)
            WriteObject(attestation);
    }
}
