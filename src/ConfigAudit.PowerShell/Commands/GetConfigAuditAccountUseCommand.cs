using System;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Aggregates;
using ConfigAudit.Judging.Registers;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Tells who used an account at a moment, or that it can't be known.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditAccountUse")]
[OutputType(typeof(AccountUseAnswer))]
public sealed class GetConfigAuditAccountUseCommand : AuditCommand
{
    private AccountUses _uses = null!;

    /// <summary>The account: DOMAIN\name, or the name alone.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Account { get; set; } = string.Empty;

    /// <summary>The moment; without an offset, by the time of Japan, as in the register.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [WrittenDay]
    public DateTime At { get; set; }

    /// <summary>The registers, or folders of them: the log of use (AccountUse), and the register of accounts (Accounts).</summary>
    [Parameter(Mandatory = true)]
    [ValidateNotNullOrEmpty]
    public string[] RegisterPath { get; set; } = Array.Empty<string>();

    /// <summary>Snapshots that were made with -LogonsSince, from New-ConfigAuditSnapshot or Import-ConfigAuditSnapshot; one for each
    /// host.</summary>
    [Parameter(ValueFromPipeline = true)]
    [WholeSnapshot]
    [ValidateNotNull]
    public Snapshot[] Snapshot { get; set; } = Array.Empty<Snapshot>();

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        var registers = RegisterSet.Load(
            this.There(RegisterPath).SelectMany(ResolveExisting),
            bad => WriteError(Records.Of(bad)),
            DateTimeOffset.Now,
            odd => WriteWarning(odd.Message)
        );
        _uses = new AccountUses(
            registers,
            Account,
            At.Kind == DateTimeKind.Unspecified ? new DateTimeOffset(At, JapanDay.Offset) : new DateTimeOffset(At)
        );
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var snapshot in Snapshot)
            _uses.Add(snapshot);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_uses.Incomplete > 0)
        {
            WriteWarning(
                Records.Say(
                    $"{_uses.Incomplete}台のセッションをすべては読み取れませんでした。ここに示されないホストで使われていないとは限りません。",
                    $"The sessions of {_uses.Incomplete} hosts couldn't all be read: that a host isn't named here proves nothing."
                )
            );
        }

        if (_uses.Unheard is { } unheard)
            WriteWarning(unheard.ToString());
        WriteObject(_uses.Find(), enumerateCollection: true);
    }
}
