using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Asking;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Benchmarks.Measuring;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Telling.Outputs;
using PuppeteerSharp;
using Target = ConfigAudit.Facts.Targets.Target;
using TemporaryFolder = ConfigAudit.Tests.TemporaryFolder;

namespace ConfigAudit.Benchmarks.Reports;

/// <summary>
/// What it costs to write reports of very many findings, and to open the page of them: those of the example fleet, again and again under
/// other hosts' names. Memory is what is alive
/// after half of them and after all of them, beside the file's size. The page is opened in Chromium, where there is one, until its script
/// has laid out what it shows.
/// </summary>
internal sealed class ReportBenchmark : Benchmark
{
    private const int Many = 100_000;
    private const int Rounds = 5;

    public override string Name => "report";

    public override string Usage => "report";

    public override int Run(string[] arguments)
    {
        using var folder = new TemporaryFolder();
        var fleet = Judge();
        var figures = new Figures();
        foreach (
            var format in new[]
            {
                ReportFormat.Csv,
                ReportFormat.Html,
                ReportFormat.Json,
                ReportFormat.Sarif,
                ReportFormat.JUnit,
                ReportFormat.Xlsx,
            }
        )
        {
            Measure(figures, format, folder, fleet);
        }

        if (new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser" }.FirstOrDefault(File.Exists) is { } chromium)
            figures.Add("report.html.open_seconds", OpenAsync(chromium, folder).GetAwaiter().GetResult());
        figures.Save();
        return 0;
    }

    private static Finding[] Judge()
    {
        var catalogs = new CatalogFolder(Path.Combine(Repository.Root, "module", "catalogs"));
        var baseline = new BaselineFolder(Path.Combine(Repository.Root, "module", "baselines")).Load("MIC-2022-03");
        return Directory
            .GetFiles(Path.Combine(Repository.Root, "examples", "fleet"), "??-*.json")
            .SelectMany(path =>
            {
                var target = new Target(Path.GetFileNameWithoutExtension(path)) { RecordingPath = path, Zone = Zone.Lgwan };
                var audit = new Audit(catalogs, Collector.All, new SessionOptions(), new Silence());
                return Evaluator.Evaluate(
                    baseline,
                    audit.SnapshotAsync(target, TimeSpan.FromMinutes(1), CancellationToken.None).GetAwaiter().GetResult()
                );
            })
            .ToArray();
    }

    private static IEnumerable<Finding> Findings(Finding[] fleet)
    {
        for (var i = 0; i < Many; i++)
        {
            var finding = fleet[i % fleet.Length];
            yield return finding with
            {
                ComputerName = $"{finding.ComputerName}-{i / fleet.Length:D5}",
            };
        }
    }

    private static void Measure(Figures figures, ReportFormat format, TemporaryFolder folder, Finding[] fleet)
    {
        var path = folder[format.ToString() + (format == ReportFormat.Html ? ".html" : ".out")];
        long before = Alive(),
            half = 0,
            all;
        var time = Stopwatch.StartNew();
        using (var writer = ReportWriter.Create(format, path, new ReportSettings { Language = Base.Values.Language.Japanese }))
        {
            var written = 0;
            foreach (var finding in Findings(fleet))
            {
                writer.Write(finding);
                if (++written == Many / 2)
                {
                    time.Stop();
                    half = Alive() - before;
                    time.Start();
                }
            }

            time.Stop();
            all = Alive() - before;
            time.Start();
            writer.Commit();
        }

        var name = $"report.{format.ToString().ToLowerInvariant()}";
        figures.Add(name + ".seconds", time.Elapsed.TotalSeconds);
        figures.Add(name + ".alive_mb_at_half", half / 1e6);
        figures.Add(name + ".alive_mb_at_end", all / 1e6);
        figures.Add(name + ".file_mb", new FileInfo(path).Length / 1e6);
    }

    private static long Alive()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static async Task<double> OpenAsync(string chromium, TemporaryFolder folder)
    {
        await using var browser = await Puppeteer.LaunchAsync(
            new LaunchOptions
            {
                ExecutablePath = chromium,
                Headless = true,
                UserDataDir = folder["profile"],
                Args = new[]
                {
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                },
            }
        );
        var times = new List<double>();
        for (var round = 0; round < Rounds; round++)
        {
            await using var page = await browser.NewPageAsync();
            var time = Stopwatch.StartNew();
            await page.GoToAsync(new Uri(folder["Html.html"]).AbsoluteUri);
            await page.WaitForSelectorAsync("html[data-ready=true]");
            times.Add(time.Elapsed.TotalSeconds);
        }

        return Stint.Median(times);
    }

    private sealed class Silence : IAuditSink
    {
        public void Output(object item) { }

        public void Problem(AuditProblem problem) { }

        public void Progress(AuditProgress progress) { }

        public void Trace(string message) { }
    }
}
