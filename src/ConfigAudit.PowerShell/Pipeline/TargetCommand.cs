using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Collectors;
using ConfigAudit.Facts;
using ConfigAudit.Targets;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>
/// A cmdlet that asks targets. Targets stream in and results stream out at the same time: the engine runs beside the pipeline from the first
/// target on, and each turn of the pipeline writes what has come so far.
/// </summary>
public abstract class TargetCommand : AuditCommand, IDisposable
{
    private protected const string ByName = "ComputerName";
    private protected const string ByTarget = "Target";

    private readonly BlockingCollection<Target> _targets = new();
    private readonly Pump _pump = new();
    private bool _isStarted;

    /// <summary>Names of the hosts. Without it, the recordings named; without those, this computer.</summary>
    [Parameter(ParameterSetName = ByName, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("CN", "MachineName", "DNSHostName")]
    [HostName]
    [ValidateNotNullOrEmpty]
    public string[] ComputerName { get; set; } = Array.Empty<string>();

    /// <summary>Hosts, from Import-ConfigAuditTarget or New-ConfigAuditTarget.</summary>
    [Parameter(ParameterSetName = ByTarget, Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public Target[] Target { get; set; } = Array.Empty<Target>();

    /// <summary>With names: the folder of recordings, or one recording, that answers in their place. Alone: the recordings to be asked, one host each.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string? RecordingPath { get; set; }

    /// <summary>The network zone that the hosts stand in.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    public Zone? Zone { get; set; }

    /// <summary>What the hosts are for.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    public HostRole? Role { get; set; }

    /// <summary>The municipality's network model.</summary>
    [Parameter(ParameterSetName = ByName, ValueFromPipelineByPropertyName = true)]
    public NetworkModel? Model { get; set; }

    /// <summary>How many hosts are asked at once.</summary>
    [Parameter]
    [ValidateRange(1, 1024)]
    public int ThrottleLimit { get; set; } = 32;

    private protected abstract IReadOnlyList<Collector> Collectors { get; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pump.Dispose();
        _targets.Dispose();
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
        _targets.CompleteAdding();
        _pump.Finish(this);
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => _pump.Stop();

    /// <summary>What becomes of a snapshot. Called from any thread.</summary>
    private protected abstract void Use(Snapshot snapshot, IAuditSink sink);

    private IEnumerable<Target> Targets() => ParameterSetName switch
    {
        ByTarget => Target,
        ByName when ComputerName.Length > 0 => ComputerName.Select(name => Named(name, RecordingOf(name))),
        ByName when RecordingPath is not null => ResolveFiles(new[] { RecordingPath }, isLiteral: false)
            .Select(path => Named(Path.GetFileNameWithoutExtension(path), path)),
        ByName => new[] { Named(Environment.MachineName, null) },
        _ => Array.Empty<Target>(),
    };

    private Target Named(string name, string? recording) => new(name) { Zone = Zone, Role = Role, Model = Model, RecordingPath = recording };

    private string? RecordingOf(string name)
    {
        if (RecordingPath is null)
            return null;
        var path = ResolveNew(RecordingPath);
        return Directory.Exists(path) ? Path.Combine(path, name + ".json") : path;
    }

    private void Ask(Target target)
    {
        if (!_isStarted)
        {
            _isStarted = true;
            var audit = new Audit(ModuleFiles.Catalogs, Collectors, _pump);
            _pump.Start(token => audit.RunAsync(_targets.GetConsumingEnumerable(token), ThrottleLimit, snapshot => Use(snapshot, _pump), token));
        }

        _targets.Add(target);
    }
}
