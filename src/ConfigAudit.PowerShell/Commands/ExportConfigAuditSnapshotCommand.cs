using System;
using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts;
using ConfigAudit.Keeping.Handovers;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Commands;

/// <summary>Writes snapshots to a folder, a file each, whole or not at all; with -Sign, as a hand-over that proves to be what was
/// collected.</summary>
[Cmdlet(VerbsData.Export, "ConfigAuditSnapshot", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportConfigAuditSnapshotCommand : AuditCommand, IDisposable
{
    private readonly HashSet<string> _written = new(StringComparer.OrdinalIgnoreCase);
    private readonly Refusals _refusals = new();
    private string _folder = string.Empty;
    private X509Certificate2? _own;
    private HandoverWriter? _handover;
    private int _failed;

    /// <summary>Snapshots, from New-ConfigAuditSnapshot or Import-ConfigAuditSnapshot.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [WholeSnapshot(Streams = true)]
    [AllowEmptyCollection]
    [ValidateNotNull]
    public Snapshot[] Snapshot { get; set; } = Array.Empty<Snapshot>();

    /// <summary>The folder; it is made if it isn't there. The files in it are named after host and moment.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = string.Empty;

    /// <summary>Packs each file by gzip.</summary>
    [Parameter]
    public SwitchParameter Compress { get; set; }

    /// <summary>Adds a manifest and its signature, last of all, and packs the files.</summary>
    [Parameter]
    public SwitchParameter Sign { get; set; }

    /// <summary>The signer's certificate with its private key, or its thumbprint.</summary>
    [Parameter]
    [Alias("CertificateThumbprint")]
    [Certificate]
    [ValidateNotNull]
    public X509Certificate2? Certificate { get; set; }

    /// <summary>A PFX file with the signer's certificate and private key.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CertificatePath { get; set; }

    /// <summary>The password of that file.</summary>
    [Parameter]
    [ValidateNotNull]
    public SecureString? CertificatePassword { get; set; }

    /// <summary>Emits the files written.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    public void Dispose()
    {
        _own?.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (Sign && (Certificate is null) == (CertificatePath is null))
        {
            throw new PSArgumentException(
                Records.Say(
                    "-Sign には署名者の証明書が必要です。-Certificate と -CertificatePath のどちらか一方を指定してください。",
                    "-Sign needs the signer's certificate: -Certificate or -CertificatePath, one of them."
                )
            );
        }

        if (
            (!Sign && (Certificate ?? (object?)CertificatePath) is not null) || (CertificatePassword is not null && CertificatePath is null)
        )
        {
            throw new PSArgumentException(
                Records.Say(
                    "-Certificate と -CertificatePath は -Sign とともに、-CertificatePassword は -CertificatePath とともに使います。",
                    "-Certificate and -CertificatePath are for -Sign, and -CertificatePassword is for -CertificatePath."
                )
            );
        }

        _folder = ResolveNew(Path);
        if (FilePlace.NoFolder(_folder) is { } why)
            ThrowTerminatingError(Records.Misplaced(_folder, why));
        if (HandoverFolder.HasManifest(_folder))
            ThrowTerminatingError(Records.HandedOver(_folder));
        if (Sign)
            Begin();
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        _refusals.Take(this, Snapshot);
        foreach (var snapshot in Snapshot)
        {
            Write(
                snapshot,
                System.IO.Path.Combine(_folder, Sign || Compress ? HandoverWriter.NameOf(snapshot) : SnapshotFile.NameOf(snapshot))
            );
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        _refusals.Finish(this);
        if (_handover is null)
            return;
        if (_failed > 0)
        {
            WriteError(Records.NotSigned(_folder, _failed));
            return;
        }

        if (_handover.Files.Count == 0)
            return;
        try
        {
            foreach (var path in _handover.Finish())
                Emit(path);
        }
        catch (InputException bad)
        {
            WriteError(Records.Of(bad));
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            WriteError(Records.NotWritten(bad, System.IO.Path.Combine(_folder, HandoverFolder.ManifestName)));
        }
    }

    private void Begin()
    {
        try
        {
            _own = CertificatePath is null ? null : SignerCertificate.Load(ResolveNew(CertificatePath), CertificatePassword);
            _handover = new HandoverWriter(_folder, Certificate ?? _own!);
        }
        catch (InputException bad)
        {
            ThrowTerminatingError(Records.Of(bad));
        }
    }

    private void Write(Snapshot snapshot, string path)
    {
        if (!ShouldProcess(path, Records.Say("スナップショットの書き込み", "Write snapshot")))
            return;
        if (!_written.Add(path))
        {
            WriteError(Records.WrittenTwice(path, snapshot));
            return;
        }

        try
        {
            Directory.CreateDirectory(_folder);
            if (_handover is not null)
                _handover.Add(snapshot);
            else if (Compress)
                FileBytes.Write(path, Gzip.Pack(SnapshotFile.Bytes(snapshot)));
            else
                SnapshotFile.Save(snapshot, path);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            _failed++;
            WriteError(Records.NotWritten(bad, path));
            return;
        }

        Emit(path);
    }

    private void Emit(string path)
    {
        if (PassThru)
            WriteObject(new FileInfo(path));
    }
}
