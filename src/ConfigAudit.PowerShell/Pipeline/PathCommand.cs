using System;
using System.Management.Automation;
using ConfigAudit.Base.Files;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>A cmdlet that reads files, one after the other. A file that can't be used is one error, and the others go on.</summary>
public abstract class PathCommand : AuditCommand
{
    private protected const string ByPath = "Path";
    private protected const string ByLiteralPath = "LiteralPath";

    /// <summary>Files, or folders of .json files; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = ByPath, Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = Array.Empty<string>();

    /// <summary>Files, or folders of .json files, exactly as named.</summary>
    [Parameter(ParameterSetName = ByLiteralPath, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = Array.Empty<string>();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var isLiteral = ParameterSetName == ByLiteralPath;
        foreach (var path in ResolveFiles(isLiteral ? LiteralPath : Path, isLiteral))
        {
            try
            {
                Read(path);
            }
            catch (InputException bad)
            {
                WriteError(Records.Of(bad));
            }
        }
    }

    /// <exception cref="InputException">The file can't be used.</exception>
    private protected abstract void Read(string path);
}
