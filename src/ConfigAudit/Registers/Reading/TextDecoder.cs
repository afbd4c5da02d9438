using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Files;

namespace ConfigAudit.Registers.Reading;

/// <summary>
/// The text of a file as Japanese Excel saves it: UTF-8 with or without its mark, or cp932. Strictly, line by line: a line that is in neither is named, and the others are
/// read. No byte of a character in either is a line feed, so lines are found before characters are.
/// </summary>
internal sealed class TextDecoder
{
    private const int Japanese = 932;
    private const char Replacement = '\uFFFD';

    private readonly int _goodLines;

    private TextDecoder(string text, IReadOnlyCollection<int> bad, int good) => (Text, BadLines, _goodLines) = (text, bad, good);

    public string Text { get; }

    /// <summary>From 1: the lines that couldn't be decoded; their bad characters stand as U+FFFD.</summary>
    public IReadOnlyCollection<int> BadLines { get; }

    /// <exception cref="InputException">The file can't be opened.</exception>
    public static TextDecoder Read(string path)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InputException(path, "it can't be opened: " + bad.Message, bad);
        }

        var mark = Encoding.UTF8.GetPreamble();
        var hasMark = bytes.Take(mark.Length).SequenceEqual(mark);
        if (bytes.Length >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF)))
            throw new InputException(path, "it is UTF-16 (\"Unicode text\"): save it in Excel as \"CSV UTF-8\"");
        var utf8 = Decode(bytes, hasMark ? mark.Length : 0, new UTF8Encoding(false, throwOnInvalidBytes: false), (_, _, _) => true);
        // What isn't UTF-8 hardly ever looks like it: a few bad lines among good ones don't make it cp932.
        if (hasMark || utf8.BadLines.Count == 0 || utf8._goodLines > utf8.BadLines.Count)
            return utf8;
        var japanese = Decode(bytes, 0, ShiftJis(), IsShiftJis);
        return japanese.BadLines.Count <= utf8.BadLines.Count ? japanese : utf8;
    }

    private static Encoding ShiftJis()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(Japanese, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(Replacement.ToString()));
    }

    /// <summary>Whether bytes are whole characters of cp932. Decoders take a byte that is none for one of private use, and half a character together with what follows it.</summary>
    private static bool IsShiftJis(byte[] bytes, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (bytes[i] is 0x80 or 0xA0 or > 0xFC)
                return false;
            if (bytes[i] is (> 0x80 and < 0xA0) or >= 0xE0 && (++i == to || bytes[i] is < 0x40 or 0x7F or > 0xFC))
                return false;
        }

        return true;
    }

    private static TextDecoder Decode(byte[] bytes, int from, Encoding encoding, Func<byte[], int, int, bool> isWhole)
    {
        var text = new StringBuilder(bytes.Length);
        var bad = new List<int>();
        // Of those with characters that aren't ASCII.
        var good = 0;
        for (var line = 1; from < bytes.Length; line++)
        {
            var feed = Array.IndexOf(bytes, (byte)'\n', from);
            var end = feed < 0 ? bytes.Length : feed;
            var decoded = encoding.GetString(bytes, from, end - from);
            // Mono's decoder puts a question mark where it is told to put something else.
            if (decoded.IndexOf(Replacement) >= 0 || !isWhole(bytes, from, end) || decoded.Count(character => character == '?') != Count('?'))
            {
                bad.Add(line);
                // A quote that went with half a character before it would take the lines below for a part of this one.
                if (decoded.Count(character => character == '"') != Count('"'))
                    decoded = new string('"', Count('"'));
            }
            else if (decoded.Any(character => character > 0x7F))
            {
                good++;
            }

            text.Append(decoded);
            if (feed >= 0)
                text.Append('\n');
            from = end + 1;

            int Count(char ascii)
            {
                var count = 0;
                for (var i = from; i < end; i++)
                    count += bytes[i] == ascii ? 1 : 0;
                return count;
            }
        }

        return new TextDecoder(text.ToString(), bad, good);
    }
}
