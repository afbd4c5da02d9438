using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.Mmi;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.PowerShell.Completion;
using Microsoft.Management.Infrastructure;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// A cmdlet that is told which hosts are meant: by name, by the rows of a list, by sessions or by recordings, with what the organisation
/// declares of
/// them.
/// </summary>
public abstract class HostCommand : ConnectionCommand
{
    /// <summary>By the target itself: two sessions may lead to one computer.</summary>
    private readonly ConditionalWeakTable<Target, ICimSource> _borrowed = new();

    /// <summary>Columns of rows that were told to be mistyped.</summary>
    private readonly HashSet<string> _mistyped = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Hosts that came by their facts, of which one has many: that isn't naming it twice.</summary>
    private readonly HashSet<string> _ofFacts = new(StringComparer.OrdinalIgnoreCase);
    private int _rows;
    private bool _wasNamed;

    /// <summary>Names of the hosts. Without it, the recordings named; without those, this computer.</summary>
    [Parameter(ParameterSetName = ByName, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CN", "MachineName", "DNSHostName")]
    [HostName]
    [ArgumentCompleter(typeof(ComputerNameCompleter))]
    [ValidateNotNull]
    public string[] ComputerName { get; set; } = Array.Empty<string>();

    /// <summary>Hosts, from Import-ConfigAuditTarget or New-ConfigAuditTarget, or the rows of a list, with its columns as
    /// properties.</summary>
    [Parameter(ParameterSetName = ByTarget, Mandatory = true, ValueFromPipeline = true)]
    [TargetRow]
    [ValidateNotNull]
    public Target[] Target { get; set; } = Array.Empty<Target>();

    /// <summary>Sessions from New-CimSession. They are used and left open.</summary>
    [Parameter(ParameterSetName = BySession, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public CimSession[] CimSession { get; set; } = Array.Empty<CimSession>();

    /// <summary>The address to reach a host by, when that isn't its name.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    public string? Address { get; set; }

    /// <summary>
    /// With names: folders of recordings, or recordings, that answer in their place. Alone: the recordings to be asked, one host each.
    /// Wildcards are
    /// allowed.
    /// </summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByTarget)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] RecordingPath { get; set; } = Array.Empty<string>();

    /// <summary>The network zone that the hosts stand in.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByTarget)]
    [Parameter(ParameterSetName = BySession)]
    [Named(typeof(Zone), MayBeEmpty = true)]
    public Zone? Zone { get; set; }

    /// <summary>What the hosts are for.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByTarget)]
    [Parameter(ParameterSetName = BySession)]
    [Named(typeof(HostRole), MayBeEmpty = true)]
    public HostRole? Role { get; set; }

    /// <summary>The municipality's network model.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByTarget)]
    [Parameter(ParameterSetName = BySession)]
    [Named(typeof(NetworkModel), MayBeEmpty = true)]
    public NetworkModel? Model { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => _wasNamed |= MyInvocation.BoundParameters.ContainsKey(nameof(ComputerName));

    /// <summary>The hosts of this turn of the pipeline.</summary>
    private protected IEnumerable<Target> Targets() =>
        ParameterSetName switch
        {
            ByTarget => Target.Select(Completed).OfType<Target>(),
            BySession => CimSession.Select(Borrowed),
            ByName when _wasNamed => Named(),
            ByName when RecordingPath.Length > 0 => ResolveFiles(RecordingPath, isLiteral: false)
                .Select(path => Named(Path.GetFileNameWithoutExtension(path), path)),
            ByName => new[] { Named(Environment.MachineName, null) },
            _ => Array.Empty<Target>(),
        };

    /// <summary>Says that names were given which name nobody: an empty list, or nothing but blank lines and remarks.</summary>
    private protected void DemandHosts(bool hadAny)
    {
        if (_wasNamed && !hadAny)
            WriteError(Records.NobodyNamed());
    }

    private protected sealed override ICimSource? Opened(Target target) => _borrowed.TryGetValue(target, out var session) ? session : null;

    private Target[] Named()
    {
        if (ComputerName.FirstOrDefault(IsList) is { } list)
            ThrowTerminatingError(Records.ListForHost(list));
        var recordings = new RecordingPaths(this, RecordingPath);
        return ComputerName.Select(name => Named(name, recordings.Of(name))).ToArray();
    }

    /// <summary>No host is called as a list is, and a file of that name is there besides.</summary>
    private bool IsList(string name) =>
        Array.Exists(new[] { ".csv", ".json", ".xlsx", ".txt" }, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
        && Find(name).Any(File.Exists);

    private Target Borrowed(CimSession session)
    {
        var target = Named(session.ComputerName ?? Environment.MachineName, null);
        _borrowed.Add(target, MmiSource.Borrow(session, OperationTimeout));
        return target;
    }

    private Target Named(string name, string? recording) =>
        new(name)
        {
            Address = string.IsNullOrWhiteSpace(Address) ? null : Address,
            Port = Port,
            Protocol = Protocol,
            Zone = Zone,
            Role = Role,
            Model = Model,
            RecordingPath = recording,
        };

    /// <summary>With what is said for all where it says nothing itself. Null, after an error, for a row that names no host.</summary>
    private Target? Completed(Target target)
    {
        _rows++;
        if (TargetRow.IsOfFinding(target))
            ThrowTerminatingError(Records.FindingForHost(target));
        if (TargetRow.IsOfMail(target))
            ThrowTerminatingError(Records.MailFactForHost(target, TargetRow.MakerOf(target)));
        if (TargetRow.IsOfFact(target) && !_ofFacts.Add(target.ComputerName))
            return null;
        foreach (var (column, meant) in TargetRow.Mistyped(target).Where(each => _mistyped.Add(each.Column)))
        {
            WriteWarning(
                new LocalText(
                    $"列 '{column}' は読み取りません。{meant} ではありませんか。",
                    $"The column '{column}' isn't read; is it {meant}?"
                ).ToString()
            );
        }

        if (string.IsNullOrWhiteSpace(target.ComputerName))
        {
            WriteError(Records.NoHost(target, _rows));
            return null;
        }

        if (target.Mistake is not null && TargetRow.IsOf(target))
            WriteError(Records.BadRow(target));
        var recordings = new RecordingPaths(this, RecordingPath);
        return target with
        {
            Zone = target.Zone ?? Zone,
            Role = target.Role ?? Role,
            Model = target.Model ?? Model,
            RecordingPath =
                target.RecordingPath is not { } own ? recordings.Of(target.ComputerName)
                : TargetRow.IsOf(target) ? recordings.Named(own)
                : own,
        };
    }
}
