using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Benchmarks.Measuring;

namespace ConfigAudit.Benchmarks.Fleet;

/// <summary>
/// What asking a fleet over HTTPS costs: time against what network and servers allow, CPU, memory and round trips. Simulator and asker are
/// processes of
/// their own and share this machine.
/// </summary>
internal sealed class FleetBenchmark : Benchmark
{
    private const int Latency = 50;
    private const int Programs = 80;
    private const int Throttle = 32;

    public override string Name => "fleet";

    public override string Usage =>
        "fleet [--hosts 100,1000,5000 | 0] [--throttle 32] [--http]    simulated hosts over the network, 80 programs each, 50 ms a round trip";

    public override int Run(string[] arguments)
    {
        var hosts = List(arguments, "--hosts") ?? new[] { 100, 1_000, 5_000 };
        var throttles = List(arguments, "--throttle") ?? new[] { Throttle };
        var isTls = !arguments.Contains("--http");
        var figures = new Figures();
        var isWhole = Areas(figures);
        foreach (var count in hosts.Where(count => count > 0))
        {
            foreach (var throttle in throttles)
                isWhole &= Measure(figures, count, throttle, isTls, throttles.Length == 1 ? $"{count}" : $"{count}.throttle{throttle}");
        }

        figures.Save();
        return isWhole ? 0 : 1;
    }

    private static int[]? List(string[] arguments, string name) =>
        Array.IndexOf(arguments, name) is var at and >= 0 && at + 1 < arguments.Length
            ? arguments[at + 1].Split(',').Select(each => int.Parse(each, CultureInfo.InvariantCulture)).ToArray()
            : null;

    /// <summary>Round trips and kilobytes of messages by area: each asked alone. The operating system is asked before every other area, and
    /// the host who it is before that.</summary>
    private static bool Areas(Figures figures)
    {
        var alone = Collector.All.ToDictionary(collector => collector.Area, collector => CostAlone(collector.Area));
        var first = alone["OperatingSystem"];
        foreach (var (area, cost) in alone.OrderBy(pair => pair.Key))
        {
            figures.Add($"round_trips.{area}", area == "OperatingSystem" ? first.RoundTrips - 1 : cost.RoundTrips - first.RoundTrips);
            figures.Add($"kilobytes.{area}", area == "OperatingSystem" ? first.Kilobytes : cost.Kilobytes - first.Kilobytes);
        }

        figures.Add("round_trips.Identify", 1);
        return alone.Values.All(cost => cost.RoundTrips > 0);
    }

    private static (double RoundTrips, double Kilobytes) CostAlone(string area)
    {
        const int Hosts = 13;
        using var folder = new TemporaryFolder();
        using var simulator = new SimulatorProcess(folder.Path, Recordings, Hosts, Programs, 0, isTls: true);
        foreach (var _ in Ask(simulator, 4, area))
        {
            // The simulator counts.
        }

        var stats = simulator.Stats();
        return ((double)stats.Requests / Hosts, stats.Bytes / 1024.0 / Hosts);
    }

    private static bool Measure(Figures figures, int count, int throttle, bool isTls, string name)
    {
        Console.WriteLine(
            $"# {count} hosts, {throttle} at once, {LimitedSource.InFlight} questions in flight each, {Latency} ms, {(isTls ? "HTTPS" : "HTTP")}:"
        );
        using var folder = new TemporaryFolder();
        using var simulator = new SimulatorProcess(folder.Path, Recordings, count, Programs, Latency, isTls);
        var before = simulator.Stats();
        var client = Ask(simulator, throttle, null).ToDictionary(figure => figure.Name, figure => figure.Value);
        var after = simulator.Stats();
        foreach (var (figure, value) in client)
            figures.Add($"fleet.{figure}.{name}", value);

        var trips = (double)(after.Requests - before.Requests) / count;
        figures.Add($"fleet.kilobytes_per_host.{name}", (after.Bytes - before.Bytes) / 1024.0 / count);
        var serving = after.CpuSeconds - before.CpuSeconds;
        // The bound: no quicker than the network allows with so many hosts asked at once, one question after the other; nor than the
        // servers' own work.
        var network = trips * Latency / 1000 * count / throttle;
        var servers = serving / Environment.ProcessorCount;
        figures.Add($"fleet.round_trips_per_host.{name}", trips);
        figures.Add($"fleet.serving_cpu_seconds.{name}", serving);
        figures.Add($"fleet_bound_ratio.{name}", client["wall_seconds"] / Math.Max(network, servers));
        // The stricter bound, which counts the questions that are in flight on each session.
        figures.Add($"fleet_bound_ratio_in_flight.{name}", client["wall_seconds"] / Math.Max(network / LimitedSource.InFlight, servers));
        figures.Add($"fleet.open_enumerations.{name}", after.Open);
        return client["hosts_with_failures"] == 0 && after.Open == 0;
    }

    private static string Recordings => Path.Combine(Repository.Root, "examples", "fleet");

    private static IEnumerable<(string Name, double Value)> Ask(SimulatorProcess simulator, int throttle, string? area)
    {
        Environment.SetEnvironmentVariable(SimulatorProcess.PasswordVariable, simulator.Password);
        var arguments = new List<string>
        {
            FleetAsk.Verb,
            simulator.Inventory,
            simulator.Certificate,
            throttle.ToString(CultureInfo.InvariantCulture),
        };
        if (area is not null)
            arguments.Add(area);
        return Child.Run(arguments.ToArray());
    }
}
