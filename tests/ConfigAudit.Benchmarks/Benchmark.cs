using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Benchmarks;

/// <summary>Something that is measured. New ones are found by being there.</summary>
internal abstract class Benchmark
{
    public static IReadOnlyList<Benchmark> All { get; } =
        typeof(Benchmark)
            .Assembly.GetTypes()
            .Where(type => typeof(Benchmark).IsAssignableFrom(type) && !type.IsAbstract)
            .Select(type => (Benchmark)Activator.CreateInstance(type)!)
            .OrderBy(each => each.Name, StringComparer.Ordinal)
            .ToArray();

    /// <summary>The verb that asks for it.</summary>
    public abstract string Name { get; }

    /// <summary>How it is asked for; null when only another benchmark does.</summary>
    public abstract string? Usage { get; }

    /// <returns>The exit code.</returns>
    public abstract int Run(string[] arguments);
}
