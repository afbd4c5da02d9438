using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Benchmarks.Measuring;
using ConfigAudit.Benchmarks.Workload;
using ConfigAudit.Facts;

namespace ConfigAudit.Benchmarks.Evaluation;

/// <summary>How fast hosts are judged: from memory, and from their snapshot files.</summary>
internal sealed class EvaluateBenchmark : Benchmark
{
    private const int Rounds = 5;

    /// <summary>Fewer hosts than this are judged several times in one go, or starting the threads would be what is measured.</summary>
    private const int LeastHosts = 10_000;

    public override string Name => "evaluate";

    public override string Usage => "evaluate [--hosts 100,1000,10000]    twenty checks on so many hosts";

    public override int Run(string[] arguments)
    {
        if (Hosts(arguments) is not { } counts)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var figures = new Figures();
        var agree = true;
        foreach (var count in counts)
            agree &= Measure(count, figures);
        figures.Save();
        return agree ? 0 : 1;
    }

    private static int[]? Hosts(string[] arguments)
    {
        if (arguments.Length == 0)
            return new[] { 100, 1_000, 10_000 };
        if (arguments is not ["--hosts", var list])
            return null;
        var counts = list.Split(',').Select(each => int.TryParse(each, CultureInfo.InvariantCulture, out var count) ? count : 0).ToArray();
        return counts.All(count => count > 0) ? counts : null;
    }

    private static bool Measure(int count, Figures figures)
    {
        using var folder = new TemporaryFolder();
        var hosts = Enumerable.Range(1, count).Select(HostGenerator.Make).ToArray();
        Parallel.ForEach(hosts, host => SnapshotFile.Save(host.ToSnapshot(), Path.Combine(folder.Path, $"{host.Name}.json")));
        foreach (var (name, value) in Child.Run(JsonPass.Verb, folder.Path))
            figures.Add($"{name}.{count}", value);

        var snapshots = hosts.Select(host => Bench.Snapshots.Load(Path.Combine(folder.Path, $"{host.Name}.json"))).ToArray();
        Console.WriteLine($"# in memory; on all {Environment.ProcessorCount} cores, but for single_thread:");
        MeasureInMemory(snapshots, (name, value) => figures.Add($"{name}.{count}", value));
        return Tally.Tell(Tally.Take(hosts, snapshots));
    }

    private static void MeasureInMemory(Snapshot[] snapshots, Action<string, double> tell)
    {
        var often = Enumerable.Repeat(snapshots, (LeastHosts + snapshots.Length - 1) / snapshots.Length).SelectMany(all => all).ToArray();
        double Rate(Func<int> work) =>
            often.Length * Bench.Baseline.Checks.Count / Stint.Median(Stint.Alternate(Rounds, new Stint(work))[0]);
        tell("verdicts_per_second_single_thread", Rate(() => often.Sum(Bench.Judge)));
        tell("verdicts_per_second", Rate(() => Share(often, Bench.Judge)));
        tell("findings_per_second", Rate(() => Share(often, Bench.Evaluate)));
    }

    /// <summary>Does the work on all cores.</summary>
    private static int Share(IReadOnlyList<Snapshot> snapshots, Func<Snapshot, int> work)
    {
        var sum = 0;
        Parallel.ForEach(snapshots, () => 0, (snapshot, _, mine) => mine + work(snapshot), mine => Interlocked.Add(ref sum, mine));
        return sum;
    }
}
