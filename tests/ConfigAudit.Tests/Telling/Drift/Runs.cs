using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Keeping.Runs;

namespace ConfigAudit.Tests.Telling.Drift;

/// <summary>Runs over machines of the example fleet, made to differ.</summary>
internal sealed class Runs : IDisposable
{
    private static readonly Dictionary<string, Snapshot> Recorded = new();

    private readonly TemporaryFolder _folder = new();

    public static Baseline Baseline { get; } =
        new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load("MIC-2022-03");

    public List<InputException> Problems { get; } = new();

    public string Folder => _folder.Path;

    /// <summary>A machine of the fleet, under a name.</summary>
    public static Snapshot Host(string name, string recorded)
    {
        lock (Recorded)
        {
            if (!Recorded.TryGetValue(recorded, out var snapshot))
            {
                Recorded[recorded] = snapshot = Machine.Recorded(
                    Path.Combine(Machine.RepositoryRoot, "examples", "fleet", recorded + ".json"),
                    recorded.StartsWith("LG", StringComparison.Ordinal) ? Zone.Lgwan : Zone.Internet
                );
            }

            return snapshot with
            {
                ComputerName = name,
            };
        }
    }

    /// <summary>With other facts of one kind.</summary>
    public static Snapshot With<T>(Snapshot host, Func<T, T> change)
        where T : Fact, new() =>
        host with
        {
            Table = new FactTable(
                host.Table.Sets.Select(set =>
                    set is FactSet<T> facts ? new FactSet<T>(facts.Items.Select(change).ToArray(), facts.Gaps) : set
                )
            ),
        };

    /// <summary>One whose address was given; without it, its name is.</summary>
    public static (Target Target, Snapshot Snapshot) At(string? address, Snapshot snapshot) =>
        (new Target(snapshot.ComputerName) { Address = address }, snapshot);

    public string Keep(string name, params Snapshot[] hosts) => Keep(name, true, hosts.Select(host => At(null, host)).ToArray());

    public string Keep(string name, bool isFinished, params (Target Target, Snapshot Snapshot)[] hosts) =>
        Keep(name, isFinished, DateTimeOffset.Now, hosts);

    public string Keep(string name, bool isFinished, DateTimeOffset at, params (Target Target, Snapshot Snapshot)[] hosts)
    {
        var asked = RunManifest.Of(Collector.All, Machine.Catalogs, new CollectionOptions(), Baseline) with { StartedAt = at };
        using var run = RunFolder.Open(_folder[name], asked, resume: false);
        foreach (var (target, snapshot) in hosts)
            run.Keep(target, snapshot);
        if (isFinished)
            run.Finish();
        return _folder[name];
    }

    /// <summary>Goes on with a run by other rows.</summary>
    public void Resume(string name, params (Target Target, Snapshot Snapshot)[] hosts)
    {
        using var run = RunFolder.Open(
            _folder[name],
            RunManifest.Of(Collector.All, Machine.Catalogs, new CollectionOptions(), Baseline),
            resume: true
        );
        foreach (var (target, snapshot) in hosts)
        {
            if (run.Find(target) is null)
                run.Keep(target, snapshot);
        }

        run.Finish();
    }

    public string File(string run, string host) => Directory.GetFiles(Path.Combine(_folder[run], "snapshots"), host + ".*").Single();

    public void Dispose() => _folder.Dispose();
}
