using System.IO;
using System.Management.Automation;
using System.Reflection;

namespace ConfigAudit.Loading;

/// <summary>Finds the engine and what it needs in bin/deps, from the moment that the module is imported until it is removed.</summary>
public sealed class ModuleInitializer : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    private static readonly string Bin = Path.GetDirectoryName(typeof(ModuleInitializer).Assembly.Location)!;

    private static readonly string Dependencies = Path.Combine(Bin, "deps");

    private static bool IsFramework { get; } = typeof(object).Assembly.GetName().Name == "mscorlib";

    /// <inheritdoc/>
    public void OnImport()
    {
        if (IsFramework)
            FrameworkResolver.Register(Dependencies);
        else
            Core("Register", Dependencies);
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo)
    {
        if (IsFramework)
            FrameworkResolver.Unregister();
        else
            Core("Unregister");
    }

    /// <summary>By name, so that .NET Framework never hears of an assembly that it couldn't load.</summary>
    private static void Core(string method, params object[] arguments) =>
        Assembly
            .LoadFrom(Path.Combine(Bin, "core", "ConfigAudit.Loading.Core.dll"))
            .GetType("ConfigAudit.Loading.Core.CoreResolver", throwOnError: true)
            .GetMethod(method)
            .Invoke(null, arguments);
}
