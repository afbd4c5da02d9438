using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Statements;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Keeps in a file what a person says of a check that no machine can judge. What was said before of the same gives way.</summary>
[Cmdlet(VerbsCommon.Set, "ConfigAuditAttestation", SupportsShouldProcess = true, DefaultParameterSetName = ByCheck)]
[OutputType(typeof(Attestation))]
public sealed class SetConfigAuditAttestationCommand : StatementCommand
{
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

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Demand(ToCome(On.Date), nameof(On));
        Demand(Attestation.Span(On.Date, NextReview.Date), nameof(NextReview));
        Demand(StatementText.ClaimProblem(Statement), nameof(Statement));
        Demand(StatementText.PartyProblem(By), nameof(By));
        WarnOfCheck();
        var path = ResolveNew(Path);
        var files = Evidence.SelectMany(ResolveExisting).ToArray();
        // An attestation without the proof that it names would be another one.
        if (files.Length < Evidence.Length)
            return;
        if (files.FirstOrDefault(Directory.Exists) is { } folder)
        {
            WriteError(Records.Misplaced(folder, FilePlace.IsFolder));
            return;
        }

        Attestation? attestation = null;
        var isSaved = Save(
            path,
            () =>
                StatementFile.Set(
                    path,
                    attestation = new Attestation
                    {
                        Selector = Selector,
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

    /// <summary>Nobody has confirmed yet what is dated later than today.</summary>
    private static LocalText? ToCome(DateTime on) =>
        on > JapanDay.Today
            ? new LocalText(
                $"確認した日（{StatementFile.Day(on)}）が未来の日付です。実際に確認した日を指定してください",
                $"the day on which it was said ({StatementFile.Day(on)}) is still to come: give the day on which somebody looked"
            )
            : null;
}
