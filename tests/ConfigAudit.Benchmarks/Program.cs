using System;
using System.Globalization;
using System.Linq;

namespace ConfigAudit.Benchmarks;

/// <summary>Runs the benchmark that the first argument names.</summary>
internal static class Program
{
    private static int Main(string[] arguments)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        var benchmark = Benchmark.All.SingleOrDefault(each => each.Name == arguments.FirstOrDefault());
        if (benchmark is not null)
            return benchmark.Run(arguments[1..]);
        Console.Error.WriteLine("usage:");
        foreach (var usage in Benchmark.All.Select(each => each.Usage).OfType<string>())
            Console.Error.WriteLine($"  {usage}");
        return 2;
    }
}
