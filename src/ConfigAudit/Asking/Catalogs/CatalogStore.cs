using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>
/// The catalogues of the module, and how a newer one takes an older one's place. They stand beside the module's binaries, so that nobody
/// can change what
/// is taken for supported who couldn't change the module itself.
/// </summary>
internal sealed class CatalogStore
{
    private readonly string _folder;

    public CatalogStore(string folder) => _folder = folder;

    /// <exception cref="InputException">A file can't be read.</exception>
    public IReadOnlyList<CatalogInfo> List() => CatalogKind.All.Select(kind => Info(kind, Path.Combine(_folder, kind.FileName))).ToArray();

    /// <summary>Reads a file whole, as a catalogue.</summary>
    /// <exception cref="InputException">It can't be read, or isn't one.</exception>
    public static CatalogInfo Read(string path) => Info(CatalogKind.Of(path), path);

    /// <summary>Puts a file in the place of the one of its kind, which is kept beside it under its edition's name.</summary>
    /// <param name="path">The newer file.</param>
    /// <param name="sha256">What its bytes must come to: told by another way than the file.</param>
    /// <param name="allowsOlder">Whether an edition older than the one in use may take its place.</param>
    /// <exception cref="InputException">The file isn't what it should be. Nothing was changed.</exception>
    /// <exception cref="IOException">The folder can't be written to. What stood there before is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be written to. What stood there before is unchanged.</exception>
    public CatalogInfo Install(string path, string sha256, bool allowsOlder)
    {
        var kind = CatalogKind.Of(path);
        var newer = Info(kind, path);
        var bytes = File.ReadAllBytes(path);
        // What is written are the bytes that were hashed, whatever became of the file meanwhile.
        var found = FileHash.Hex(new MemoryStream(bytes));
        if (!found.Equals(sha256.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            throw new InputException(
                path,
                new LocalText(
                    $"SHA-256が {found} で、指定された {sha256.Trim().ToLowerInvariant()} と異なります。意図したファイルではありません。何も変更していません",
                    $"its SHA-256 is {found}, and {sha256.Trim().ToLowerInvariant()} was expected: it isn't the file that was meant. Nothing was changed"
                )
            );
        }

        var place = Path.Combine(_folder, kind.FileName);
        if (File.Exists(place))
        {
            var present = Info(kind, place);
            if (newer.Edition < present.Edition && !allowsOlder)
            {
                throw new InputException(
                    path,
                    new LocalText(
                        $"版（{newer.Edition:yyyy-MM-dd}）が、使用中の版（{present.Edition:yyyy-MM-dd}）より古いものです。何も変更していません。古い版に戻すには -Force を指定してください",
                        $"its edition, {newer.Edition:yyyy-MM-dd}, is older than the one in use, {present.Edition:yyyy-MM-dd}. Nothing was changed; -Force goes back all the same"
                    )
                );
            }

            Write(
                Path.ChangeExtension(place, present.Edition.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".json"),
                File.ReadAllBytes(place)
            );
        }

        Write(place, bytes);
        return newer with { Path = place, Sha256 = found };
    }

    private static void Write(string path, byte[] bytes)
    {
        using var file = new AtomicFile(path);
        file.Stream.Write(bytes, 0, bytes.Length);
        file.Commit();
    }

    private static CatalogInfo Info(CatalogKind kind, string path)
    {
        var edition = JsonDocument.Load(path, kind.Format).Root["edition"];
        return new CatalogInfo
        {
            Name = Path.GetFileNameWithoutExtension(kind.FileName),
            Edition = edition.Day(),
            Entries = kind.Count(path),
            Sha256 = FileHash.Of(path).Sha256,
            Path = path,
        };
    }
}
