using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using ConfigAudit.Facts;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Writes snapshots to a folder, a file each, whole or not at all.</summary>
[Cmdlet(VerbsData.Export, "ConfigAuditSnapshot", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportConfigAuditSnapshotCommand : AuditCommand
{
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Snapshots, from New-ConfigAuditSnapshot or Import-ConfigAuditSnapshot.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    public Snapshot[] Snapshot { get; set; } = Array.Empty<Snapshot>();

    /// <summary>The folder; it is made if it isn't there. The files in it are named after host and moment.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Emits the files written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var folder = ResolveNew(Path);
        foreach (var snapshot in Snapshot)
            Write(snapshot, System.IO.Path.Combine(folder, SnapshotFile.NameOf(snapshot)), folder);
    }

    private void Write(Snapshot snapshot, string path, string folder)
    {
        if (!ShouldProcess(path, "Write snapshot"))
            return;
        if (!_written.Add(path))
        {
            WriteError(Records.WrittenTwice(path, snapshot));
            return;
        }

        try
        {
            Directory.CreateDirectory(folder);
            SnapshotFile.Save(snapshot, path);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            WriteError(Records.NotWritten(bad, path));
            return;
        }

        if (PassThru)
            WriteObject(new FileInfo(path));
    }
}
