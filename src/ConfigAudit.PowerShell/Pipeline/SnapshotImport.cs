using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;
using ConfigAudit.Keeping.Handovers;
using ConfigAudit.Keeping.Runs;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>Reads the snapshots of files, of runs and of hand-overs for a cmdlet, which is told all that is found and all that is wrong. A
/// host that was there stays in the count.</summary>
internal sealed class SnapshotImport
{
    private readonly AuditCommand _command;
    private readonly SnapshotFile _file = new(FactTypes.Shipped);
    private readonly Dictionary<string, HandoverFolder?> _folders = new(StringComparer.Ordinal);
    private readonly HandoverDemands? _demands;
    private readonly string? _seenPath;

    /// <param name="command">The cmdlet.</param>
    /// <param name="demands">What a hand-over has to prove; null for nothing.</param>
    /// <param name="seenPath">The record of the hand-overs accepted; null for none.</param>
    public SnapshotImport(AuditCommand command, HandoverDemands? demands, string? seenPath) =>
        (_command, _demands, _seenPath) = (command, demands, seenPath);

    /// <summary>How many files can't be used, of hosts that nobody knows.</summary>
    public int Lost { get; private set; }

    /// <summary>Whether anything else than manifests was named.</summary>
    public bool HadAny { get; private set; }

    /// <summary>A manifest that came by itself, of which nothing is read; null for none.</summary>
    public string? PassedOver { get; private set; }

    /// <summary>The snapshots of a folder; none where it, or what it was handed over as, can't be used.</summary>
    public IReadOnlyList<string> FilesOf(string folder)
    {
        HadAny = true;
        try
        {
            return _demands is null ? Found(folder) : Proven(folder, _demands);
        }
        catch (HandoverException bad)
        {
            _command.WriteError(_demands is null ? Records.Of(bad) : Records.OfWhole(bad, HandoverFolder.Snapshots(folder).Length));
            // Nothing of it is taken, and its hosts stay in the count; who demands a proof gets it whole or not at all.
            foreach (var file in _demands is null ? HandoverFolder.Snapshots(folder) : Array.Empty<string>())
                KeepPlace(file, SnapshotFile.HostOf(file), bad.Placed);
        }
        catch (InputException bad)
        {
            _command.WriteError(Records.Of(bad));
        }

        return Array.Empty<string>();
    }

    /// <summary>A file of ours that isn't there any more had a host.</summary>
    public void NotFound(string path) =>
        KeepPlace(path, SnapshotFile.HostOf(path), new LocalText("ファイルがありません", "it isn't there"));

    /// <summary>What can't be read was of a host, which stays in the count where its name is known.</summary>
    private void KeepPlace(string path, string? host, LocalText problem)
    {
        if (host is null)
        {
            Lost++;
        }
        else
        {
            _command.WriteObject(
                KeptRun.Unread(new InputException(path, problem), host) with
                {
                    CollectedAt = SnapshotFile.MomentOf(path),
                }
            );
        }
    }

    /// <summary>Reads a file, and emits its snapshot.</summary>
    /// <param name="path">The file.</param>
    /// <param name="isExact">Whether it was named exactly.</param>
    public void Read(string path, bool isExact)
    {
        // Named by a wildcard, or among others.
        if (HandoverFolder.IsOwn(Path.GetFileName(path)))
        {
            PassedOver = path;
            return;
        }

        try
        {
            var handover = HandoverHolding(path);
            if (handover is null && KeptRun.Holding(path) is { } run)
            {
                ReadKept(run, path);
                return;
            }

            HadAny = true;
            if (handover is null)
                _command.WriteObject(Named(path, isExact, _file.Load(path, FileBytes.Read(path, JsonFile.MaxBytes))));
            else
                _command.WriteObject(_file.Load(path, handover.Read(handover.Named(path))));
        }
        catch (HandoverException bad)
        {
            _command.WriteError(Records.Of(bad));
            // What the manifest doesn't name was never a host's.
            if (_demands is null && bad.Refusal == Refusal.Changed)
                KeepPlace(path, HandoverHolding(path)!.Named(path).ComputerName, bad.Placed);
        }
        catch (InputException bad)
        {
            _command.WriteError(Records.Of(bad));
            KeepPlace(path, SnapshotFile.HostOf(path), bad.Told);
        }
    }

    /// <summary>
    /// Without a manifest, a file's name is all that tells whose snapshot it was: of one that holds another's, its host stays in the count.
    /// Whoever names a
    /// file exactly means that one.
    /// </summary>
    private Snapshot Named(string path, bool isExact, Snapshot snapshot)
    {
        var host = isExact ? null : SnapshotFile.HostOf(path);
        if (host is null || string.Equals(host, SnapshotFile.SafeName(snapshot.ComputerName), StringComparison.OrdinalIgnoreCase))
            return snapshot;
        var bad = new InputException(
            path,
            new LocalText(
                $"{snapshot.ComputerName} のスナップショットですが、ファイル名は {host} のものです。取り違えられたか、上書きされています。もう一度受け取ってください",
                $"this is a snapshot of {snapshot.ComputerName}, and the file is named after {host}: it was exchanged, or copied over. Ask for it again"
            )
        );
        _command.WriteError(Records.Of(bad));
        return KeptRun.Unread(bad, host);
    }

    /// <summary>A host that a run kept is in the count, also where what it kept can't be used any more.</summary>
    private void ReadKept(KeptRun run, string path)
    {
        // Of a folder of runs' files the manifest is none.
        if (Path.GetFileName(path) == RunFolder.ManifestName)
        {
            PassedOver = path;
            return;
        }

        HadAny = true;
        try
        {
            _command.WriteObject(run.Load(path));
        }
        catch (InputException bad)
        {
            _command.WriteError(Records.Of(bad));
            _command.WriteObject(KeptRun.Unread(bad));
        }
    }

    private IReadOnlyList<string> Found(string folder)
    {
        if (!HandoverFolder.HasManifest(folder) && KeptRun.Holding(folder) is { } run)
        {
            _command.WarnOfOvertaken(run);
            return run.Files;
        }

        if (Opened(folder) is { } handover)
        {
            _command.WriteWarning(
                Records.Say(
                    $"{folder} は引き渡しですが、署名者を確かめていません。-RequireSignature と -Trusted を指定すると検証します。",
                    $"{folder} holds a hand-over, and who signed it isn't looked at: -RequireSignature with -Trusted proves it."
                )
            );
            foreach (var (file, missing) in handover.Missing())
            {
                _command.WriteError(Records.Of(missing));
                KeepPlace(handover.PathOf(file), file.ComputerName, missing.Placed);
            }
        }

        var files = HandoverFolder.Snapshots(folder);
        if (files.Length == 0)
            _command.WriteError(Records.NothingFound(folder));
        return files;
    }

    private string[] Proven(string folder, HandoverDemands demands)
    {
        var proven = HandoverFolder.Prove(folder, demands, DateTimeOffset.Now);
        var isWhole = true;
        foreach (var misfit in proven.Misfits())
        {
            _command.WriteError(Records.OfWhole(misfit, proven.Handover.Hosts));
            isWhole = false;
        }

        if (!isWhole || (_seenPath is not null && !Accept(_seenPath, folder, proven)))
            return Array.Empty<string>();
        var handover = proven.Handover;
        _command.WriteVerbose(
            Records.Say(
                $"{folder}: 引き渡し {handover.Id}（{handover.Hosts}台）。{handover.CreatedAt:yyyy-MM-dd HH:mm zzz} に {handover.From} で {handover.By} が作成、署名者 {proven.Signer}。",
                $"{folder}: hand-over {handover.Id} of {handover.Hosts} hosts, made by {handover.By} on {handover.From} at {handover.CreatedAt:yyyy-MM-dd HH:mm zzz}, signed by {proven.Signer}."
            )
        );
        _folders[Key(folder)] = proven;
        return handover.Files.Select(proven.PathOf).ToArray();
    }

    /// <summary>Puts a hand-over on record before anything of it is emitted: what was judged and isn't on record could be offered
    /// again.</summary>
    private bool Accept(string path, string folder, HandoverFolder proven)
    {
        if (
            !_command.ShouldProcess(
                path,
                Records.Say($"引き渡し {proven.Handover.Id} の受け入れ", $"Accept the hand-over {proven.Handover.Id}")
            )
        )
        {
            return false;
        }

        try
        {
            if (!File.Exists(path))
            {
                _command.WriteWarning(
                    Records.Say(
                        $"{path} がないため新しく作成します。これまでに受け入れた引き渡しは記録にありません。",
                        $"{path} isn't there and is begun: hand-overs that were accepted before aren't known."
                    )
                );
            }

            SeenHandovers.Accept(path, folder, proven.Handover, proven.Signer!, DateTimeOffset.Now);
            return true;
        }
        catch (InputException bad)
        {
            _command.WriteError(Records.Of(bad));
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            _command.WriteError(Records.NotWritten(bad, path));
        }

        return false;
    }

    /// <summary>The hand-over that a file is part of; null where there is none.</summary>
    private HandoverFolder? HandoverHolding(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (_demands is null)
            return Opened(folder);
        return _folders.TryGetValue(Key(folder), out var proven)
            ? proven
            : throw new HandoverException(
                Refusal.NoManifest,
                path,
                new LocalText("ファイル単独では証明できません", "a file can't be proven by itself")
            );
    }

    private HandoverFolder? Opened(string folder)
    {
        if (!_folders.TryGetValue(Key(folder), out var handover))
            _folders[Key(folder)] = handover = HandoverFolder.HasManifest(folder) ? HandoverFolder.Open(folder) : null;
        return handover;
    }

    private static string Key(string folder) =>
        Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar);
}
