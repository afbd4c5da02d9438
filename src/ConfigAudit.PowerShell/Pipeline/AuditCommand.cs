using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace ConfigAudit.PowerShell.Pipeline;

/// <summary>What the module's cmdlets have in common: finding files by PowerShell's rules.</summary>
public abstract class AuditCommand : PSCmdlet
{
    /// <summary>
    /// The files that a path with wildcards means; of a folder, its .json files. A path that means nothing is one error, and the others go
    /// on.
    /// </summary>
    internal IEnumerable<string> ResolveFiles(IEnumerable<string> paths, bool isLiteral)
    {
        foreach (var path in paths)
        {
            foreach (var found in Resolve(path, isLiteral))
            {
                if (!Directory.Exists(found))
                {
                    yield return found;
                    continue;
                }

                foreach (var file in FilesOf(found))
                    yield return file;
            }
        }
    }

    /// <summary>The catalogue files that are meant; in a folder, what checks them in an editor isn't.</summary>
    internal string[] CatalogFiles(IEnumerable<string> paths) =>
        ResolveFiles(this.There(paths), isLiteral: false)
            .Where(path => !path.EndsWith(".schema.json", StringComparison.OrdinalIgnoreCase))
            .ToArray();

    /// <summary>The files that a folder means. One that means nothing is an error.</summary>
    private protected virtual IReadOnlyList<string> FilesOf(string folder)
    {
        var files = Directory.GetFiles(folder, "*.json").OrderBy(file => file, StringComparer.OrdinalIgnoreCase).ToArray();
        if (files.Length == 0)
            WriteError(Records.NothingFound(folder));
        return files;
    }

    internal string ResolveNew(string path) => SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);

    /// <summary>The files and folders that a path with wildcards means. A path that means nothing is an error.</summary>
    internal IReadOnlyCollection<string> ResolveExisting(string path) => Resolve(path, isLiteral: false);

    /// <summary>What is there under exactly that name, whatever is in it; else what it means as a pattern. Empty for nothing.</summary>
    internal IReadOnlyCollection<string> Find(string path)
    {
        try
        {
            var exact = ResolveNew(path);
            return File.Exists(exact) || Directory.Exists(exact) ? new[] { exact } : GetResolvedProviderPathFromPSPath(path, out _);
        }
        catch (Exception missing)
            when (missing
                    is ItemNotFoundException
                        or System.Management.Automation.DriveNotFoundException
                        or ProviderNotFoundException
                        or WildcardPatternException
            )
        {
            return Array.Empty<string>();
        }
    }

    private IReadOnlyCollection<string> Resolve(string path, bool isLiteral)
    {
        if (isLiteral)
            return new[] { ResolveNew(path) };
        var found = Find(path);
        if (found.Count == 0)
            NotFound(path);
        return found;
    }

    /// <summary>What becomes of a path that means nothing.</summary>
    private protected virtual void NotFound(string path) => WriteError(Records.NoMatch(path));
}
