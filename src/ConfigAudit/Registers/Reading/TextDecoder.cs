using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Files;
using ConfigAudit.Values;

namespace ConfigAudit.Registers.Reading;

/// <summary>
/// The text of a file as Japanese Excel saves it: UTF-8 with or without its mark, or cp932. It is looked through for its encoding first, and then
/// read line by line, so that it takes the room of a line, however large it is.
/// </summary>
internal sealed class TextDecoder : TextReader
{
    /// <summary>More than the rows that are read of one file can have.</summary>
    private const long MaxBytes = 512L * 1024 * 1024;

    private static readonly byte[] Mark = { 0xEF, 0xBB, 0xBF };

    private readonly FileStream _file;
    private readonly LineEncoding _encoding;
    private readonly IEnumerator<ArraySegment<byte>> _lines;
    private readonly List<int> _badLines = new();
    private string _line = string.Empty;
    private int _at;
    private int _number;

    private TextDecoder(FileStream file, string path, LineEncoding encoding, bool hasMark)
    {
        file.Position = hasMark ? Mark.Length : 0;
        (_file, _encoding, _lines) = (file, encoding, RawLines.Of(file, path).GetEnumerator());
    }

    /// <exception cref="InputException">The file can't be opened, or is in another encoding.</exception>
    public static TextDecoder Open(string path)
    {
        FileStream? file = null;
        try
        {
            file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 1, FileOptions.SequentialScan);
            if (file.Length > MaxBytes)
                throw new InputException(path, new LocalText($"{file.Length / (1024 * 1024)} MBあり、読み取れるのは {MaxBytes / (1024 * 1024)} MBまでです", $"it has {file.Length / (1024 * 1024)} MB, and at most {MaxBytes / (1024 * 1024)} MB are read"));
            var beginning = RawLines.Of(file, path).Select(line => line.Take(Mark.Length).ToArray()).FirstOrDefault() ?? Array.Empty<byte>();
            if (beginning.Length >= 2 && ((beginning[0] == 0xFF && beginning[1] == 0xFE) || (beginning[0] == 0xFE && beginning[1] == 0xFF)))
                throw new InputException(path, new LocalText("UTF-16（Unicodeテキスト）です。Excelで「CSV UTF-8」として保存してください", "it is UTF-16 (\"Unicode text\"): save it in Excel as \"CSV UTF-8\""));
            var hasMark = beginning.SequenceEqual(Mark);
            return new TextDecoder(file, path, hasMark ? LineEncoding.Utf8 : EncodingOf(file, path), hasMark);
        }
        catch (InputException)
        {
            file?.Dispose();
            throw;
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            file?.Dispose();
            throw new InputException(path, new LocalText("開けません: " + bad.Message, "it can't be opened: " + bad.Message), bad);
        }
    }

    /// <summary>Whether one of these lines, from 1, which have been read, couldn't be decoded.</summary>
    public bool IsBad(int first, int last) => _badLines.BinarySearch(first) is var at && (at >= 0 || (~at < _badLines.Count && _badLines[~at] <= last));

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
    private static LineEncoding EncodingOf(FileStream file, string path)
    {
        var (good, bad) = Tally(file, path, LineEncoding.Utf8);
        return bad == 0 || good > bad || Tally(file, path, LineEncoding.ShiftJis).Bad > bad ? LineEncoding.Utf8 : LineEncoding.ShiftJis;
    }

    /// <summary>Of the lines that aren't ASCII, how many are in that encoding.</summary>
    private static (int Good, int Bad) Tally(FileStream file, string path, LineEncoding encoding)
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
