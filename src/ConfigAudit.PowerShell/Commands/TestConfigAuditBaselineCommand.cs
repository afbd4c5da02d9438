using System.Collections.Generic;
using System.Management.Automation;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits everything that is wrong in baseline files, with file, line and check; nothing when nothing is.</summary>
[Cmdlet(VerbsDiagnostic.Test, "ConfigAuditBaseline", DefaultParameterSetName = ByPath)]
[OutputType(typeof(BaselineProblem), typeof(bool))]
public sealed class TestConfigAuditBaselineCommand : PathCommand
{
    /// <summary>Emits True or False for each file instead.</summary>
    [Parameter]
    public SwitchParameter Quiet { get; set; }

    private protected override void Read(string path)
    {
        var problems = Problems(path);
        if (Quiet)
            WriteObject(problems.Count == 0);
        else
            WriteObject(problems, enumerateCollection: true);
    }

    private static IReadOnlyList<BaselineProblem> Problems(string path)
    {
        try
        {
            ModuleFiles.Baselines.Load(path);
            return new List<BaselineProblem>();
        }
        catch (BaselineException bad)
        {
            return bad.Problems;
        }
    }
}
