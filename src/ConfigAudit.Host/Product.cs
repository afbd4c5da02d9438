using System;
using System.Management.Automation;
using System.Reflection;

namespace ConfigAudit.Host;

/// <summary>The versions that users are told.</summary>
internal static class Product
{
    public static Version Version { get; } = new(Assembly.GetExecutingAssembly().GetName().Version!.ToString(fieldCount: 3));

    public static string EngineVersion { get; } = PSVersionInfo.PSVersion.ToString();
}
