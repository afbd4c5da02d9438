using System;
using System.IO;
using System.IO.Compression;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Base.Files;

/// <summary>Files packed by gzip (RFC 1952).</summary>
internal static class Gzip
{
    /// <summary>By its first two bytes, which no JSON has.</summary>
    public static bool IsPacked(byte[] bytes) => bytes.Length > 1 && bytes[0] == 0x1f && bytes[1] == 0x8b;

    public static byte[] Pack(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(bytes, 0, bytes.Length);
        return packed.ToArray();
    }

    /// <summary>Whether the length that stands at its end (ISIZE, RFC 1952 §2.3.1) is that of what came out: not every .NET minds an end that
    /// is missing.</summary>
    public static bool IsWhole(byte[] packed, long unpacked) =>
        packed.Length > 4 && BitConverter.ToUInt32(packed, packed.Length - 4) == unchecked((uint)unpacked);

    public static LocalText Damaged { get; } =
        new(
            "gzipで圧縮されたファイルが破損しています。作成した元から取り直してください",
            "it is packed by gzip, and damaged: take it again from where it was made"
        );

    /// <summary>What was packed, unpacked as it is read.</summary>
    /// <param name="path">The file, for messages: the stream throws <see cref="InputException"/> where what is packed is damaged or too
    /// much.</param>
    /// <param name="packed">Its bytes.</param>
    /// <param name="maxBytes">What may come out at most: a few bytes can be packed that unpack to any number.</param>
    public static Stream Unpack(string path, byte[] packed, long maxBytes) =>
        new UnpackingStream(path, new GZipStream(new MemoryStream(packed), CompressionMode.Decompress), maxBytes);
}
