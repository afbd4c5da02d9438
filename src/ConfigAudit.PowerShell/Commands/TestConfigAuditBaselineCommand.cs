using System;
using System.Management.Automation;
using ConfigAudit.Baselines;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits everything that is wrong in baseline files, with file, line and check; nothing when nothing is.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ConfigAuditBaseline", DefaultParameterSetName = "Path")]
[OutputType(typeof(BaselineProblem), typeof(bool))]
public sealed class TestConfigAuditBaselineCommand : AuditCommand
{
    /// <summary>Baseline files; wildcards are allowed.</summary>
    [Parameter(ParameterSetName = "Path", Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = Array.Empty<string>();

    /// <summary>Baseline files, exactly as named.</summary>
    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = Array.Empty<string>();

    /// <summary>Emits True or False for each file instead.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var isLiteral = ParameterSetName == "LiteralPath";
        foreach (var path in ResolveFiles(isLiteral ? LiteralPath : Path, isLiteral))
        {
            var problems = Problems(path);
            if (Quiet)
                WriteObject(problems.Length == 0);
            else
                WriteObject(problems, enumerateCollection: true);
        }
    }

    private static BaselineProblem[] Problems(string path)
    {
        try
        {
            ModuleFiles.Baselines.Load(path);
            return Array.Empty<BaselineProblem>();
        }
        catch (BaselineException bad)
        {
            return System.Linq.Enumerable.ToArray(bad.Problems);
        }
    }
}
