using System.Globalization;
using System.IO;
using System.Linq;
using System.Security.Cryptography;

namespace ConfigAudit.Base.Files;

/// <summary>A file as it was.</summary>
/// <param name="Name">Its name, without the folder.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal.</param>
internal sealed record FileHash(string Name, string Sha256)
{
    public static FileHash Of(string path)
    {
        using var file = File.OpenRead(path);
        return new FileHash(Path.GetFileName(path), Hex(file));
    }

    /// <summary>The SHA-256 of bytes.</summary>
    public static string Hex(byte[] bytes) => Hex(new MemoryStream(bytes));

    /// <summary>The SHA-256 of what is left of a stream.</summary>
    public static string Hex(Stream stream)
    {
        using var sha = SHA256.Create();
        return string.Concat(sha.ComputeHash(stream).Select(one => one.ToString("x2", CultureInfo.InvariantCulture)));
    }
}
