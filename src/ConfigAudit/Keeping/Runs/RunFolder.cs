using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.Keeping.Runs;

/// <summary>
/// A run that is kept: <c>run.json</c> says what was asked, and <c>snapshots/</c> holds each host as it was learnt. Every file is written
/// whole or not at
/// all, so that a run which broke off at any moment lost the hosts in flight and nothing else. One process at a time works on it.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    public const string ManifestName = "run.json";
    public const string SnapshotsName = "snapshots";
    public const int HashLength = 12;

    private const string LockName = "run.lock";

    private readonly string _manifest;
    private readonly string _snapshots;
    private readonly SnapshotFile _file = new(FactTypes.Shipped);
    private readonly FileStream _lock;

    /// <summary>The files of the targets that came since it was opened, each with the target's name.</summary>
    private readonly Dictionary<string, string> _taken = new(StringComparer.Ordinal);
    private RunManifest _asked;

    /// <summary>The files of the run that is gone on with, where it had finished.</summary>
    private IReadOnlyList<FileHash> _finished = Array.Empty<FileHash>();

    /// <summary>The hosts of a run that was gone on with, of which none came this time; known when it has finished.</summary>
    public IReadOnlyList<string> Left { get; private set; } = Array.Empty<string>();

    private RunFolder(string path, RunManifest asked)
    {
        (_manifest, _snapshots, _asked) = (Path.Combine(path, ManifestName), Path.Combine(path, SnapshotsName), asked);
        Directory.CreateDirectory(_snapshots);
        _lock = LockFile.Hold(
            Path.Combine(path, LockName),
            new LocalText(
                "別のプロセスがこの実行を処理しています。終わるまで待つか、別のフォルダを指定してください",
                "another process works on this run: wait until it has ended, or name another folder"
            )
        );
    }

    /// <summary>Begins a run, or goes on with one that asked the same.</summary>
    /// <param name="path">The folder; it is made if it isn't there.</param>
    /// <param name="asked">What this run asks.</param>
    /// <param name="resume">Whether to go on with a run that is there. One that isn't there is begun.</param>
    /// <exception cref="InputException">There is a run already, or the one to go on with asked something else, or its manifest can't be
    /// read, or another process works on it.</exception>
    /// <exception cref="IOException">The folder can't be written to.</exception>
    public static RunFolder Open(string path, RunManifest asked, bool resume)
    {
        var folder = new RunFolder(path, asked);
        try
        {
            folder.Begin(resume);
            return folder;
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    /// <summary>What the run learnt of a host. Null for one that is still to be asked: it wasn't yet, or couldn't be reached, or its file
    /// is damaged, or another host's.</summary>
    public Snapshot? Find(Target target)
    {
        var path = PathOf(target);
        if (!File.Exists(path))
            return null;
        try
        {
            var bytes = FileBytes.Read(path, JsonFile.MaxBytes);
            var snapshot = _file.Load(path, bytes);
            if (
                !IsWhole(snapshot)
                || !string.Equals(snapshot.ComputerName, target.ComputerName, StringComparison.OrdinalIgnoreCase)
                || !IsAsWritten(path, bytes, _finished)
            )
            {
                return null;
            }

            lock (_file)
                _taken[path] = target.ComputerName;
            return snapshot;
        }
        catch (InputException)
        {
            return null;
        }
    }

    /// <exception cref="IOException">It couldn't be written.</exception>
    public void Keep(Target target, Snapshot snapshot)
    {
        // One after the other: an inventory may name a host twice.
        lock (_file)
        {
            SnapshotFile.Save(snapshot, PathOf(target));
            _taken[PathOf(target)] = target.ComputerName;
        }
    }

    /// <summary>Takes a host out of the run again: it is a machine that the run has under another name.</summary>
    /// <exception cref="IOException">It couldn't be deleted.</exception>
    public void Drop(string computerName)
    {
        lock (_file)
        {
            foreach (
                var path in Directory
                    .GetFiles(_snapshots, "*.json")
                    .Where(path => KeptRun.IsNamedAfter(path, computerName) && IsOf(path, computerName))
            )
            {
                _taken.Remove(path);
                File.Delete(path);
            }
        }
    }

    /// <summary>
    /// A run has one snapshot a host: what was kept of it when its row named another address, port or recording isn't of it any more. Which
    /// targets came
    /// is known when all have: one name may stand for several.
    /// </summary>
    private void Supersede()
    {
        var taken = _taken.ToLookup(each => FileName(each.Value), each => each.Value, StringComparer.OrdinalIgnoreCase);
        foreach (var path in Directory.GetFiles(_snapshots, "*.json").Where(path => !_taken.ContainsKey(path)))
        {
            if (taken[KeptRun.CalledIn(path)].Any(name => IsOf(path, name)))
                File.Delete(path);
        }
    }

    /// <summary>Whether a file that is named after the host holds it: other names may be written alike, or begin alike.</summary>
    private bool IsOf(string path, string computerName)
    {
        try
        {
            return string.Equals(_file.Load(path).ComputerName, computerName, StringComparison.OrdinalIgnoreCase);
        }
        catch (InputException)
        {
            // What can't be read is of the one host whose name is written so.
            return FileName(computerName) == computerName && computerName.IndexOf('_') < 0;
        }
    }

    /// <summary>Says in the manifest that all was asked, and which files the run consists of.</summary>
    /// <exception cref="IOException">It couldn't be written.</exception>
    public void Finish()
    {
        Supersede();
        var files = Directory.GetFiles(_snapshots, "*.json").OrderBy(path => path, StringComparer.Ordinal).ToArray();
        Left = files.Where(path => !_taken.ContainsKey(path)).Select(KeptRun.CalledIn).ToArray();
        (_asked with { FinishedAt = DateTimeOffset.Now, Snapshots = files.Select(FileHash.Of).ToArray() }).Save(_manifest);
    }

    public void Dispose() => _lock.Dispose();

    /// <summary>The first part of a file's name, for people.</summary>
    public static string FileName(string computerName)
    {
        var name = SnapshotFile.SafeName(computerName);
        return name.Length > 40 ? name.Substring(0, 40) : name;
    }

    /// <summary>Whether a file is the one that the manifest of a finished run names; true where it names none.</summary>
    public static bool IsAsWritten(string path, byte[] bytes, IReadOnlyList<FileHash> files)
    {
        var name = Path.GetFileName(path);
        return files.Count == 0 || files.Any(file => file.Name == name && file.Sha256 == FileHash.Hex(bytes));
    }

    /// <summary>Whether the host was reached and answered all that it was asked. What it refused, it will refuse again.</summary>
    private static bool IsWhole(Snapshot snapshot) =>
        snapshot.Protocol is not null && !snapshot.Gaps.Any(gap => gap.Kind is GapKind.Timeout or GapKind.Busy or GapKind.Unreachable);

    private void Begin(bool resume)
    {
        if (!File.Exists(_manifest))
        {
            if (Directory.EnumerateFiles(_snapshots, "*.json").Any())
            {
                throw new InputException(
                    _snapshots,
                    new LocalText(
                        $"ここにはスナップショットがありますが、その内容を示す {ManifestName} がありません。別のフォルダを指定してください",
                        $"there are snapshots here, and no {ManifestName} that tells what they are: name another folder"
                    )
                );
            }

            _asked.Save(_manifest);
            return;
        }

        if (!resume)
        {
            throw new InputException(
                _manifest,
                new LocalText(
                    "このフォルダにはすでに監査の実行があります。-Resume で再開するか、別のフォルダを指定してください",
                    "there is a run in this folder already: go on with it by -Resume, or name another folder"
                )
            );
        }

        var before = RunManifest.Load(_manifest);
        if (before.Difference(_asked) is { } difference)
        {
            throw new InputException(
                _manifest,
                new LocalText(
                    $"この実行は再開できません（{difference.Ja}）。別のフォルダで新しく開始してください",
                    $"this run can't be resumed: {difference.En}. Begin a new one in another folder"
                )
            );
        }

        _finished = before.Snapshots;
        _asked = before with { FinishedAt = null, Snapshots = Array.Empty<FileHash>() };
        _asked.Save(_manifest);
        // What a broken run left half written is nothing.
        var rests = Directory
            .GetFiles(Path.GetDirectoryName(_manifest)!, ManifestName + ".*.tmp")
            .Concat(Directory.GetFiles(_snapshots, "*.json.*.tmp"));
        foreach (var rest in rests.Where(path => path.EndsWith(".tmp", StringComparison.OrdinalIgnoreCase)))
            File.Delete(rest);
    }

    /// <summary>
    /// The name for people, and a hash of all that tells one target from another: names may differ in what file systems drop, and one name
    /// may stand
    /// for two addresses.
    /// </summary>
    private string PathOf(Target target)
    {
        var key = $"{target.ComputerName}|{target.Address}|{target.Port}|{target.RecordingPath}".ToUpperInvariant();
        var hash = FileHash.Hex(new MemoryStream(Encoding.UTF8.GetBytes(key))).Substring(0, HashLength);
        return Path.Combine(_snapshots, $"{FileName(target.ComputerName)}.{hash}.json");
    }
}
