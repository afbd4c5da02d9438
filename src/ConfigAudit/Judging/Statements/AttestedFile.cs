using System;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Files;

namespace ConfigAudit.Judging.Statements;

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
        var full = System.IO.Path.GetFullPath(path);
        return new AttestedFile(Relative(full, System.IO.Path.GetFullPath(folder)), FileHash.Of(full).Sha256);
    }

    /// <summary>With / between folders, which every system reads. A name may hold any character: it is no address, in which some stand for
    /// others.</summary>
    private static string Relative(string file, string folder)
    {
        var compare = System.IO.Path.DirectorySeparatorChar == '\\' ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        var (to, from) = (Parts(file), Parts(folder.TrimEnd(System.IO.Path.DirectorySeparatorChar)));
        var shared = to.Take(to.Length - 1).Zip(from, (one, other) => string.Equals(one, other, compare)).TakeWhile(same => same).Count();
        return string.Equals(System.IO.Path.GetPathRoot(file), System.IO.Path.GetPathRoot(folder), compare)
            ? string.Join("/", Enumerable.Repeat("..", from.Length - shared).Concat(to.Skip(shared)))
            : file;
    }

    private static string[] Parts(string path) => path.Split(System.IO.Path.DirectorySeparatorChar);

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
