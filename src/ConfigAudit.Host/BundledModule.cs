using System;
using System.IO;
using System.Linq;

namespace ConfigAudit.Host;

/// <summary>The ConfigAudit module that stands beside this program: Modules/ConfigAudit/(version)/.</summary>
internal static class BundledModule
{
    public const string ManifestName = "ConfigAudit.psd1";

    /// <summary>A folder of modules, as PSModulePath lists them.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Modules");

    public static string? FindManifest()
    {
        var versions = new DirectoryInfo(Path.Combine(Folder, "ConfigAudit"));
        return versions.Exists
            ? versions.EnumerateDirectories().Select(version => Path.Combine(version.FullName, ManifestName)).FirstOrDefault(File.Exists)
            : null;
    }
}
