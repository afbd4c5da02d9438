using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Runtime.CompilerServices;
using ConfigAudit.Catalogs;
using ConfigAudit.Collectors;
using ConfigAudit.Collectors.OperatingSystem;
using ConfigAudit.Facts;
using ConfigAudit.Files;
using ConfigAudit.PowerShell.Completion;
using ConfigAudit.Runs;
using ConfigAudit.Sessions;
using ConfigAudit.Sessions.Mmi;
using ConfigAudit.Targets;
using ConfigAudit.Values;
using Microsoft.Management.Infrastructure;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// A cmdlet that asks targets. Targets stream in and results stream out at the same time: the engine runs beside the pipeline from the first
/// target on, and each turn of the pipeline writes what has come so far.
/// </summary>
public abstract class TargetCommand : ConnectionCommand, IDisposable
{
    /// <summary>By the target itself: two sessions may lead to one computer.</summary>
    private readonly ConditionalWeakTable<Target, ICimSource> _borrowed = new();
    private readonly TargetQueue _targets = new();
    private readonly Pump _pump = new();
    private RunFolder? _run;
    private CatalogFolder? _catalogs;
    private bool _isStarted;
    private int _rows;

    /// <summary>Columns of rows that were told to be mistyped.</summary>
    private readonly HashSet<string> _mistyped = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The targets taken: one that is named twice is asked once.</summary>
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The machines that answered: one under several of its names counts once.</summary>
    private readonly HostIndex _machines = new();

    /// <summary>Names of the hosts. Without it, the recordings named; without those, this computer.</summary>
    [Parameter(ParameterSetName = ByName, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CN", "MachineName", "DNSHostName")]
    [HostName]
    [ArgumentCompleter(typeof(ComputerNameCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] ComputerName { get; set; } = Array.Empty<string>();

    /// <summary>Hosts, from Import-ConfigAuditTarget or New-ConfigAuditTarget, or the rows of a list, with its columns as properties.</summary>
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

    /// <summary>With names: the folder of recordings, or one recording, that answers in their place. Alone: the recordings to be asked, one host each.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByTarget)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string? RecordingPath { get; set; }

    /// <summary>The network zone that the hosts stand in.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByTarget)]
    [Parameter(ParameterSetName = BySession)]
    [EmptyIsNull]
    public Zone? Zone { get; set; }

    /// <summary>What the hosts are for.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByTarget)]
    [Parameter(ParameterSetName = BySession)]
    [EmptyIsNull]
    public HostRole? Role { get; set; }

    /// <summary>The municipality's network model.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Parameter(ParameterSetName = ByTarget)]
    [Parameter(ParameterSetName = BySession)]
    [EmptyIsNull]
    public NetworkModel? Model { get; set; }

    /// <summary>The last day on which what is installed is meant to be used.</summary>
    [Parameter]
    public DateTime? PlannedUseUntil { get; set; }

    /// <summary>Read the logons of people from the event logs too, from this moment on: at most 31 days.</summary>
    [Parameter]
    public DateTime? LogonsSince { get; set; }

    /// <summary>Catalogue files of the organisation's own.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] CatalogPath { get; set; } = Array.Empty<string>();

    /// <summary>How many hosts are asked at once.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = 32;

    /// <summary>The longest that the whole run may take.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan? RunTimeout { get; set; }

    private protected abstract IReadOnlyList<Collector> Collectors { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            _pump.Dispose();
        }
        finally
        {
            _run?.Dispose();
            _targets.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var target in Targets())
            Ask(target);
        _pump.Drain(this);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (!_isStarted)
            return;
        _targets.Complete();
        try
        {
            _pump.Finish(this);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            ThrowTerminatingError(Records.RunNotKept(bad));
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _pump.Stop();

    private protected sealed override ICimSource? Opened(Target target) => _borrowed.TryGetValue(target, out var session) ? session : null;

    /// <summary>What becomes of a snapshot. Called from any thread.</summary>
    private protected abstract void Use(Snapshot snapshot, IAuditSink sink);

    /// <summary>Where the run is kept; null for nowhere.</summary>
    private protected virtual RunFolder? OpenRun() => null;

    /// <summary>The module's catalogues, with the organisation's own. One that can't be used ends the command: no verdict may rest on half of what is known.</summary>
    private protected CatalogFolder Catalogs => _catalogs ??= ReadCatalogs();

    /// <summary>What is wanted beyond the state of the hosts.</summary>
    private protected CollectionOptions Wanted => new() { PlannedUseUntil = PlannedUseUntil, LogonsSince = LogonsSince };

    private IEnumerable<Target> Targets() => ParameterSetName switch
    {
        ByTarget => Target.Select(Completed).OfType<Target>(),
        BySession => CimSession.Select(Borrowed),
        ByName when ComputerName.Length > 0 => ComputerName.Select(name => Named(name, RecordingOf(name))),
        ByName when RecordingPath is not null => ResolveFiles(new[] { RecordingPath }, isLiteral: false)
            .Select(path => Named(Path.GetFileNameWithoutExtension(path), path)),
        ByName => new[] { Named(Environment.MachineName, null) },
        _ => Array.Empty<Target>(),
    };

    private CatalogFolder ReadCatalogs()
    {
        try
        {
            return ModuleFiles.Catalogs.With(ResolveFiles(this.There(CatalogPath), isLiteral: false).ToArray());
        }
        catch (InputException bad)
        {
            ThrowTerminatingError(Records.Of(bad));
            throw;
        }
    }

    private Target Borrowed(CimSession session)
    {
        var target = Named(session.ComputerName ?? Environment.MachineName, null);
        _borrowed.Add(target, MmiSource.Borrow(session));
        return target;
    }

    private Target Named(string name, string? recording) => new(name)
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
        foreach (var (column, meant) in TargetRow.Mistyped(target).Where(each => _mistyped.Add(each.Column)))
            WriteWarning(new LocalText($"列 '{column}' は読み取りません。{meant} ではありませんか。", $"The column '{column}' isn't read; is it {meant}?").ToString());
        if (string.IsNullOrWhiteSpace(target.ComputerName))
        {
            WriteError(Records.NoHost(target, _rows));
            return null;
        }

        if (target.Mistake is not null && TargetRow.IsOf(target))
            WriteError(Records.BadRow(target));
        return target with
        {
            Zone = target.Zone ?? Zone,
            Role = target.Role ?? Role,
            Model = target.Model ?? Model,
            RecordingPath = target.RecordingPath is null ? RecordingOf(target.ComputerName) : TargetRow.IsOf(target) ? BesideRecordings(target.RecordingPath) : target.RecordingPath,
        };
    }

    /// <summary>A recording that a row names stands in the folder of recordings, where one is named.</summary>
    private string BesideRecordings(string recording)
    {
        var folder = RecordingPath is null ? null : ResolveNew(RecordingPath);
        return folder is not null && Directory.Exists(folder) ? Path.Combine(folder, recording) : ResolveNew(recording);
    }

    private string? RecordingOf(string name)
    {
        if (RecordingPath is null)
            return null;
        var path = ResolveNew(RecordingPath);
        return Directory.Exists(path) ? Path.Combine(path, name + ".json") : path;
    }

    /// <summary>Which recording is meant, however the name of the host after which it is called is written.</summary>
    private static string? Recording(Target target) => target.RecordingPath is { } path && HostName.AreEqual(Path.GetFileNameWithoutExtension(path), target.ComputerName) ? Path.GetDirectoryName(path) : target.RecordingPath;

    /// <summary>What becomes of a machine that answered already, under another of its names, is told and no more.</summary>
    private void UseOnce(Snapshot snapshot)
    {
        HostIdentity? known;
        lock (_machines)
            known = _machines.Add(snapshot.Identity());
        if (known is null)
            Use(snapshot, _pump);
        else
            _pump.Warn(new LocalText($"{snapshot} は {known.Called} と同じホストです。{known.Called} の名前で1回だけ数えます。", $"{snapshot} is the same machine as {known.Called}: it counts once, under that name.").ToString());
    }

    /// <summary>Whether a target is to be asked; says why when it isn't.</summary>
    private protected virtual bool IsWanted(Target target) => true;

    private void Ask(Target target)
    {
        if (!IsWanted(target))
            return;
        if (!_taken.Add($"{HostName.Plain(target.ComputerName)}|{target.Address}|{target.Port}|{Recording(target)}"))
        {
            WriteWarning(new LocalText($"{target} は2回指定されています。1回だけ問い合わせます。", $"{target} is named twice. It is asked once, and counts once.").ToString());
            return;
        }

        if (!_isStarted)
        {
            _isStarted = true;
            _run = OpenRun();
            var limits = new AuditLimits(ThrottleLimit, RunTimeout);
            var audit = new Audit(Catalogs, Collectors, Options, _pump) { Wanted = Wanted };
            _pump.Start(async token =>
            {
                await audit.RunAsync(_targets, limits, _run, UseOnce, token).ConfigureAwait(false);
                _run?.Finish();
            });
        }

        _targets.Add(target);
    }
}
