using System;
using System.IO;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Files;

/// <summary>Says of a path what the system says in its own words, or wrongly: nothing is there, or a folder where a file is wanted, or the
/// other way round.</summary>
internal static class FilePlace
{
    public static LocalText IsFolder { get; } = new("フォルダです。ファイルを指定してください", "this is a folder: name a file");

    public static LocalText IsMissing { get; } = new("ファイルがありません。名前を確認してください", "it isn't there: look at its name");

    private static LocalText IsFile { get; } = new("ファイルです。フォルダを指定してください", "this is a file: name a folder");

    /// <summary>Why a file couldn't be opened.</summary>
    public static LocalText Unopened(string path, Exception bad) =>
        Directory.Exists(path) ? IsFolder
        : bad is FileNotFoundException or DirectoryNotFoundException ? IsMissing
        : new LocalText("開けません: " + bad.Message, "it can't be opened: " + bad.Message);

    /// <summary>Why no file can be written there; null where its place tells nothing against it.</summary>
    public static LocalText? NoFile(string path) =>
        !Path.IsPathRooted(path) ? null
        : Directory.Exists(path) ? IsFolder
        : Path.GetDirectoryName(path) is { Length: > 0 } folder ? NoFolder(folder)
        : null;

    /// <summary>Why no folder can be there; null where nothing tells against it.</summary>
    public static LocalText? NoFolder(string path)
    {
        for (string? place = path; !string.IsNullOrEmpty(place) && !Directory.Exists(place); place = Path.GetDirectoryName(place))
        {
            if (File.Exists(place))
            {
                return place == path
                    ? IsFile
                    : new LocalText(
                        $"{place} はファイルで、その中には何も作成できません。フォルダを指定してください",
                        $"{place} is a file, in which nothing can be made: name a folder"
                    );
            }
        }

        return null;
    }
}
