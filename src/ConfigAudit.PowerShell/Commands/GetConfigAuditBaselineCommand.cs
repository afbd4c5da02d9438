using System;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Baselines;
using ConfigAudit.PowerShell.Completion;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits baselines: those that ship with the module, or those of files; or each value in force of them, and where it comes from.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditBaseline")]
[OutputType(typeof(Baseline), typeof(BaselineSetting))]
public sealed class GetConfigAuditBaselineCommand : AuditCommand
{
    /// <summary>Ids of baselines that ship with the module, or paths of baseline files. Without it, all that ship.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(BaselineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = Array.Empty<string>();

    /// <summary>Each parameter and each check, its value in force, the file that it comes from, and the reason of a change.</summary>
    [Parameter]
    public SwitchParameter Effective { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Name.Length == 0 ? ModuleFiles.Baselines.Ids.ToArray() : Name)
        {
            var baseline = this.LoadBaseline(name);
            if (Effective)
                WriteObject(baseline.Settings, enumerateCollection: true);
            else
                WriteObject(baseline);
        }
    }
}
