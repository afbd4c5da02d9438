using System;
using System.IO;
using System.Management.Automation;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Files;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Takes newer catalogue files into use. Each is checked whole, and against its hash, before anything is changed; the one before
/// is kept.</summary>
[Cmdlet(VerbsData.Update, "ConfigAuditCatalog", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(CatalogInfo))]
public sealed class UpdateConfigAuditCatalogCommand : AuditCommand
{
    /// <summary>The newer file.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>What its bytes must come to.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidatePattern("^\\s*[0-9A-Fa-f]{64}\\s*$")]
    public string Sha256 { get; set; } = string.Empty;

    /// <summary>Take an older edition, or one that lies ahead, into use too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var path = ResolveNew(Path);
        try
        {
            // Checked first, so that -WhatIf finds a bad file as well.
            var newer = ModuleFiles.CatalogStore.Check(path, Sha256, Force);
            if (
                ShouldProcess(
                    Records.Say(
                        $"{newer.Name}（{newer.Edition:yyyy-MM-dd}、{newer.Entries}件）",
                        $"{newer.Name} of {newer.Edition:yyyy-MM-dd}, {newer.Entries} entries"
                    ),
                    Records.Say("使用の開始", "Take into use")
                )
            )
            {
                WriteObject(ModuleFiles.InstallCatalog(path, Sha256, Force));
            }
        }
        catch (InputException bad)
        {
            WriteError(Records.Of(bad));
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            WriteError(Records.NotWritten(bad, Records.Say("モジュールのカタログ", "The catalogue of the module")));
        }
    }
}
