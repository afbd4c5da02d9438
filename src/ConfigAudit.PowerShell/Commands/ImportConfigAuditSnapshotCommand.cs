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
    private SnapshotImport _import = null!;

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
        // Whoever names the manifest means what it names. Where it comes among other files, those are meant.
        Path = OfManifests(Path, Find);
        LiteralPath = OfManifests(LiteralPath, path => new[] { ResolveNew(path) });
        if (RequireSignature && Trusted.Length == 0)
        {
            throw new PSArgumentException(
                Records.Say(
                    "-RequireSignature には、署名者として認める証明書を -Trusted で指定してください。",
                    "-RequireSignature needs -Trusted: who may have signed."
                )
            );
        }

        if (!RequireSignature && (Trusted.Length > 0 || SeenPath is not null || MaximumAge is not null))
        {
            throw new PSArgumentException(
                Records.Say(
                    "-Trusted、-SeenPath、-MaximumAge は -RequireSignature とともに使います。単独では何の効果もありません。",
                    "-Trusted, -SeenPath and -MaximumAge are about what -RequireSignature proves, and do nothing without it."
                )
            );
        }

        var demands = RequireSignature ? new HandoverDemands(Signers(), MaximumAge) : null;
        var seen = SeenPath is null ? null : ResolveNew(SeenPath);
        if (seen is not null && FilePlace.NoFile(seen) is { } why)
            ThrowTerminatingError(Records.Misplaced(seen, why));
        _import = new SnapshotImport(this, demands, seen);
    }

    private protected override IReadOnlyList<string> FilesOf(string folder) => _import.FilesOf(folder);

    private protected override void NotFound(string path)
    {
        base.NotFound(path);
        _import.NotFound(path);
    }

    private protected override void Read(string path) => _import.Read(path, ParameterSetName == ByLiteralPath);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_import.Lost > 0)
            WriteWarning(Records.HostsLost(_import.Lost));
        if (!_import.HadAny && _import.PassedOver is { } manifest)
            WriteWarning(Records.ManifestAlone(manifest));
    }

    /// <summary>The folders of manifests that were named, and nothing besides; else what was named.</summary>
    private static string[] OfManifests(string[] paths, Func<string, IEnumerable<string>> found)
    {
        if (paths.Length == 0 || !paths.All(path => IsManifest(System.IO.Path.GetFileName(path))))
            return paths;
        var files = paths.SelectMany(found).ToArray();
        return files.Length == 0 || !files.All(IsManifestFile)
            ? paths
            : files.Select(file => System.IO.Path.GetDirectoryName(file)!).Distinct(StringComparer.Ordinal).ToArray();
    }

    private static bool IsManifest(string name) =>
        HandoverFolder.IsOwn(name) || name.Equals(RunFolder.ManifestName, StringComparison.OrdinalIgnoreCase);

    private static bool IsManifestFile(string path)
    {
        try
        {
            return File.Exists(path) && (HandoverFolder.IsOwn(System.IO.Path.GetFileName(path)) || KeptRun.Holding(path) is not null);
        }
        catch (InputException)
        {
            return false;
        }
    }

    private TrustedSigners Signers()
    {
        var signers = new TrustedSigners();
        try
        {
            foreach (var trusted in Trusted.Where(trusted => !signers.TryAdd(trusted)))
            {
                if (!File.Exists(ResolveNew(trusted)) && TrustedSigners.Digits(trusted) is { } digits)
                    throw new InputException(trusted, TrustedSigners.NoThumbprint(digits));
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
