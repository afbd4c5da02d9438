using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Keeping.Handovers;

/// <summary>
/// A folder that holds a hand-over: snapshots, a manifest that names each with its hash, and a signature over the manifest. The manifest is
/// read once; a
/// file's bytes are hashed each time that they are read, so that nothing is taken which was changed in between.
/// </summary>
internal sealed class HandoverFolder
{
    public const string ManifestName = "handover.json";
    public const string SignatureName = "handover.json.p7s";

    private const int MaxSignatureBytes = 64 * 1024;

    private readonly string _path;
    private readonly Dictionary<string, HandoverFile> _files;

    private HandoverFolder(string path, Handover handover, Signer? signer)
    {
        (_path, Handover, Signer) = (path, handover, signer);
        _files = handover.Files.ToDictionary(file => file.Name, StringComparer.OrdinalIgnoreCase);
    }

    public Handover Handover { get; }

    /// <summary>Who signed it; null when that wasn't asked.</summary>
    public Signer? Signer { get; }

    /// <summary>Whether a file of that name is taken for a snapshot.</summary>
    public static bool IsSnapshot(string name) =>
        (name.EndsWith(".json", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".json.gz", StringComparison.OrdinalIgnoreCase))
        && !IsOwn(name);

    /// <summary>Whether a file of that name is the manifest or its signature.</summary>
    public static bool IsOwn(string name) =>
        name.Equals(ManifestName, StringComparison.OrdinalIgnoreCase) || name.Equals(SignatureName, StringComparison.OrdinalIgnoreCase);

    public static bool HasManifest(string path) =>
        File.Exists(Path.Combine(path, ManifestName)) || File.Exists(Path.Combine(path, SignatureName));

    /// <summary>The snapshots in a folder, by name.</summary>
    public static string[] Snapshots(string path) =>
        Directory
            .GetFiles(path)
            .Where(file => IsSnapshot(Path.GetFileName(file)))
            .OrderBy(file => file, StringComparer.OrdinalIgnoreCase)
            .ToArray();

    /// <summary>Reads the manifest and believes it.</summary>
    /// <exception cref="HandoverException">It can't be read.</exception>
    public static HandoverFolder Open(string path) => new(path, Parsed(path, Manifest(path)), null);

    /// <summary>Believes the manifest when somebody trusted has signed it, and nothing of it before.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="demands">What it has to prove.</param>
    /// <param name="now">The time here.</param>
    /// <exception cref="HandoverException">There is none, or it doesn't prove that.</exception>
    public static HandoverFolder Prove(string path, HandoverDemands demands, DateTimeOffset now)
    {
        var manifest = Manifest(path);
        var place = Path.Combine(path, SignatureName);
        if (!File.Exists(place))
        {
            throw new HandoverException(
                Refusal.NoSignature,
                place,
                new LocalText(
                    "引き渡しデータに署名がないか、署名が取り除かれています",
                    "the hand-over isn't signed, or its signature was taken away"
                )
            );
        }

        var signer = ManifestSignature.Verify(place, manifest, Bytes(place, MaxSignatureBytes, Refusal.BadSignature));
        demands.Trusted.Demand(place, signer);
        var handover = Parsed(path, manifest);
        demands.DemandAge(Path.Combine(path, ManifestName), handover, signer, now);
        return new HandoverFolder(path, handover, signer);
    }

    /// <summary>Everything about the folder that isn't as the manifest says. All files are read for it.</summary>
    public IEnumerable<HandoverException> Misfits()
    {
        foreach (var path in Snapshots(_path).Where(path => Find(path) is null))
            yield return NotNamed(path);
        foreach (var file in Handover.Files)
        {
            HandoverException? misfit = null;
            try
            {
                Read(file);
            }
            catch (HandoverException bad)
            {
                misfit = bad;
            }

            if (misfit is not null)
                yield return misfit;
        }
    }

    /// <summary>The files that the manifest names and that aren't there.</summary>
    public IEnumerable<(HandoverFile File, HandoverException Problem)> Missing() =>
        Handover.Files.Where(file => !File.Exists(PathOf(file))).Select(file => (file, NotThere(file)));

    /// <summary>What the manifest says of a file in the folder.</summary>
    /// <exception cref="HandoverException">Nothing.</exception>
    public HandoverFile Named(string path) => Find(path) ?? throw NotNamed(path);

    /// <summary>The bytes of a file, which are those that were handed over.</summary>
    /// <exception cref="HandoverException">They aren't, or it isn't there.</exception>
    public byte[] Read(HandoverFile file)
    {
        var path = PathOf(file);
        if (!File.Exists(path))
            throw NotThere(file);
        if ((File.GetAttributes(path) & FileAttributes.ReparsePoint) != 0)
        {
            throw new HandoverException(
                Refusal.Changed,
                path,
                new LocalText("リンクです。引き渡されたのはファイルでした", "it is a link, and a file was handed over")
            );
        }

        var bytes = Bytes(path, JsonFile.MaxBytes, Refusal.Changed);
        if (file.Fits(bytes))
            return bytes;
        throw new HandoverException(
            Refusal.Changed,
            path,
            bytes.Length == file.Bytes
                ? new LocalText("内容が、引き渡されたものと異なります", "its content isn't what was handed over")
                : new LocalText(
                    $"{bytes.Length}バイトあり、引き渡された{file.Bytes}バイトと異なります",
                    $"it has {bytes.Length} bytes, and {file.Bytes} were handed over"
                )
        );
    }

    public string PathOf(HandoverFile file) => Path.Combine(_path, file.Name);

    private static byte[] Manifest(string path)
    {
        var place = Path.Combine(path, ManifestName);
        return File.Exists(place)
            ? Bytes(place, JsonFile.MaxBytes, Refusal.BadManifest)
            : throw new HandoverException(
                Refusal.NoManifest,
                place,
                new LocalText(
                    "ファイルがありません。引き渡しが完了していないか、目録が取り除かれています",
                    "it isn't there: no hand-over was finished here, or its manifest was taken away"
                )
            );
    }

    private static Handover Parsed(string path, byte[] manifest)
    {
        try
        {
            return Handover.Read(Path.Combine(path, ManifestName), manifest);
        }
        catch (InputException bad)
        {
            throw new HandoverException(
                Refusal.BadManifest,
                bad.Path,
                bad.Line > 0 ? new LocalText($"{bad.Line}行目: ", $"line {bad.Line}: ").Then(bad.Told) : bad.Told,
                bad
            );
        }
    }

    private static byte[] Bytes(string path, long maxBytes, Refusal refusal)
    {
        try
        {
            return FileBytes.Read(path, maxBytes);
        }
        catch (InputException bad)
        {
            throw new HandoverException(refusal, path, bad.Told, bad);
        }
    }

    private static HandoverException NotNamed(string path) =>
        new(
            Refusal.Added,
            path,
            new LocalText("引き渡されたものではありません。目録に記載がありません", "it wasn't handed over: the manifest doesn't name it")
        );

    private HandoverException NotThere(HandoverFile file) =>
        new(
            Refusal.Missing,
            PathOf(file),
            new LocalText(
                $"{file.ComputerName} のスナップショットとして引き渡されましたが、ファイルがありません",
                $"it was handed over, with a snapshot of {file.ComputerName}, and isn't there"
            )
        );

    private HandoverFile? Find(string path) => _files.TryGetValue(Path.GetFileName(path), out var file) ? file : null;
}
