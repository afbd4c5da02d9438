using System;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.PowerShell.Completion;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits baselines: those that ship with the module, or those of files; or each value in force of them, and where it comes
/// from.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditBaseline", DefaultParameterSetName = AsBaselines)]
[OutputType(typeof(Baseline), typeof(BaselineSetting), typeof(CheckEdition))]
public sealed class GetConfigAuditBaselineCommand : AuditCommand
{
    private const string AsBaselines = "Baselines";
    private const string AsSettings = "Effective";
    private const string AsEditions = "Editions";

    /// <summary>Ids of baselines that ship with the module, or paths of baseline files. Without it, all that ship.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(BaselineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Name { get; set; } = Array.Empty<string>();

    /// <summary>Each parameter and each check, its value in force, the file that it comes from, and the reason of a change.</summary>
    [Parameter(ParameterSetName = AsSettings, Mandatory = true)]
    public SwitchParameter Effective { get; set; }

    /// <summary>Where each check stands in each edition of the guideline, and what became of it there: moved, changed, reversed, or
    /// unknown.</summary>
    [Parameter(ParameterSetName = AsEditions, Mandatory = true)]
    public SwitchParameter Editions { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var name in Name.Length == 0 ? ModuleFiles.Baselines.Ids.ToArray() : Name)
        {
            var baseline = this.LoadBaseline(name);
            if (Effective)
                WriteObject(baseline.Settings, enumerateCollection: true);
            else if (Editions)
                WriteObject(baseline.EditionMap, enumerateCollection: true);
            else
                WriteObject(baseline);
        }
    }
}
