using System.Reflection;

namespace ConfigAudit.Base.Running;

/// <summary>What this build calls itself.</summary>
internal static class ProductInfo
{
    public static string Version { get; } =
        typeof(ProductInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
}
