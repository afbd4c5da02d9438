using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Judging.Baselines;

/// <summary>The baselines that ship with the module, asked for by their ids, beside the user's own, asked for by path.</summary>
internal sealed class BaselineFolder
{
    private const string Extension = ".json";
    private const string SchemaEnding = ".schema.json";

    private readonly string _folder;

    public BaselineFolder(string folder) => _folder = folder;

    /// <summary>The ids of those that ship: their file names.</summary>
    public IReadOnlyList<string> Ids =>
        !Directory.Exists(_folder)
            ? Array.Empty<string>()
            : Directory
                .GetFiles(_folder, "*" + Extension)
                .Where(path => !path.EndsWith(SchemaEnding, StringComparison.OrdinalIgnoreCase))
                .Select(path => Path.GetFileNameWithoutExtension(path)!)
                .OrderBy(id => id, StringComparer.OrdinalIgnoreCase)
                .ToArray();

    /// <param name="namesOrPaths">Ids of those that ship, or full paths of files; several are read as one that extends them all, in that
    /// order.</param>
    /// <exception cref="BaselineException">One can't be used.</exception>
    public Baseline Load(params string[] namesOrPaths)
    {
        var paths = namesOrPaths.Select(each => Shipped(each) ?? each).ToArray();
        var missing = paths
            .Where(path => !File.Exists(path))
            .Select(path => new BaselineProblem(
                path,
                0,
                0,
                null,
                new LocalText(
                    $"このベースラインはありません。ファイルでもなく、付属のもの（{string.Join("、", Ids)}）でもありません",
                    $"there is no such baseline: neither a file, nor one of {string.Join(", ", Ids)}"
                ).ToString()
            ))
            .ToArray();
        return missing.Length == 0 ? new BaselineFile(FactTypes.Shipped, Resolve).Load(paths) : throw new BaselineException(missing);
    }

    public string? Shipped(string name) =>
        Ids.FirstOrDefault(id => string.Equals(id, name, StringComparison.OrdinalIgnoreCase)) is { } found
            ? Path.Combine(_folder, found + Extension)
            : null;

    private string Resolve(string from, string name) => Shipped(name) ?? Path.Combine(Path.GetDirectoryName(Path.GetFullPath(from))!, name);
}
