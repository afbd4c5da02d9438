using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Files;

/// <summary>
/// The text of a file as Japanese Excel saves it: UTF-8 with or without its mark, cp932, or UTF-16 ("Unicode text"), which has tabs for
/// commas. It is looked through for its encoding first, and then
/// read line by line, so that it takes the room of a line, however large it is.
/// </summary>
internal sealed class TextDecoder : TextReader
{
    /// <summary>More than the rows that are read of one file can have.</summary>
    private const long MaxBytes = 512L * 1024 * 1024;

    private static readonly byte[] Mark = { 0xEF, 0xBB, 0xBF };

    private readonly Stream _file;
    private readonly LineEncoding _encoding;
    private readonly IEnumerator<ArraySegment<byte>> _lines;
    private readonly List<int> _badLines = new();
    private string _line = string.Empty;
    private int _at;
    private int _number;

    private TextDecoder(Stream file, string path, LineEncoding encoding, bool hasMark)
    {
        Delimiter = DelimiterOf(file, path);
        file.Position = hasMark ? Mark.Length : 0;
        (_file, _encoding, _lines) = (file, encoding, RawLines.Of(file, path).GetEnumerator());
    }

    /// <summary>What parts the cells of a line: a comma, or a tab where the headers have tabs and no comma.</summary>
    public string Delimiter { get; }

    /// <param name="path">The file.</param>
    /// <param name="maxBytes">Of a longer file nothing is read.</param>
    /// <param name="utf8">How strictly UTF-8 is read; without it a U+FFFD is a character that was lost.</param>
    /// <exception cref="InputException">The file can't be opened, or is too long.</exception>
    public static TextDecoder Open(string path, long maxBytes = MaxBytes, LineEncoding? utf8 = null)
    {
        Stream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.SequentialScan);
            if (file.Length > maxBytes)
            {
                throw new InputException(
                    path,
                    new LocalText(
                        $"{file.Length / (1024 * 1024)} MBあり、読み取れるのは {maxBytes / (1024 * 1024)} MBまでです",
                        $"it has {file.Length / (1024 * 1024)} MB, and at most {maxBytes / (1024 * 1024)} MB are read"
                    )
                );
            }

            var beginning =
                RawLines.Of(file, path).Select(line => line.Take(Mark.Length).ToArray()).FirstOrDefault() ?? Array.Empty<byte>();
            if (beginning.Length >= 2 && ((beginning[0] == 0xFF && beginning[1] == 0xFE) || (beginning[0] == 0xFE && beginning[1] == 0xFF)))
                return new TextDecoder(file = FromUtf16(file), path, LineEncoding.Utf8, hasMark: false);
            var hasMark = beginning.SequenceEqual(Mark);
            return new TextDecoder(
                file,
                path,
                hasMark ? utf8 ?? LineEncoding.Utf8 : EncodingOf(file, path, utf8 ?? LineEncoding.Utf8),
                hasMark
            );
        }
        catch (InputException)
        {
            file?.Dispose();
            throw;
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            file?.Dispose();
            throw new InputException(path, FilePlace.Unopened(path, bad), bad);
        }
    }

    /// <summary>Whether one of these lines, from 1, which have been read, couldn't be decoded.</summary>
    public bool IsBad(int first, int last) =>
        _badLines.BinarySearch(first) is var at && (at >= 0 || (~at < _badLines.Count && _badLines[~at] <= last));

    public override int Peek() => Fill() ? _line[_at] : -1;

    public override int Read() => Fill() ? _line[_at++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        var filled = 0;
        while (filled < count && Fill())
        {
            var part = Math.Min(count - filled, _line.Length - _at);
            _line.CopyTo(_at, buffer, index + filled, part);
            _at += part;
            filled += part;
        }

        return filled;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _lines.Dispose();
            _file.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>What isn't UTF-8 hardly ever looks like it: a few bad lines among good ones don't make it cp932.</summary>
    private static LineEncoding EncodingOf(Stream file, string path, LineEncoding utf8)
    {
        var (good, bad) = Tally(file, path, utf8);
        return bad == 0 || good > bad || Tally(file, path, LineEncoding.ShiftJis).Bad > bad ? utf8 : LineEncoding.ShiftJis;
    }

    /// <summary>Of the lines that aren't ASCII, how many are in that encoding.</summary>
    private static (int Good, int Bad) Tally(Stream file, string path, LineEncoding encoding)
    {
        file.Position = 0;
        var (good, bad) = (0, 0);
        foreach (var line in RawLines.Of(file, path))
        {
            if (LineEncoding.IsAscii(line))
                continue;
            if (encoding.Decode(line).IsBad)
                bad++;
            else
                good++;
        }

        return (good, bad);
    }

    private static string DelimiterOf(Stream file, string path)
    {
        file.Position = 0;
        var headers = RawLines.Of(file, path).FirstOrDefault(line => line.Any(letter => letter > ' '));
        return headers.Array is not null && headers.Contains((byte)'\t') && !headers.Contains((byte)',') ? "\t" : ",";
    }

    /// <summary>In UTF-8, in which a line feed is a byte; what is no character stands as U+FFFD, as a bad line of the others
    /// does.</summary>
    private static MemoryStream FromUtf16(Stream file)
    {
        var bytes = new MemoryStream();
        file.Position = 0;
        using (var reader = new StreamReader(file, Encoding.Unicode, detectEncodingFromByteOrderMarks: true))
        using (var writer = new StreamWriter(bytes, new UTF8Encoding(false), 64 * 1024, leaveOpen: true))
        {
            var part = new char[64 * 1024];
            for (int read; (read = reader.Read(part, 0, part.Length)) > 0; )
                writer.Write(part, 0, read);
        }

        return bytes;
    }

    private bool Fill()
    {
        while (_at == _line.Length)
        {
            if (!_lines.MoveNext())
                return false;
            bool isBad;
            ((_line, isBad), _at, _number) = (_encoding.Decode(_lines.Current), 0, _number + 1);
            if (isBad)
                _badLines.Add(_number);
        }

        return true;
    }
}
