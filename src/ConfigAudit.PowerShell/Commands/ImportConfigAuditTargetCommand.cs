using System;
using System.Management.Automation;
using ConfigAudit.Files;
using ConfigAudit.PowerShell.Pipeline;
using ConfigAudit.Targets;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the hosts of inventory files.</summary>
[Cmdlet(VerbsData.Import, "ConfigAuditTarget", DefaultParameterSetName = "Path")]
[OutputType(typeof(Target))]
public sealed class ImportConfigAuditTargetCommand : AuditCommand
{
    /// <summary>Inventory files; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = Array.Empty<string>();

    /// <summary>Inventory files, exactly as named.</summary>
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
            try
            {
                foreach (var target in InventoryFile.Read(path, bad => WriteError(Records.Of(bad))))
                    WriteObject(target);
            }
            catch (InputException bad)
            {
                WriteError(Records.Of(bad));
            }
        }
    }
}
