using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Keeping.Runs;

/// <summary>A run that was kept, to be read. One that broke off, or still goes on, holds a part of its hosts.</summary>
internal sealed class KeptRun
{
    private static readonly SnapshotFile File = new(FactTypes.Shipped);

    private readonly IReadOnlyList<string> _files;
    private RunHosts? _hosts;

    private KeptRun(string path, RunManifest manifest)
    {
        (Path, Manifest) = (path, manifest);
        Name = new DirectoryInfo(path).Name;
        var folder = System.IO.Path.Combine(path, RunFolder.SnapshotsName);
        var there = Directory.Exists(folder)
            ? Directory.GetFiles(folder, "*.json").Where(file => file.EndsWith(".json", StringComparison.OrdinalIgnoreCase))
            : Array.Empty<string>();
        // A finished run knows its files: one that is missing is an error when it comes to be read, and no host that was never there.
        _files = there
            .Concat(manifest.Snapshots.Select(snapshot => System.IO.Path.Combine(folder, System.IO.Path.GetFileName(snapshot.Name))))
            .Distinct(StringComparer.Ordinal)
            .OrderBy(file => file, StringComparer.Ordinal)
            .ToArray();
    }

    /// <summary>The folder.</summary>
    public string Path { get; }

    /// <summary>The folder's name.</summary>
    public string Name { get; }

    public RunManifest Manifest { get; }

    public bool IsFinished => Manifest.FinishedAt is not null;

    /// <summary>The snapshots, one a host.</summary>
    public IReadOnlyList<string> Files => (_hosts ??= RunHosts.Of(this, _files)).Files;

    /// <summary>Those that are left out, each with the one that counts in its place: their row was mended, or named the machine
    /// otherwise.</summary>
    public IReadOnlyList<(string Older, string Newer)> Overtaken => (_hosts ??= RunHosts.Of(this, _files)).Overtaken;

    public static bool IsRun(string path) => System.IO.File.Exists(System.IO.Path.Combine(path, RunFolder.ManifestName));

    /// <exception cref="InputException">There is none in the folder, or its manifest can't be read.</exception>
    /// <exception cref="IOException">The folder can't be listed.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be listed.</exception>
    public static KeptRun Open(string path) =>
        IsRun(path)
            ? new KeptRun(path, RunManifest.Load(System.IO.Path.Combine(path, RunFolder.ManifestName)))
            : throw new InputException(
                path,
                new LocalText(
                    $"監査の実行ではありません（{RunFolder.ManifestName} がありません）。Invoke-ConfigAudit -RunPath で保存したフォルダを指定してください",
                    $"there is no run here: it holds no {RunFolder.ManifestName}. Name a folder that -RunPath of Invoke-ConfigAudit kept"
                )
            );

    /// <summary>The run that a file of snapshots, or a folder of them, is part of; null for none.</summary>
    /// <exception cref="InputException">Its manifest can't be read.</exception>
    public static KeptRun? Holding(string path)
    {
        var folder = Directory.Exists(path) ? path : System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        var above =
            System.IO.Path.GetFileName(folder.TrimEnd(System.IO.Path.DirectorySeparatorChar, System.IO.Path.AltDirectorySeparatorChar))
            == RunFolder.SnapshotsName
                ? System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(folder).TrimEnd(System.IO.Path.DirectorySeparatorChar))!
                : folder;
        return IsRun(above) ? Open(above) : null;
    }

    /// <summary>A snapshot of the run, as the run wrote it.</summary>
    /// <exception cref="InputException">It can't be used, or is another than the run kept under that name.</exception>
    public Snapshot Load(string file)
    {
        var bytes = FileBytes.Read(file, JsonFile.MaxBytes);
        var snapshot = File.Load(file, bytes);
        if (!IsNamedAfter(file, snapshot.ComputerName))
        {
            throw new InputException(
                file,
                new LocalText(
                    $"{snapshot.ComputerName} のスナップショットですが、実行はこの名前で別のホストを保存しました。ファイルが上書きされています。-Resume を付けて、そのホストにもう一度問い合わせてください",
                    $"this is a snapshot of {snapshot.ComputerName}, and the run kept another host under that name: its file was copied over. Ask the host again, with -Resume"
                )
            );
        }

        return RunFolder.IsAsWritten(file, bytes, Manifest.Snapshots)
            ? snapshot
            : throw new InputException(
                file,
                new LocalText(
                    "実行がこの名前で保存したものではありません。実行の終了後に、変更されたか、置かれたものです。-Resume を付けて、そのホストにもう一度問い合わせてください",
                    "this isn't what the run kept under that name: it was changed, or put there, after the run had finished. Ask the host again, with -Resume"
                )
            );
    }

    /// <summary>What stands in for a host whose snapshot can't be used: it was there, and nothing is known of it.</summary>
    public static Snapshot Unread(InputException bad) =>
        Unread(bad, System.IO.Path.GetFileNameWithoutExtension(System.IO.Path.GetFileNameWithoutExtension(bad.Path)));

    /// <summary>The same, of a host by its name.</summary>
    public static Snapshot Unread(InputException bad, string computerName)
    {
        var gap = new Gap(GapKind.NotCollected, System.IO.Path.GetFileName(bad.Path), bad.Told);
        return new Snapshot
        {
            ComputerName = computerName,
            Table = new FactTable(
                Collector
                    .All.SelectMany(collector => collector.Facts)
                    .Distinct()
                    .Select(type => type.NewSet(Array.Empty<Fact>(), new[] { gap }))
                    .ToArray()
            ),
        };
    }

    /// <summary>What is the same for one target in every run, whatever the case of its name; null for a file that no run named.</summary>
    public static string? TargetOf(string file) =>
        System.IO.Path.GetExtension(System.IO.Path.GetFileNameWithoutExtension(file)) is { Length: 1 + RunFolder.HashLength } hash
            ? hash
            : null;

    /// <summary>Whether the file is named after the host, whatever its address.</summary>
    public static bool IsNamedAfter(string file, string computerName) =>
        string.Equals(CalledIn(file), RunFolder.FileName(computerName), StringComparison.OrdinalIgnoreCase);

    /// <summary>The name for people in a file's name.</summary>
    public static string CalledIn(string file) =>
        System.IO.Path.GetFileNameWithoutExtension(System.IO.Path.GetFileNameWithoutExtension(file));
}
