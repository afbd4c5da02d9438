using System;
using System.Text;

namespace ConfigAudit.Base.Files;

/// <summary>An encoding that a register may be in, and whether a line is in it. Strictly: a line that isn't is named, and the others are
/// read.</summary>
internal sealed class LineEncoding
{
    private const int Japanese = 932;
    private const char Replacement = '\uFFFD';

    public static readonly LineEncoding Utf8 = new(new UTF8Encoding(false, throwOnInvalidBytes: false), _ => true);

    /// <summary>UTF-8 in which a U+FFFD that was written is a character like others: what machines say may hold it. Elsewhere it is what an
    /// earlier save made of one.</summary>
    public static readonly LineEncoding WrittenUtf8 = new(new UTF8Encoding(false, throwOnInvalidBytes: false), _ => true)
    {
        _signs = Signs,
    };

    private static readonly Lazy<LineEncoding> Cp932 = new(() =>
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return new LineEncoding(
            Encoding.GetEncoding(Japanese, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(Replacement.ToString())),
            IsShiftJis
        );
    });

    private readonly Encoding _encoding;
    private readonly Func<ArraySegment<byte>, bool> _isWhole;
    private Func<ArraySegment<byte>, int> _signs = _ => 0;

    private LineEncoding(Encoding encoding, Func<ArraySegment<byte>, bool> isWhole) => (_encoding, _isWhole) = (encoding, isWhole);

    public static LineEncoding ShiftJis => Cp932.Value;

    public static bool IsAscii(ArraySegment<byte> line)
    {
        for (var i = line.Offset; i < line.Offset + line.Count; i++)
        {
            if (line.Array![i] > 0x7F)
                return false;
        }

        return true;
    }

    /// <summary>The text of a line, and whether it holds what is no character; such stands as U+FFFD.</summary>
    public (string Text, bool IsBad) Decode(ArraySegment<byte> line)
    {
        // A decoder may take the feed for the other half of a character.
        var hasFeed = line.Count > 0 && line.Array![line.Offset + line.Count - 1] == '\n';
        var (text, isBad) = Decode(line.Array!, line.Offset, line.Count - (hasFeed ? 1 : 0));
        return (hasFeed ? text + "\n" : text, isBad);
    }

    private (string Text, bool IsBad) Decode(byte[] bytes, int offset, int count)
    {
        var line = new ArraySegment<byte>(bytes, offset, count);
        var text = _encoding.GetString(bytes, offset, count);
        // Mono's decoder puts a question mark where it is told to put something else.
        if (Count(text, Replacement) == _signs(line) && _isWhole(line) && Count(text, '?') == Count(line, '?'))
            return (text, false);
        // A quote that went with half a character before it would take the lines below for a part of this one.
        return (Count(text, '"') == Count(line, '"') ? text : new string('"', Count(line, '"')), true);
    }

    /// <summary>
    /// Whether bytes are whole characters of cp932. Decoders take a byte that is none for one of private use, and half a character together
    /// with what
    /// follows it.
    /// </summary>
    private static bool IsShiftJis(ArraySegment<byte> line)
    {
        var (bytes, to) = (line.Array!, line.Offset + line.Count);
        for (var i = line.Offset; i < to; i++)
        {
            if (bytes[i] is 0x80 or 0xA0 or > 0xFC)
                return false;
            if (bytes[i] is (> 0x80 and < 0xA0) or >= 0xE0 && (++i == to || bytes[i] is < 0x40 or 0x7F or > 0xFC))
                return false;
        }

        return true;
    }

    private static int Count(string text, char sign)
    {
        var count = 0;
        for (var at = text.IndexOf(sign); at >= 0; at = text.IndexOf(sign, at + 1))
            count++;
        return count;
    }

    /// <summary>How often U+FFFD itself stands there: EF BF BD.</summary>
    private static int Signs(ArraySegment<byte> line)
    {
        var count = 0;
        for (var i = line.Offset; i + 2 < line.Offset + line.Count; i++)
            count += line.Array![i] == 0xEF && line.Array[i + 1] == 0xBF && line.Array[i + 2] == 0xBD ? 1 : 0;
        return count;
    }

    private static int Count(ArraySegment<byte> line, char ascii)
    {
        var count = 0;
        for (var i = line.Offset; i < line.Offset + line.Count; i++)
            count += line.Array![i] == ascii ? 1 : 0;
        return count;
    }
}
