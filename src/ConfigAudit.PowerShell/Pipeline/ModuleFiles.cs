using System.IO;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>The data that ships beside the module's binaries.</summary>
internal static class ModuleFiles
{
    public static readonly string Root = Path.GetDirectoryName(Path.GetDirectoryName(typeof(ModuleFiles).Assembly.Location))!;

    private static readonly string CatalogPath = Path.Combine(Root, "catalogs");

    public static string Manifest => Path.Combine(Root, "ConfigAudit.psd1");

    public static string Examples => Path.Combine(Root, "examples");

    public static BaselineFolder Baselines { get; } = new(Path.Combine(Root, "baselines"));

    public static CatalogStore CatalogStore { get; } = new(CatalogPath);

    public static CatalogFolder Catalogs { get; private set; } = new(CatalogPath);

    /// <summary>Takes a newer catalogue into use, also for whoever asks next in this session.</summary>
    public static CatalogInfo InstallCatalog(string path, string sha256, bool allowsOlder)
    {
        var installed = CatalogStore.Install(path, sha256, allowsOlder);
        Catalogs = new CatalogFolder(CatalogPath);
        return installed;
    }
}
