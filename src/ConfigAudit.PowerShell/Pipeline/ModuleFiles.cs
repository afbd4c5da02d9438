using System.IO;
using ConfigAudit.Baselines;
using ConfigAudit.Catalogs;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>The data that ships beside the module's binaries.</summary>
internal static class ModuleFiles
{
    private static readonly string Root =
        Path.GetDirectoryName(Path.GetDirectoryName(typeof(ModuleFiles).Assembly.Location))!;

    public static BaselineFolder Baselines { get; } = new(Path.Combine(Root, "baselines"));

    public static CatalogFolder Catalogs { get; } = new(Path.Combine(Root, "catalogs"));
}
