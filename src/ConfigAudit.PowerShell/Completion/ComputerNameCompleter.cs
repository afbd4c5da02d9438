using System;
using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts.Targets;

namespace ConfigAudit.PowerShell.Completion;

/// <summary>Completes the names of hosts: of the recordings in the folder that -RecordingPath names, else of the inventories in the current
/// folder.</summary>
public sealed class ComputerNameCompleter : WordCompleter
{
    /// <summary>A list of some thousand hosts; what is larger is something else, and Tab shouldn't wait for it.</summary>
    private const long MostBytes = 1024 * 1024;

    private protected override IEnumerable<CompletionResult> Complete(string begun, string command, IDictionary? bound)
    {
        var here = Here();
        var names = bound?["RecordingPath"] is string recordings
            ? Files(Path.Combine(here, recordings), "*.json").Select(file => Path.GetFileNameWithoutExtension(file.Name))
            : Files(here, "*.csv").Where(file => file.Length <= MostBytes).SelectMany(file => Names(file.FullName));
        return names
            .Where(name => name.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .OrderBy(name => name, StringComparer.OrdinalIgnoreCase)
            .Select(name => new CompletionResult(
                name.All(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_' or '.')
                    ? name
                    : $"'{CodeGeneration.EscapeSingleQuotedStringContent(name)}'"
            ));
    }

    /// <summary>Of a file that is no inventory, none.</summary>
    private static string[] Names(string path)
    {
        try
        {
            return InventoryFile.Read(path, _ => { }).Select(target => target.ComputerName).ToArray();
        }
        catch (InputException)
        {
            return Array.Empty<string>();
        }
    }

    private static FileInfo[] Files(string folder, string pattern)
    {
        try
        {
            return new DirectoryInfo(folder).GetFiles(pattern);
        }
        catch (Exception bad) when (bad is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return Array.Empty<FileInfo>();
        }
    }
}
