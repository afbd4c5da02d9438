using System;
using System.Collections.Generic;
using System.IO;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Files;

/// <summary>
/// A stream's lines as bytes, one at a time: no byte of a character in UTF-8 or cp932 is a line feed, so lines are found before characters
/// are.
/// </summary>
internal static class RawLines
{
    /// <summary>More than any row has.</summary>
    private const int MaxLine = 1024 * 1024;

    /// <summary>Each line with its feed; the last may have none. One is good until the next.</summary>
    /// <exception cref="InputException">A line never ends.</exception>
    public static IEnumerable<ArraySegment<byte>> Of(Stream stream, string path)
    {
        var buffer = new byte[64 * 1024];
        var (start, end) = (0, 0);
        for (var number = 1; ; number++)
        {
            var feed = -1;
            for (var searched = start; (feed = Array.IndexOf(buffer, (byte)'\n', searched, end - searched)) < 0; )
            {
                if (end - start > MaxLine)
                {
                    throw new InputException(
                        path,
                        number,
                        1,
                        new LocalText(
                            $"この行は {MaxLine / 1024} KBを超えており、台帳の行とは考えられません",
                            $"this line has more than {MaxLine / 1024} KB, which no row has"
                        )
                    );
                }

                searched = end - start;
                Buffer.BlockCopy(buffer, start, buffer, 0, end - start);
                (start, end) = (0, end - start);
                if (end == buffer.Length)
                    Array.Resize(ref buffer, buffer.Length * 2);
                var read = Read(stream, buffer, end, path);
                if (read == 0)
                    break;
                end += read;
            }

            if (feed < 0 && start == end)
                yield break;
            var next = feed < 0 ? end : feed + 1;
            yield return new ArraySegment<byte>(buffer, start, next - start);
            start = next;
        }
    }

    private static int Read(Stream stream, byte[] buffer, int at, string path)
    {
        try
        {
            return stream.Read(buffer, at, buffer.Length - at);
        }
        catch (IOException bad)
        {
            throw new InputException(
                path,
                new LocalText("最後まで読み取れません: " + bad.Message, "it can't be read to its end: " + bad.Message),
                bad
            );
        }
    }
}
