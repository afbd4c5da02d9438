using System;
using System.Management.Automation;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Aggregates;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Finds, over the snapshots of a fleet, the accounts that several people seem to use, with the evidence.</summary>
[Cmdlet(VerbsCommon.Find, "ConfigAuditSharedAccount")]
[OutputType(typeof(SharedAccountCandidate))]
public sealed class FindConfigAuditSharedAccountCommand : AuditCommand
{
    private readonly SharedAccounts _accounts = new();
    private readonly Refusals _refusals = new();

    /// <summary>Snapshots, from New-ConfigAuditSnapshot or Import-ConfigAuditSnapshot; one for each host.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [WholeSnapshot(Streams = true)]
    [AllowEmptyCollection]
    [ValidateNotNull]
    public Snapshot[] Snapshot { get; set; } = Array.Empty<Snapshot>();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _refusals.Take(this, Snapshot);
        foreach (var snapshot in Snapshot)
            _accounts.Add(snapshot);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _refusals.Finish(this);
        if (_accounts.Incomplete > 0)
        {
            WriteWarning(
                Records.Say(
                    $"{_accounts.Count}台のうち{_accounts.Incomplete}台で、セッションをすべては読み取れませんでした。ここに示されないアカウントが共用されていないとは限りません。",
                    $"The sessions of {_accounts.Incomplete} of {_accounts.Count} hosts couldn't all be read: that an account isn't named here proves nothing."
                )
            );
        }

        WriteObject(_accounts.Find(), enumerateCollection: true);
    }
}
