using System.Management.Automation;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Base.Files;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the catalogues in use, with the day of their data.</summary>
[Cmdlet(VerbsCommon.Get, "ConfigAuditCatalog")]
[OutputType(typeof(CatalogInfo))]
public sealed class GetConfigAuditCatalogCommand : AuditCommand
{
    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            WriteObject(ModuleFiles.CatalogStore.List(), enumerateCollection: true);
        }
        catch (InputException bad)
        {
            WriteError(Records.Of(bad));
        }
    }
}
