using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading;
using ConfigAudit.Asking;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Keeping.Runs;
using Xunit;

namespace ConfigAudit.Tests.Keeping.Runs;

/// <summary>A run that is kept can be gone on with, and comes out as if nothing had happened.</summary>
public sealed class RunFolderTests : IDisposable
{
    private static readonly string Fleet = Path.Combine(Machine.RepositoryRoot, "examples", "fleet");

    private static readonly Baseline Judge = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load(
        "MIC-2022-03"
    );

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_manifest_says_what_was_asked_by_whom_with_what()
    {
        Ask(Open(resume: false), Targets());
        var manifest = RunManifest.Load(_folder["run/run.json"]);
        Assert.NotNull(manifest.FinishedAt);
        Assert.Equal("MIC-2022-03", manifest.Baseline);
        Assert.Equal(CatalogKind.All.Select(kind => kind.FileName).Append("MIC-2022-03.json"), manifest.Inputs.Select(input => input.Name));
        Assert.All(manifest.Inputs, input => Assert.Equal(64, input.Sha256.Length));
        Assert.Equal(14, manifest.Snapshots.Count);
        Assert.Equal(Environment.MachineName, manifest.From);
        Assert.Contains(Environment.UserName, manifest.By);
        Assert.Equal(Collector.All.Select(collector => collector.Area), manifest.Areas);
    }

    [Fact]
    public void Only_what_is_missing_is_asked_and_the_findings_are_those_of_a_whole_run()
    {
        var whole = Ask(null, Targets());
        Ask(Open(resume: false), Targets().Take(6));
        var asked = new List<string>();
        var resumed = Ask(Open(resume: true), Targets(), asked);
        Assert.Equal(whole, resumed);
        // The six that were learnt aren't asked again.
        Assert.Equal(Targets().Skip(6).Select(target => target.ComputerName).OrderBy(name => name), asked.OrderBy(name => name));
    }

    [Fact]
    public void A_host_that_could_not_be_reached_is_asked_again()
    {
        var targets = new[] { new Target("PC001") { RecordingPath = Path.Combine(Fleet, "IN-PC-004.json") } };
        Ask(Open(resume: false), targets);
        var asked = new List<string>();
        Ask(Open(resume: true), targets, asked);
        Assert.Equal(new[] { "PC001" }, asked);
    }

    [Fact]
    public void What_was_half_written_or_damaged_is_nothing()
    {
        Ask(Open(resume: false), Targets().Take(3));
        var files = Directory.GetFiles(_folder["run/snapshots"]);
        using (var cut = File.OpenWrite(files[0]))
            cut.SetLength(1000);
        File.WriteAllText(files[1] + ".0123.tmp", "{");
        File.WriteAllText(_folder["run/run.json.0123.tmp"], "{");
        var asked = new List<string>();
        var resumed = Ask(Open(resume: true), Targets().Take(3), asked);
        Assert.Single(asked);
        Assert.Equal(Ask(null, Targets().Take(3)), resumed);
        Assert.Empty(Directory.GetFiles(_folder["run"], "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public void A_run_that_is_there_is_not_written_over()
    {
        Open(resume: false).Dispose();
        Assert.Contains("-Resume", Assert.Throws<InputException>(() => Open(resume: false)).Message);
    }

    [Fact]
    public void Two_processes_do_not_work_on_one_run()
    {
        using (Open(resume: false))
            Assert.Contains("another process", Assert.Throws<InputException>(() => Open(resume: true)).Message);
        Open(resume: true).Dispose();
        Assert.Equal(new[] { "run.json" }, Directory.GetFiles(_folder["run"]).Select(Path.GetFileName));
    }

    [Fact]
    public void A_run_that_is_not_there_is_begun() =>
        Assert.Equal(
            14 * Judge.Checks.Count(check => check.IsEnabled && check.Subject == FactSubject.Host),
            Ask(Open(resume: true), Targets()).Length
        );

    [Fact]
    public void A_run_that_asked_something_else_is_not_gone_on_with()
    {
        Open(resume: false).Dispose();
        var asked = RunManifest.Of(Collector.All, Machine.Catalogs, new CollectionOptions(), Judge);
        Assert.Contains("MIC-2022-03", Refusal(asked with { Baseline = "OURS" }));
        Assert.Contains("it asked for", Refusal(asked with { Areas = new[] { "Vpn" } }));
        Assert.Contains(
            "it had no -LogonsSince, and now it is 2026-11-13",
            Refusal(asked with { LogonsSince = new DateTimeOffset(2026, 11, 13, 0, 0, 0, TimeSpan.FromHours(9)) })
        );
        Assert.Contains(
            "no -PlannedUseUntil, and now it is 2027-03-31",
            Refusal(asked with { PlannedUseUntil = new DateTime(2027, 3, 31) })
        );
        Assert.Contains("and this is 9.9.9", Refusal(asked with { ModuleVersion = "9.9.9" }));
        Assert.Contains(
            "lifecycle.json has changed",
            Refusal(
                asked with
                {
                    Inputs = asked
                        .Inputs.Select(input => input with { Sha256 = input.Name == "lifecycle.json" ? "0" : input.Sha256 })
                        .ToArray(),
                }
            )
        );

        string Refusal(RunManifest other) =>
            Assert.Throws<InputException>(() => RunFolder.Open(_folder["run"], other, resume: true)).Message;
    }

    [Fact]
    public void Logons_of_another_time_are_another_run_and_those_of_the_same_moment_are_not()
    {
        var since = new DateTimeOffset(2026, 11, 13, 9, 0, 0, TimeSpan.FromHours(9));
        var asked = RunManifest.Of(Collector.All, Machine.Catalogs, new CollectionOptions { LogonsSince = since }, Judge);
        RunFolder.Open(_folder["run"], asked, resume: false).Dispose();
        RunFolder.Open(_folder["run"], asked, resume: true).Dispose();
        var refusal = Assert
            .Throws<InputException>(() => RunFolder.Open(_folder["run"], asked with { LogonsSince = since.AddDays(1) }, resume: true))
            .Message;
        Assert.Contains("-LogonsSince 2026-11-13T09:00:00", refusal);
        Assert.Contains("now it is 2026-11-14T09:00:00", refusal);
        Assert.Contains(
            "now there is none",
            Assert.Throws<InputException>(() => RunFolder.Open(_folder["run"], asked with { LogonsSince = null }, resume: true)).Message
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_host_whose_file_is_another_s_is_asked_again(bool isFinished)
    {
        var run = Open(resume: false);
        var targets = Targets().Take(2).ToArray();
        if (isFinished)
            Ask(run, targets);
        else
            Ask(run, targets, finish: false);
        var files = Directory.GetFiles(_folder["run/snapshots"]).OrderBy(file => file, StringComparer.Ordinal).ToArray();
        File.Copy(files[0], files[1], overwrite: true);
        var asked = new List<string>();
        Assert.Equal(Ask(null, targets), Ask(Open(resume: true), targets, asked));
        Assert.Single(asked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("\0\0\0\0")]
    [InlineData("{ \"format\": \"ConfigAudit.Snapshot/1\" }")]
    public void A_host_whose_file_is_none_is_asked_again(string text)
    {
        var targets = Targets().Take(1).ToArray();
        Ask(Open(resume: false), targets);
        File.WriteAllText(Directory.GetFiles(_folder["run/snapshots"]).Single(), text);
        var asked = new List<string>();
        Ask(Open(resume: true), targets, asked);
        Assert.Single(asked);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"format\": \"ConfigAudit.Run/9\" }")]
    [InlineData("{ \"format\": \"ConfigAudit.Run/1\", \"startedAt\": \"yesterday\" }")]
    public void A_manifest_that_is_none_is_refused(string text)
    {
        Directory.CreateDirectory(_folder["run"]);
        File.WriteAllText(_folder["run/run.json"], text);
        Assert.Throws<InputException>(() => Open(resume: true));
    }

    [Fact]
    public void Hosts_whose_names_file_systems_would_mix_up_have_files_of_their_own()
    {
        var path = Path.Combine(Fleet, "LG-PC-001.json");
        var names = new[] { "pc/1", "pc:1", "CON", new string('x', 300), "サーバ1", "pc1" };
        var targets = names
            .Select(name => new Target(name) { RecordingPath = path })
            .Append(new Target("pc1") { Address = "10.0.0.2", RecordingPath = path });
        Ask(Open(resume: false), targets);
        Assert.Equal(7, Directory.GetFiles(_folder["run/snapshots"]).Length);
        Assert.All(Directory.GetFiles(_folder["run/snapshots"]), file => Assert.InRange(Path.GetFileName(file).Length, 10, 70));
        var asked = new List<string>();
        Ask(Open(resume: true), targets, asked);
        Assert.Empty(asked);
    }

    [Fact]
    public void When_it_can_not_be_kept_it_ends_and_what_was_learnt_is_told()
    {
        using var run = Open(resume: false);
        Directory.Delete(_folder["run/snapshots"]);
        var told = new ConcurrentBag<string>();
        using var queue = TargetQueue.Of(Targets());
        Assert.ThrowsAny<IOException>(() =>
            new Audit(Machine.Catalogs, Collector.All, new SessionOptions(), new Listener())
                .RunAsync(queue, new AuditLimits(1), run, snapshot => told.Add(snapshot.ComputerName), CancellationToken.None)
                .GetAwaiter()
                .GetResult()
        );
        Assert.InRange(told.Count, 1, 3);
    }

    private static IEnumerable<Target> Targets() => InventoryFile.Read(Path.Combine(Fleet, "inventory.csv"), bad => throw bad);

    private RunFolder Open(bool resume) =>
        RunFolder.Open(_folder["run"], RunManifest.Of(Collector.All, Machine.Catalogs, new CollectionOptions(), Judge), resume);

    /// <returns>The findings as texts, in order.</returns>
    private static string[] Ask(RunFolder? run, IEnumerable<Target> targets, List<string>? asked = null, bool finish = true)
    {
        using var kept = run;
        var findings = new ConcurrentBag<string>();
        using var queue = TargetQueue.Of(targets);
        var listener = new Asked(asked);
        new Audit(Machine.Catalogs, Collector.All, new SessionOptions(), listener)
            .RunAsync(
                queue,
                new AuditLimits(4),
                run,
                snapshot =>
                {
                    foreach (var finding in Evaluator.Evaluate(Judge, snapshot))
                        findings.Add($"{finding.ComputerName} {finding.CheckId} {finding.Outcome} {finding.Reason}");
                },
                CancellationToken.None
            )
            .GetAwaiter()
            .GetResult();
        if (finish)
            run?.Finish();
        return findings.OrderBy(text => text, StringComparer.Ordinal).ToArray();
    }

    /// <summary>Hears which hosts were asked, or tried.</summary>
    private sealed class Asked : IAuditSink
    {
        private readonly List<string>? _asked;
        private readonly object _lock = new();

        public Asked(List<string>? asked) => _asked = asked;

        public void Output(object item) => throw new NotSupportedException();

        public void Problem(AuditProblem problem)
        {
            // A host that couldn't be asked was tried.
            lock (_lock)
            {
                if (problem.Gap.Source == (problem.Target.Address ?? problem.Target.ComputerName))
                    _asked?.Add(problem.Target.ComputerName);
            }
        }

        public void Progress(AuditProgress progress) { }

        public void Trace(string message)
        {
            var end = message.IndexOf(": asking over ", StringComparison.Ordinal);
            lock (_lock)
            {
                if (end > 0)
                    _asked?.Add(message.Substring(0, end));
            }
        }
    }
}
