using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Keeping.Handovers;

/// <summary>
/// Writes a hand-over: snapshots as they come, packed, then the manifest, and its signature last. One that broke off has no signature, and
/// is nothing.
/// </summary>
internal sealed class HandoverWriter
{
    private readonly string _path;
    private readonly X509Certificate2 _certificate;
    private readonly List<HandoverFile> _files = new();

    /// <param name="path">The folder. It is made with the first file.</param>
    /// <param name="certificate">The signer's, with its key.</param>
    /// <exception cref="InputException">There is something in the folder already, or nothing can be signed with the
    /// certificate.</exception>
    public HandoverWriter(string path, X509Certificate2 certificate)
    {
        if (Directory.Exists(path) && (HandoverFolder.HasManifest(path) || HandoverFolder.Snapshots(path).Length > 0))
        {
            throw new InputException(
                path,
                new LocalText(
                    "このフォルダーにはすでにスナップショットがあります。署名付きの引き渡しは空のフォルダーから始めるため、新しいフォルダーを指定してください",
                    "there are snapshots in this folder already, and a signed hand-over begins with none: name a new folder"
                )
            );
        }

        if (SignerCertificate.Problem(certificate, DateTimeOffset.Now) is { } problem)
        {
            throw new InputException(
                SignerCertificate.Name(certificate),
                new LocalText(
                    problem.Text.Ja + "。署名には使えないため、別の証明書を指定してください",
                    problem.Text.En + ", so nothing can be signed with it: take another one"
                )
            );
        }
        // Tried before hosts are asked: what can't be signed afterwards was asked for nothing.
        ManifestSignature.Sign(Array.Empty<byte>(), certificate);
        (_path, _certificate) = (path, certificate);
    }

    public IReadOnlyList<HandoverFile> Files => _files;

    /// <summary>A snapshot's file, as it is called in a packed folder.</summary>
    public static string NameOf(Snapshot snapshot) => SnapshotFile.NameOf(snapshot) + ".gz";

    /// <exception cref="IOException">It couldn't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It couldn't be written.</exception>
    public void Add(Snapshot snapshot)
    {
        var bytes = Gzip.Pack(SnapshotFile.Bytes(snapshot));
        var file = new HandoverFile(NameOf(snapshot), snapshot.ComputerName, bytes.Length, FileHash.Hex(bytes));
        FileBytes.Write(Path.Combine(_path, file.Name), bytes);
        _files.Add(file);
    }

    /// <summary>Says what was handed over, and signs it.</summary>
    /// <returns>The manifest and its signature.</returns>
    /// <exception cref="InputException">It can't be signed.</exception>
    /// <exception cref="IOException">It couldn't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">It couldn't be written.</exception>
    public IReadOnlyList<string> Finish()
    {
        var manifest = new Handover { Files = _files.OrderBy(file => file.Name, StringComparer.Ordinal).ToArray() }.ToBytes();
        var signature = ManifestSignature.Sign(manifest, _certificate);
        var paths = new[] { Path.Combine(_path, HandoverFolder.ManifestName), Path.Combine(_path, HandoverFolder.SignatureName) };
        FileBytes.Write(paths[0], manifest);
        FileBytes.Write(paths[1], signature);
        return paths;
    }
}
