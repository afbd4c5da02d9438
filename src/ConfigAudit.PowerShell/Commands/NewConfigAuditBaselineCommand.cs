using System.IO;
using System.Management.Automation;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.PowerShell.Completion;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Makes an organisation's own baseline to begin with: an overlay of one that ships, which changes nothing yet.</summary>
[Cmdlet(VerbsCommon.New, "ConfigAuditBaseline", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class NewConfigAuditBaselineCommand : NewFileCommand
{
    /// <summary>The file, .json; its name without the ending becomes the baseline's id.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>The ids of the baselines that it changes; of several, a later one changes what an earlier one says.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(BaselineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Extends { get; set; } = { "MIC-2026-03" };

    /// <summary>What it is called; its id, when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Title { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var path = ResolveNew(Path);
        var id = System.IO.Path.GetFileNameWithoutExtension(path);
        var extended = this.LoadBaseline(Extends);
        Make(path, () => OverlayTemplate.Save(path, extended, Extends, id, Title ?? id));
    }
}
