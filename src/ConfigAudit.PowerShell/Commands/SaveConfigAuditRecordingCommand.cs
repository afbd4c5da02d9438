using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Asking;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.Replay;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Asks hosts for everything and keeps what they answered, a recording each.</summary>
[Cmdlet(VerbsData.Save, "ConfigAuditRecording", DefaultParameterSetName = ByName, SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class SaveConfigAuditRecordingCommand : TargetCommand
{
    private readonly ConcurrentDictionary<string, (Target Target, Recorder Recorder)> _recorders = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, bool> _written = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _named = new(StringComparer.OrdinalIgnoreCase);
    private string _folder = string.Empty;
    private bool _isConfirmed;

    /// <summary>The folder; it is made if it isn't there. The files in it are named after the hosts.</summary>
    [Parameter(Mandatory = true)]
    [Alias("Path")]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = string.Empty;

    /// <summary>Put other names for the computer, its domain, accounts, SIDs, addresses and VPN servers.</summary>
    [Parameter]
    public SwitchParameter Pseudonymize { get; set; }

    private protected override IReadOnlyList<Collector> Collectors => Collector.All;

    private protected override Func<Target, ICimSource, ICimSource> Wrap =>
        (target, source) =>
        {
            var recorder = new Recorder(source, Collectors.SelectMany(collector => collector.Sources));
            _recorders[target.ComputerName] = (target, recorder);
            return recorder;
        };

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _folder = ResolveNew(Destination);
        if (FilePlace.NoFolder(_folder) is { } why)
            ThrowTerminatingError(Records.Misplaced(_folder, why));
        _isConfirmed = ShouldProcess(_folder, Records.Say("ホストの記録の保存", "Save recordings of hosts"));
    }

    private protected override bool IsWanted(Target target)
    {
        if (!_isConfirmed || _named.Add(target.ComputerName))
            return _isConfirmed;
        WriteError(Records.WrittenTwice(SnapshotFile.SafeName(target.ComputerName) + ".json", target));
        return false;
    }

    private protected override void Use(Snapshot snapshot, IAuditSink sink)
    {
        // A host that couldn't be asked was reported, and has nothing to keep.
        if (!_recorders.TryRemove(snapshot.ComputerName, out var recorded))
            return;
        var name = Pseudonymize
            ? Pseudonyms
                .Apply(
                    recorded.Recorder.Recording,
                    snapshot.ComputerName,
                    Collectors.SelectMany(collector => collector.SourcesBy(Catalogs))
                )
                .Computer
            : snapshot.ComputerName;
        var path = System.IO.Path.Combine(_folder, SnapshotFile.SafeName(name) + ".json");
        // Pseudonyms are made for each recording alone, so several hosts share one.
        for (var number = 2; !_written.TryAdd(path, true); number++)
            path = System.IO.Path.Combine(_folder, $"{SnapshotFile.SafeName(name)}-{number}.json");
        try
        {
            Directory.CreateDirectory(_folder);
            RecordingWriter.Save(recorded.Recorder.Recording, System.IO.Path.GetFileNameWithoutExtension(path), path);
            sink.Output(new FileInfo(path));
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            sink.Problem(
                new AuditProblem(
                    recorded.Target,
                    new Gap(
                        GapKind.Unusable,
                        path,
                        new LocalText("記録を書き込めなかった: " + bad.Message, "the recording could not be written: " + bad.Message)
                    )
                )
            );
        }
    }
}
