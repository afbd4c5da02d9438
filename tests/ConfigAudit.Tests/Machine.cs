using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using System.Threading;
using ConfigAudit.Asking;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Asking.Sessions;
using ConfigAudit.Asking.Sessions.Replay;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Tests;

/// <summary>A recorded machine, and what the engine learns of it.</summary>
internal static class Machine
{
    public static string RepositoryRoot { get; } =
        typeof(Machine)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(attribute => attribute.Key == "RepositoryRoot")
            .Value!;

    public static CatalogFolder Catalogs { get; } = new(Path.Combine(RepositoryRoot, "module", "catalogs"));

    /// <summary>Recordings of real machines, where the checkout stands beside them.</summary>
    public static string? SharedRecordings => Beside("recorded");

    /// <summary>Recorded exchanges with real WS-Management servers, where the checkout stands beside them.</summary>
    public static string? SharedMessages => Beside("wsman");

    /// <summary>The snapshot of a machine that answers as <paramref name="recording"/> (JSON) says.</summary>
    public static Snapshot Answering(string recording, CatalogFolder? catalogs = null, Zone? zone = null, CollectionOptions? wanted = null)
    {
        using var folder = new TemporaryFolder();
        return Recorded(folder.File("PC001.json", recording), catalogs, zone, out _, wanted);
    }

    private static string? Beside(string folder) =>
        Path.Combine(Needs.Shared, "data", folder) is var path && Directory.Exists(path) ? path : null;

    public static Snapshot Recorded(string path, Zone? zone = null) => Recorded(path, null, zone, out _);

    public static Snapshot Recorded(
        string path,
        CatalogFolder? catalogs,
        Zone? zone,
        out Listener listener,
        CollectionOptions? wanted = null
    )
    {
        listener = new Listener();
        var target = new Target(Path.GetFileNameWithoutExtension(path)!) { RecordingPath = path, Zone = zone };
        return new Audit(catalogs ?? Catalogs, Collector.All, new SessionOptions(), listener) { Wanted = wanted ?? new CollectionOptions() }
            .SnapshotAsync(target, TimeSpan.FromMinutes(1), CancellationToken.None)
            .GetAwaiter()
            .GetResult();
    }

    public static T[] Of<T>(this Snapshot snapshot)
        where T : Fact, new() => snapshot.Table.Set<T>().Items;

    public static IReadOnlyList<Gap> GapsIn<T>(this Snapshot snapshot)
        where T : Fact, new() => snapshot.Table.Set<T>().Gaps;

    public static ReplaySource Source(string recording)
    {
        using var folder = new TemporaryFolder();
        return ReplaySource.Open(folder.File("PC001.json", recording));
    }
}

/// <summary>Hears what the engine says.</summary>
internal sealed class Listener : IAuditSink
{
    private readonly List<AuditProblem> _problems = new();
    private readonly List<AuditProgress> _progress = new();

    public IReadOnlyList<AuditProblem> Problems => _problems;

    public IReadOnlyList<AuditProgress> Reported => _progress;

    public void Output(object item) => throw new NotSupportedException();

    public void Problem(AuditProblem problem)
    {
        lock (_problems)
            _problems.Add(problem);
    }

    public void Progress(AuditProgress progress)
    {
        lock (_progress)
            _progress.Add(progress);
    }

    public void Trace(string message) { }
}
