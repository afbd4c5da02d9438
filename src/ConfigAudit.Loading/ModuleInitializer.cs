using System.IO;
using System.Management.Automation;
using System.Runtime.InteropServices;

namespace ConfigAudit.Loading;

/// <summary>Finds the engine and what it needs in bin/deps, from the moment that the module is imported until it is removed.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly string Dependencies = Path.Combine(Path.GetDirectoryName(typeof(ModuleInitializer).Assembly.Location)!, "deps");

    private static bool IsFramework { get; } = !RuntimeInformation.FrameworkDescription.StartsWith(".NET ", System.StringComparison.Ordinal)
        || RuntimeInformation.FrameworkDescription.StartsWith(".NET Framework", System.StringComparison.Ordinal);

    /// <inheritdoc/>
    public void OnImport()
    {
        if (IsFramework)
            FrameworkResolver.Register(Dependencies);
        else
            CoreResolver.Register(Dependencies);
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        if (IsFramework)
            FrameworkResolver.Unregister();
        else
            CoreResolver.Unregister();
    }
}
