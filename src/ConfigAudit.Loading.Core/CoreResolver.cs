using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace ConfigAudit.Loading.Core;

/// <summary>
/// .NET (PowerShell 7): the engine and its dependencies live in a load context of their own, so that no other module's copy is ours and
/// ours is
/// nobody else's. The default context is told of the engine alone, which is the one assembly that the cmdlets name.
/// </summary>
public static class CoreResolver
{
    private const string Engine = "ConfigAudit";

    private static EngineContext? s_context;

    /// <summary>Begins to answer.</summary>
    /// <param name="dependencies">The folder of the engine.</param>
    public static void Register(string dependencies)
    {
        s_context ??= new EngineContext(dependencies);
        AssemblyLoadContext.Default.Resolving += Resolve;
    }

    /// <summary>Stops answering. What is loaded stays.</summary>
    public static void Unregister() => AssemblyLoadContext.Default.Resolving -= Resolve;

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        string.Equals(name.Name, Engine, StringComparison.Ordinal) ? s_context!.LoadFromAssemblyName(name) : null;

    private sealed class EngineContext : AssemblyLoadContext
    {
        private readonly string _dependencies;

        public EngineContext(string dependencies) => _dependencies = dependencies;

        protected override Assembly? Load(AssemblyName assemblyName)
        {
            // What the host brings itself (the framework, Newtonsoft.Json on PowerShell 7) is taken from it: two copies of
            // System.Memory would make two kinds of Span.
            var path = Path.Combine(_dependencies, assemblyName.Name + ".dll");
            return IsOfHost(assemblyName.Name!) || !File.Exists(path) ? null : LoadFromAssemblyPath(path);
        }

        private static bool IsOfHost(string name) =>
            name != Engine
            && ((AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") as string) ?? string.Empty).IndexOf(
                $"{Path.DirectorySeparatorChar}{name}.dll",
                StringComparison.OrdinalIgnoreCase
            ) >= 0;
    }
}
