using System;
using System.IO;
using System.Reflection;

namespace ConfigAudit.Loading;

/// <summary>
/// .NET Framework (Windows PowerShell 5.1) binds strictly by version, and a module has no configuration file to say otherwise: requests
/// that
/// come from our own folder get whatever version stands in bin/deps. Requests of anybody else are none of our business.
/// </summary>
internal static class FrameworkResolver
{
    private static string s_dependencies = string.Empty;

    public static void Register(string dependencies)
    {
        s_dependencies = dependencies;
        AppDomain.CurrentDomain.AssemblyResolve += Resolve;
    }

    public static void Unregister() => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object sender, ResolveEventArgs request)
    {
        if (
            request.RequestingAssembly is not { IsDynamic: false } requester
            || !requester.Location.StartsWith(
                Path.GetDirectoryName(s_dependencies) + Path.DirectorySeparatorChar,
                StringComparison.OrdinalIgnoreCase
            )
        )
        {
            return null;
        }

        var path = Path.Combine(s_dependencies, new AssemblyName(request.Name).Name + ".dll");
        return File.Exists(path) ? Assembly.LoadFrom(path) : null;
    }
}
