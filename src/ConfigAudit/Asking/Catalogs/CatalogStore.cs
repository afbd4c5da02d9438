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

    /// <summary>A file of each kind.</summary>
    public IEnumerable<string> Files => CatalogKind.All.Select(kind => Path.Combine(_folder, kind.FileName));

    /// <exception cref="InputException">A file can't be read.</exception>
    public IReadOnlyList<CatalogInfo> List() => CatalogKind.All.Select(kind => Info(kind, Path.Combine(_folder, kind.FileName))).ToArray();

    /// <summary>Reads a file whole, as a catalogue.</summary>
    /// <exception cref="InputException">It can't be read, or isn't one.</exception>
    public static CatalogInfo Read(string path) => Info(CatalogKind.Of(path), path);

    /// <summary>Whether a file may take the place of the one of its kind.</summary>
    /// <param name="path">The newer file.</param>
    /// <param name="sha256">What its bytes must come to: told by another way than the file.</param>
    /// <param name="allowsOlder">Whether an edition older than the one in use, or one that lies ahead, may take its place.</param>
    /// <exception cref="InputException">The file isn't what it should be.</exception>
    public CatalogInfo Check(string path, string sha256, bool allowsOlder) => Checked(path, sha256, allowsOlder).Newer;

    /// <summary>Puts a file in the place of the one of its kind, which is kept beside it under its edition's name.</summary>
    /// <param name="path">The newer file.</param>
    /// <param name="sha256">What its bytes must come to: told by another way than the file.</param>
    /// <param name="allowsOlder">Whether an edition older than the one in use, or one that lies ahead, may take its place.</param>
    /// <exception cref="InputException">The file isn't what it should be. Nothing was changed.</exception>
    /// <exception cref="IOException">The folder can't be written to. What stood there before is unchanged.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder can't be written to. What stood there before is unchanged.</exception>
    public CatalogInfo Install(string path, string sha256, bool allowsOlder)
    {
        var (newer, place, present, bytes) = Checked(path, sha256, allowsOlder);
        if (present is not null)
        {
            Write(
                Path.ChangeExtension(place, present.Edition.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + ".json"),
                File.ReadAllBytes(place)
            );
        }

        Write(place, bytes);
        return newer with { Path = place };
    }

    private (CatalogInfo Newer, string Place, CatalogInfo? Present, byte[] Bytes) Checked(string path, string sha256, bool allowsOlder)
    {
        var kind = CatalogKind.Of(path);
        var newer = Info(kind, path);
        var bytes = File.ReadAllBytes(path);
        // What is written are the bytes that were hashed, whatever became of the file meanwhile.
        var found = FileHash.Hex(new MemoryStream(bytes));
        var wanted = sha256.Trim().ToLowerInvariant();
        if (found != wanted)
        {
            throw new InputException(
                path,
                new LocalText(
                    $"SHA-256 は {found} で、指定された {wanted} と異なるため、意図したファイルではありません。何も変更していません。ファイルを入手し直すか、公表された値を確かめてください",
                    $"its SHA-256 is {found}, and {wanted} was expected: it isn't the file that was meant. Nothing was changed; get the file again, or look the published value up"
                )
            );
        }

        // Offsets from UTC make a day of difference, and no more.
        if (newer.Age < TimeSpan.FromDays(-1) && !allowsOlder)
        {
            throw new InputException(
                path,
                new LocalText(
                    $"版の日付 {newer.Edition:yyyy-MM-dd} が今日（{DateTime.Today:yyyy-MM-dd}）より先で、経過日数を数えられません。何も変更していません。このコンピュータの時計とファイルを確かめてください。それでも使用するには -Force を指定してください",
                    $"its edition, {newer.Edition:yyyy-MM-dd}, lies ahead of today, {DateTime.Today:yyyy-MM-dd}, so that its age can't be told. Nothing was changed; look at this computer's clock and at the file. -Force takes it all the same"
                )
            );
        }

        var place = Path.Combine(_folder, kind.FileName);
        var present = File.Exists(place) ? Info(kind, place) : null;
        if (newer.Edition < present?.Edition && !allowsOlder)
        {
            throw new InputException(
                path,
                new LocalText(
                    $"版の日付 {newer.Edition:yyyy-MM-dd} は、使用中の {present.Edition:yyyy-MM-dd} より古いものです。何も変更していません。古い版に戻すには -Force を指定してください",
                    $"its edition, {newer.Edition:yyyy-MM-dd}, is older than the one in use, {present.Edition:yyyy-MM-dd}. Nothing was changed; -Force goes back all the same"
                )
            );
        }

        return (newer with { Sha256 = found }, place, present, bytes);
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
