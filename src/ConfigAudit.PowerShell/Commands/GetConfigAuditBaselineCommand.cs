using System;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Baselines;
using ConfigAudit.PowerShell.Completion;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits baselines: those that ship with the module, or those of files.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditBaseline")]
[OutputType(typeof(Baseline))]
public sealed class GetConfigAuditBaselineCommand : AuditCommand
{
    /// <summary>Ids of baselines that ship with the module, or paths of baseline files. Without it, all that ship.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(BaselineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = Array.Empty<string>();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Name.Length == 0 ? ModuleFiles.Baselines.Ids.ToArray() : Name)
            WriteObject(this.LoadBaseline(name));
    }
}
