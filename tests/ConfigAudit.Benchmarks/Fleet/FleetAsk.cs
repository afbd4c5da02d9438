using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Net;
using System.Threading;
using ConfigAudit.Asking;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Files;
using ConfigAudit.Benchmarks.Measuring;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Benchmarks.Fleet;

/// <summary>Asks a fleet as Invoke-ConfigAudit does, and prints what that cost this process. Arguments: INVENTORY CERTIFICATE THROTTLE
/// [AREA].</summary>
internal sealed class FleetAsk : Benchmark
{
    public const string Verb = "fleet-ask";

    public override string Name => Verb;

    public override string? Usage => null;

    public override int Run(string[] arguments)
    {
        var targets = InventoryFile.Read(arguments[0], bad => throw bad).ToArray();
        var module = Path.Combine(Repository.Root, "module");
        var options = new SessionOptions
        {
            Credential = new NetworkCredential("auditor", Environment.GetEnvironmentVariable(SimulatorProcess.PasswordVariable)),
            Authentication = AuthenticationMethod.Basic,
            TrustedRoots = CertificateFile.Load(arguments[1]),
            AllowUnencrypted = true,
        };
        var collectors = arguments.Length > 3 ? Collector.All.Where(collector => collector.Area == arguments[3]).ToArray() : Collector.All;
        var baseline = new BaselineFolder(Path.Combine(module, "baselines")).Load("MIC-2022-03");
        var (failed, findings, facts) = (0, 0, 0);

        var watch = Stopwatch.StartNew();
        using var queue = TargetQueue.Of(targets);
        new Audit(new CatalogFolder(Path.Combine(module, "catalogs")), collectors, options, new Deaf())
            .RunAsync(
                queue,
                new AuditLimits(int.Parse(arguments[2], CultureInfo.InvariantCulture)),
                null,
                snapshot =>
                {
                    if (
                        snapshot.Protocol is null
                        || snapshot.Gaps.Any(gap => gap.Kind is GapKind.Timeout or GapKind.Busy or GapKind.Unreachable)
                    )
                    {
                        Interlocked.Increment(ref failed);
                    }

                    Interlocked.Add(ref findings, Evaluator.Evaluate(baseline, snapshot).Count());
                    Interlocked.Add(ref facts, snapshot.Facts.Count);
                },
                CancellationToken.None
            )
            .GetAwaiter()
            .GetResult();
        watch.Stop();

        using var process = Process.GetCurrentProcess();
        Tell("wall_seconds", watch.Elapsed.TotalSeconds);
        Tell("cpu_ms_per_host", process.TotalProcessorTime.TotalMilliseconds / targets.Length);
        Tell("allocated_kb_per_host", GC.GetTotalAllocatedBytes() / 1024.0 / targets.Length);
        Tell("facts_per_host", (double)facts / targets.Length);
        Tell("findings", findings);
        Tell("hosts_with_failures", failed);
        Tell("peak_memory_mb", process.PeakWorkingSet64 / 1048576.0);
        return 0;
    }

    private static void Tell(string name, double value) =>
        Console.WriteLine($"{name}: {value.ToString("R", CultureInfo.InvariantCulture)}");

    /// <summary>Hears nothing: what is written to a console isn't measured here.</summary>
    private sealed class Deaf : IAuditSink
    {
        public void Output(object item) { }

        public void Problem(AuditProblem problem) { }

        public void Progress(AuditProgress progress) { }

        public void Trace(string message) { }
    }
}
