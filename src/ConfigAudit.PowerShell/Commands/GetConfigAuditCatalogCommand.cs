using System;
using System.Management.Automation;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Files;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the catalogues in use, or those of a folder, with the day of their data.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditCatalog")]
[OutputType(typeof(CatalogInfo))]
public sealed class GetConfigAuditCatalogCommand : AuditCommand
{
    /// <summary>Catalogue files, or a folder of them, instead of the module's.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] CatalogPath { get; set; } = Array.Empty<string>();

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        // One bad file hides none of the others.
        foreach (var path in CatalogPath.Length == 0 ? ModuleFiles.CatalogStore.Files : CatalogFiles(CatalogPath))
        {
            try
            {
                WriteObject(CatalogStore.Read(path));
            }
            catch (InputException bad)
            {
                WriteError(Records.Of(bad));
            }
        }
    }
}
