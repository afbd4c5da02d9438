using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;
using ConfigAudit.Keeping.Handovers;
using ConfigAudit.Keeping.Runs;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Emits the snapshots of files. Of a folder that was handed over, those that are as they were handed over.</summary>
[Cmdlet(VerbsData.Import, "ConfigAuditSnapshot", DefaultParameterSetName = ByPath, SupportsShouldProcess = true)]
[OutputType(typeof(Snapshot))]
public sealed class ImportConfigAuditSnapshotCommand : PathCommand
{
    private readonly SnapshotFile _file = new(FactTypes.Shipped);
    private readonly Dictionary<string, HandoverFolder?> _folders = new(StringComparer.Ordinal);
    private HandoverDemands? _demands;

    /// <summary>How many files can't be used, of hosts that nobody knows.</summary>
    private int _lost;

    /// <summary>Take signed hand-overs alone, each whole or not at all.</summary>
    [Parameter]
    public SwitchParameter RequireSignature { get; set; }

    /// <summary>Who may have signed: files of certificates, PEM or DER, of signers or of authorities, or thumbprints of signers.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[] Trusted { get; set; } = Array.Empty<string>();

    /// <summary>The record of the hand-overs accepted; it is made if it isn't there.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? SeenPath { get; set; }

    /// <summary>The oldest that a hand-over may be.</summary>
    [Parameter]
    [Days]
    public TimeSpan? MaximumAge { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (RequireSignature && Trusted.Length == 0)
            throw new PSArgumentException("-RequireSignature needs -Trusted: who may have signed.");
        if (!RequireSignature && (Trusted.Length > 0 || SeenPath is not null || MaximumAge is not null))
            throw new PSArgumentException("-Trusted, -SeenPath and -MaximumAge are about what -RequireSignature proves, and do nothing without it.");
        if (RequireSignature)
            _demands = new HandoverDemands(Signers(), MaximumAge);
    }

    private protected override IReadOnlyList<string> FilesOf(string folder)
    {
        try
        {
            return _demands is null ? Found(folder) : Proven(folder, _demands);
        }
        catch (HandoverException bad)
        {
            WriteError(_demands is null ? Records.Of(bad) : Records.OfWhole(bad, HandoverFolder.Snapshots(folder).Length));
            // Nothing of it is taken, and its hosts stay in the count; who demands a proof gets it whole or not at all.
            foreach (var file in _demands is null ? HandoverFolder.Snapshots(folder) : Array.Empty<string>())
                KeepPlace(file, SnapshotFile.HostOf(file), bad.Message);
        }
        catch (InputException bad)
        {
            WriteError(Records.Of(bad));
        }

        return Array.Empty<string>();
    }

    /// <summary>A file of ours that isn't there any more had a host.</summary>
    private protected override void NotFound(string path)
    {
        base.NotFound(path);
        KeepPlace(path, SnapshotFile.HostOf(path), "it isn't there");
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_lost > 0)
            WriteWarning(Records.HostsLost(_lost));
    }

    /// <summary>What can't be read was of a host, which stays in the count where its name is known.</summary>
    private void KeepPlace(string path, string? host, string problem)
    {
        if (host is null)
            _lost++;
        else
            WriteObject(KeptRun.Unread(new InputException(path, problem), host) with { CollectedAt = SnapshotFile.MomentOf(path) });
    }

    private protected override void Read(string path)
    {
        // Named by a wildcard.
        if (HandoverFolder.IsOwn(System.IO.Path.GetFileName(path)))
            return;
        try
        {
            var handover = Around(path);
            if (handover is null && KeptRun.Around(path) is { } run)
                ReadKept(run, path);
            else if (handover is null)
                WriteObject(Named(path, _file.Load(path, FileBytes.Read(path, JsonFile.MaxBytes))));
            else
                WriteObject(_file.Load(path, handover.Read(handover.Named(path))));
        }
        catch (HandoverException bad)
        {
            WriteError(Records.Of(bad));
            // What the manifest doesn't name was never a host's.
            if (_demands is null && bad.Refusal == Refusal.Changed)
                KeepPlace(path, Around(path)!.Named(path).ComputerName, bad.Message);
        }
        catch (InputException bad)
        {
            WriteError(Records.Of(bad));
            KeepPlace(path, SnapshotFile.HostOf(path), bad.Problem);
        }
    }

    /// <summary>
    /// Without a manifest, a file's name is all that tells whose snapshot it was: of one that holds another's, its host stays in the count. Whoever names a
    /// file exactly means that one.
    /// </summary>
    private Snapshot Named(string path, Snapshot snapshot)
    {
        var host = ParameterSetName == ByLiteralPath ? null : SnapshotFile.HostOf(path);
        if (host is null || string.Equals(host, SnapshotFile.SafeName(snapshot.ComputerName), StringComparison.OrdinalIgnoreCase))
            return snapshot;
        var bad = new InputException(path,
            $"this is a snapshot of {snapshot.ComputerName}, and the file is named after {host}: it was exchanged, or copied over. Ask for it again");
        WriteError(Records.Of(bad));
        return KeptRun.Unread(bad, host);
    }

    /// <summary>A host that a run kept is in the count, also where what it kept can't be used any more.</summary>
    private void ReadKept(KeptRun run, string path)
    {
        // Of a folder of runs' files the manifest is none.
        if (System.IO.Path.GetFileName(path) == RunFolder.ManifestName)
            return;
        try
        {
            WriteObject(run.Load(path));
        }
        catch (InputException bad)
        {
            WriteError(Records.Of(bad));
            WriteObject(KeptRun.Unread(bad));
        }
    }

    private IReadOnlyList<string> Found(string folder)
    {
        if (!HandoverFolder.HasManifest(folder) && KeptRun.Around(folder) is { } run)
        {
            this.WarnOfOvertaken(run);
            return run.Files;
        }

        if (Opened(folder) is { } handover)
        {
            WriteWarning($"{folder} holds a hand-over, and who signed it isn't looked at: -RequireSignature with -Trusted proves it.");
            foreach (var (file, missing) in handover.Missing())
            {
                WriteError(Records.Of(missing));
                KeepPlace(handover.PathOf(file), file.ComputerName, missing.Message);
            }
        }

        var files = HandoverFolder.Snapshots(folder);
        if (files.Length == 0)
            WriteError(Records.NothingFound(folder));
        return files;
    }

    private string[] Proven(string folder, HandoverDemands demands)
    {
        var proven = HandoverFolder.Prove(folder, demands, DateTimeOffset.Now);
        var isWhole = true;
        foreach (var misfit in proven.Misfits())
        {
            WriteError(Records.OfWhole(misfit, proven.Handover.Hosts));
            isWhole = false;
        }

        if (!isWhole || (SeenPath is not null && !Accept(ResolveNew(SeenPath), folder, proven)))
            return Array.Empty<string>();
        var handover = proven.Handover;
        WriteVerbose($"{folder}: hand-over {handover.Id} of {handover.Hosts} hosts, made by {handover.By} on {handover.From} at {handover.CreatedAt:yyyy-MM-dd HH:mm zzz}, signed by {proven.Signer}.");
        _folders[Key(folder)] = proven;
        return handover.Files.Select(proven.PathOf).ToArray();
    }

    /// <summary>Puts a hand-over on record before anything of it is emitted: what was judged and isn't on record could be offered again.</summary>
    private bool Accept(string path, string folder, HandoverFolder proven)
    {
        if (!ShouldProcess(path, $"Accept the hand-over {proven.Handover.Id}"))
            return false;
        try
        {
            if (!File.Exists(path))
                WriteWarning($"{path} isn't there and is begun: hand-overs that were accepted before aren't known.");
            SeenHandovers.Accept(path, folder, proven.Handover, proven.Signer!, DateTimeOffset.Now);
            return true;
        }
        catch (InputException bad)
        {
            WriteError(Records.Of(bad));
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            WriteError(Records.NotWritten(bad, path));
        }

        return false;
    }

    /// <summary>The hand-over that a file is part of; null where there is none.</summary>
    private HandoverFolder? Around(string path)
    {
        var folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path))!;
        if (_demands is null)
            return Opened(folder);
        return _folders.TryGetValue(Key(folder), out var proven) ? proven
            : throw new HandoverException(Refusal.NoManifest, path, "a file can't be proven by itself");
    }

    private HandoverFolder? Opened(string folder)
    {
        if (!_folders.TryGetValue(Key(folder), out var handover))
            _folders[Key(folder)] = handover = HandoverFolder.HasManifest(folder) ? HandoverFolder.Open(folder) : null;
        return handover;
    }

    private static string Key(string folder) =>
        System.IO.Path.GetFullPath(folder).TrimEnd(System.IO.Path.DirectorySeparatorChar, System.IO.Path.AltDirectorySeparatorChar);

    private TrustedSigners Signers()
    {
        var signers = new TrustedSigners();
        try
        {
            foreach (var trusted in Trusted.Where(trusted => !signers.TryAdd(trusted)))
            {
                foreach (var certificate in CertificateFile.Load(ResolveNew(trusted)).Cast<X509Certificate2>())
                    signers.Add(certificate);
            }
        }
        catch (InputException bad)
        {
            ThrowTerminatingError(Records.Of(bad));
        }

        return signers;
    }
}
