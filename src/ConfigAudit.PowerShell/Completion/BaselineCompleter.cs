using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Completion;

/// <summary>Completes the ids of the baselines that ship with the module.</summary>
public sealed class BaselineCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    ) =>
        ModuleFiles
            .Baselines.Ids.Where(id => id.StartsWith((wordToComplete ?? string.Empty).Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(id => new CompletionResult(id));
}
