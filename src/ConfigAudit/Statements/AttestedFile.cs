using System;
using System.IO;
using ConfigAudit.Files;

namespace ConfigAudit.Statements;

/// <summary>A file that an attestation rests on.</summary>
/// <param name="Path">Relative to the attestation's own file, where both are on one drive.</param>
/// <param name="Sha256">Of its bytes when it was attested, in lower-case hexadecimal.</param>
public sealed record AttestedFile(string Path, string Sha256)
{
    internal static AttestedFile Read(JsonNode node)
    {
        node.AllowOnly("path", "sha256");
        return new AttestedFile(node.Text("path"), node.Text("sha256"));
    }

    /// <param name="path">The file.</param>
    /// <param name="folder">That of the attestation's own file.</param>
    /// <exception cref="IOException">It can't be read.</exception>
    /// <exception cref="UnauthorizedAccessException">It can't be read.</exception>
    internal static AttestedFile Of(string path, string folder)
    {
        var root = System.IO.Path.GetFullPath(folder).TrimEnd(System.IO.Path.DirectorySeparatorChar) + System.IO.Path.DirectorySeparatorChar;
        var full = System.IO.Path.GetFullPath(path);
        var relative = Uri.UnescapeDataString(new Uri(root).MakeRelativeUri(new Uri(full)).ToString());
        return new AttestedFile(relative.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? full : relative, FileHash.Of(full).Sha256);
    }

    internal bool IsUnchanged(string folder)
    {
        try
        {
            return string.Equals(FileHash.Of(System.IO.Path.Combine(folder, Path)).Sha256, Sha256, StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
