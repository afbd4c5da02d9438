using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace ConfigAudit.PowerShell.Completion;

/// <summary>Completes a word of which something is typed, in quotes or not.</summary>
public abstract class WordCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    ) => Complete((wordToComplete ?? string.Empty).Trim('\'', '"'), commandName, fakeBoundParameters);

    /// <param name="begun">What is typed of the word.</param>
    /// <param name="command">The cmdlet's name.</param>
    /// <param name="bound">The other parameters that are typed.</param>
    private protected abstract IEnumerable<CompletionResult> Complete(string begun, string command, IDictionary? bound);

    /// <summary>The folder in which the command is typed; a completer isn't told.</summary>
    private protected static string Here() =>
        ScriptBlock.Create("$ExecutionContext.SessionState.Path.CurrentFileSystemLocation.ProviderPath").Invoke().Single().ToString();
}
