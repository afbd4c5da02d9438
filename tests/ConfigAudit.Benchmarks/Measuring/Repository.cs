using System.Linq;
using System.Reflection;

namespace ConfigAudit.Benchmarks.Measuring;

/// <summary>Where the checkout stands.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(each => each.Key == "RepositoryRoot").Value!;
}
