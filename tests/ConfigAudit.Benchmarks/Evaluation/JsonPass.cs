using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Benchmarks.Measuring;
using Newtonsoft.Json;

namespace ConfigAudit.Benchmarks.Evaluation;

/// <summary>
/// Reads and judges the snapshots of a folder, one after the other on one thread, and holds the time against a bare JSON reader's on the
/// same files.
/// </summary>
internal sealed class JsonPass : Benchmark
{
    public const string Verb = "evaluate-json";

    private const int Rounds = 5;

    public override string Name => Verb;

    public override string? Usage => null;

    public override int Run(string[] arguments)
    {
        var paths = Directory.GetFiles(arguments[0]);
        var seconds = Stint.Alternate(
            Rounds,
            new Stint(() => paths.Sum(ReadBare)),
            new Stint(() => paths.Sum(path => Bench.Judge(Bench.Snapshots.Load(path)))),
            new Stint(() => paths.Sum(path => Bench.Evaluate(Bench.Snapshots.Load(path))))
        );
        var (bare, judged, found) = (seconds[0], seconds[1], seconds[2]);
        Tell("json_megabytes", paths.Sum(path => new FileInfo(path).Length) / 1e6);
        Tell("json_read_ratio", Stint.Median(judged.Zip(bare, (ours, plain) => ours / plain)));
        Tell("json_to_findings_ratio", Stint.Median(found.Zip(bare, (ours, plain) => ours / plain)));
        Tell("json_hosts_per_second", paths.Length / Stint.Median(judged));
        using var self = Process.GetCurrentProcess();
        Tell("peak_memory_mb", Math.Max(self.PeakWorkingSet64, self.WorkingSet64) / 1e6);
        return 0;
    }

    private static int ReadBare(string path)
    {
        using var stream = new FileStream(
            path,
            FileMode.Open,
            FileAccess.Read,
            FileShare.Read | FileShare.Delete,
            1,
            FileOptions.SequentialScan
        );
        using var text = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, bufferSize: 16 * 1024);
        using var reader = new JsonTextReader(text);
        var tokens = 0;
        while (reader.Read())
            tokens++;
        return tokens;
    }

    private static void Tell(string name, double value) => Console.WriteLine($"{name}: {value}");
}
