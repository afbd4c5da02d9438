using System.IO;
using System.IO.Compression;

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

    /// <summary>What was packed, unpacked as it is read.</summary>
    /// <param name="path">The file, for messages: the stream throws <see cref="InputException"/> where what is packed is damaged or too
    /// much.</param>
    /// <param name="packed">Its bytes.</param>
    /// <param name="maxBytes">What may come out at most: a few bytes can be packed that unpack to any number.</param>
    public static Stream Unpack(string path, byte[] packed, long maxBytes) =>
        new UnpackingStream(path, new GZipStream(new MemoryStream(packed), CompressionMode.Decompress), maxBytes);
}
