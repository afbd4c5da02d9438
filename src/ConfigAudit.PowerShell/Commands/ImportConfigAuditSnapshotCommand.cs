using System;
using System.Management.Automation;
using ConfigAudit.Facts;
using ConfigAudit.Files;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the snapshots of files.</summary>
[Cmdlet(VerbsData.Import, "ConfigAuditSnapshot", DefaultParameterSetName = "Path")]
[OutputType(typeof(Snapshot))]
public sealed class ImportConfigAuditSnapshotCommand : AuditCommand
{
    private readonly SnapshotFile _file = new(FactTypes.Shipped);

    /// <summary>Snapshot files, or folders of them; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = Array.Empty<string>();

    /// <summary>Snapshot files, or folders of them, exactly as named.</summary>
    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = Array.Empty<string>();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var isLiteral = ParameterSetName == "LiteralPath";
        foreach (var path in ResolveFiles(isLiteral ? LiteralPath : Path, isLiteral))
        {
            Snapshot snapshot;
            try
            {
                snapshot = _file.Load(path);
            }
            catch (InputException bad)
            {
                WriteError(Records.Of(bad));
                continue;
            }

            WriteObject(snapshot);
        }
    }
}
