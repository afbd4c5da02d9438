using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using ConfigAudit.Keeping.Runs;

namespace ConfigAudit.PowerShell.Completion;

/// <summary>Completes folders of runs: those that begin as typed, and those in folders that do.</summary>
public sealed class RunCompleter : WordCompleter
{
    private static readonly char[] Separators = { '/', '\\' };

    private protected override IEnumerable<CompletionResult> Complete(string begun, string command, IDictionary? bound)
    {
        var end = begun.LastIndexOfAny(Separators) + 1;
        var (folder, name) = (begun.Substring(0, end), begun.Substring(end));
        var here = Here();
        return Folders(Path.Combine(here, folder))
            .Where(found => found.Name.StartsWith(name, StringComparison.OrdinalIgnoreCase))
            .SelectMany(found =>
                KeptRun.IsRun(found.FullName)
                    ? new[] { Result(folder + found.Name, found) }
                    : Folders(found.FullName)
                        .Where(inside => KeptRun.IsRun(inside.FullName))
                        .Select(inside => Result(folder + found.Name + Path.DirectorySeparatorChar + inside.Name, inside))
            );
    }

    private static CompletionResult Result(string path, DirectoryInfo run)
    {
        var isPlain = path.All(letter => char.IsLetterOrDigit(letter) || "-_.:/\\~".IndexOf(letter) >= 0);
        return new CompletionResult(
            isPlain ? path : $"'{CodeGeneration.EscapeSingleQuotedStringContent(path)}'",
            run.Name,
            CompletionResultType.ProviderContainer,
            run.FullName
        );
    }

    /// <summary>By name; none of a folder that isn't there, or that one may not look into.</summary>
    private static DirectoryInfo[] Folders(string path)
    {
        try
        {
            return new DirectoryInfo(path).GetDirectories().OrderBy(folder => folder.Name, StringComparer.OrdinalIgnoreCase).ToArray();
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Array.Empty<DirectoryInfo>();
        }
    }
}
