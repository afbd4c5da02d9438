using System;
using System.IO;
using System.Linq;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Files;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Notices;

/// <summary>A text file, UTF-8, to which notices are added.</summary>
internal sealed class FileChannel : NoticeChannel
{
    /// <summary>Far more than the first notice has before the next begins, or before a rotated file comes to one.</summary>
    private const int Looked = 64 * 1024;

    private static readonly string[] OtherKinds = { ".csv", ".json", ".xlsx", ".xls", ".html", ".htm", ".xml", ".sarif", ".ps1" };

    private readonly string _path;

    public FileChannel(string path) => _path = path;

    public override string Id => "file:" + _path;

    /// <summary>Why notices can't be added to a file: it is of another kind, which they would spoil. Null for nothing.</summary>
    public static LocalText? Refusal(string path) =>
        FilePlace.NoFile(path)
        ?? (
            OtherKinds.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase)
                ? new LocalText(
                    $"通知は文章で追記するため、{Path.GetExtension(path)} のファイルには書き込みません。.txt や .log で終わる名前を指定してください",
                    $"notices are added as plain text, and to no {Path.GetExtension(path)} file: use a name that ends in .txt or .log"
                )
            : IsOther(path)
                ? new LocalText(
                    "通知のファイルではなく、別の種類のファイルです。何も追記していません。別の名前を指定してください",
                    "this is no file of notices but one of another kind, and nothing was added to it: give another name"
                )
            : null
        );

    public override Task SendAsync(Notice notice, CancellationToken cancellation)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
            File.AppendAllText(
                _path,
                notice.Text.Replace("\n", Environment.NewLine) + Environment.NewLine,
                new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
            );
            return Task.CompletedTask;
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            throw new NoticeException(
                new LocalText($"{_path} に書き込めませんでした: {bad.Message}", $"{_path} could not be written: {bad.Message}"),
                bad
            );
        }
    }

    /// <summary>Whether there is a file in which no notice begins.</summary>
    private static bool IsOther(string path)
    {
        try
        {
            if (!File.Exists(path))
                return false;
            using var text = new StreamReader(path, Encoding.UTF8, detectEncodingFromByteOrderMarks: true);
            var read = new char[Looked];
            var start = new string(read, 0, text.ReadBlock(read, 0, read.Length));
            return !string.IsNullOrWhiteSpace(start)
                && !start.StartsWith(Notice.Beginning, StringComparison.Ordinal)
                && start.IndexOf('\n' + Notice.Beginning, StringComparison.Ordinal) < 0;
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException)
        {
            // Whoever writes to it says so.
            return false;
        }
    }
}
