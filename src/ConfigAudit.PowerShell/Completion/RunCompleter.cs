using System.Collections;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using ConfigAudit.Runs;

namespace ConfigAudit.PowerShell.Completion;

/// <summary>Completes folders of runs: those that begin as typed, and those in folders that do.</summary>
public sealed class RunCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters) =>
        Folders(wordToComplete).SelectMany(folder => IsRun(folder) ? new[] { folder } : Folders(Inside(folder.CompletionText)).Where(IsRun));

    /// <summary>By PowerShell's own rules: where it stands, what it quotes. It tells the whole path as the tip.</summary>
    private static IEnumerable<CompletionResult> Folders(string begun) =>
        CompletionCompleters.CompleteFilename(begun ?? string.Empty).Where(result => result.ResultType == CompletionResultType.ProviderContainer);

    private static bool IsRun(CompletionResult folder) => KeptRun.IsRun(folder.ToolTip);

    private static string Inside(string folder)
    {
        var quote = folder.Length > 1 && folder[0] is '\'' or '"' ? folder.Substring(0, 1) : string.Empty;
        return folder.Substring(0, folder.Length - quote.Length) + Path.DirectorySeparatorChar + quote;
    }
}
