using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Telling.Notices;

/// <summary>A text file, UTF-8, to which notices are added.</summary>
internal sealed class FileChannel : NoticeChannel
{
    private readonly string _path;

    public FileChannel(string path) => _path = path;

    public override string Id => "file:" + _path;

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
}
