using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Keeping.Handovers;

namespace ConfigAudit.Tests.Keeping.Handovers;

/// <summary>A hand-over of three hosts, and what becomes of it on the way.</summary>
internal sealed class HandedOver : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public HandedOver(SigningCertificates.Made? signer = null)
    {
        Path = _folder["handover"];
        Write(signer ?? SigningCertificates.Signer);
    }

    public string Path { get; }

    public string Manifest => this[HandoverFolder.ManifestName];

    public string Signature => this[HandoverFolder.SignatureName];

    public string First => HandoverFolder.Snapshots(Path)[0];

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public static IReadOnlyList<Snapshot> Snapshots { get; } =
        new[] { "PC001", "PC002", "PC003" }
            .Select(name => new Snapshot
            {
                ComputerName = name,
                CollectedAt = new DateTimeOffset(2026, 11, 16, 9, 0, 0, TimeSpan.FromHours(9)),
                Protocol = "Mmi",
            })
            .ToArray();

    /// <summary>What the receiver finds, with the signer's certificate pinned.</summary>
    public IReadOnlyList<Refusal> Refusals(TrustedSigners? trusted = null, TimeSpan? maximumAge = null, DateTimeOffset? now = null)
    {
        try
        {
            return HandoverFolder
                .Prove(Path, new HandoverDemands(trusted ?? Trusting(SigningCertificates.Signer), maximumAge), now ?? DateTimeOffset.Now)
                .Misfits()
                .Select(misfit => misfit.Refusal)
                .ToArray();
        }
        catch (HandoverException bad)
        {
            return new[] { bad.Refusal };
        }
    }

    public HandoverFolder Proven() =>
        HandoverFolder.Prove(Path, new HandoverDemands(Trusting(SigningCertificates.Signer)), DateTimeOffset.Now);

    public static TrustedSigners Trusting(params SigningCertificates.Made[] certificates)
    {
        var trusted = new TrustedSigners();
        foreach (var certificate in certificates)
            trusted.Add(certificate.Public);
        return trusted;
    }

    /// <summary>Replaces it by another one.</summary>
    public void Write(SigningCertificates.Made signer)
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
        Directory.CreateDirectory(Path);
        using var certificate = signer.Private;
        var writer = new HandoverWriter(Path, certificate);
        foreach (var snapshot in Snapshots)
            writer.Add(snapshot);
        writer.Finish();
    }

    public void Dispose() => _folder.Dispose();
}
