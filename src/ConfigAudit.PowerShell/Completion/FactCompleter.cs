using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using ConfigAudit.Asking.Collectors;

namespace ConfigAudit.PowerShell.Completion;

/// <summary>Completes the kinds of fact that a cmdlet's area has.</summary>
public sealed class FactCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    ) =>
        Collector
            .All.Where(collector => commandName.Equals("Get-ConfigAudit" + collector.Area, StringComparison.OrdinalIgnoreCase))
            .SelectMany(collector => collector.Facts)
            .Select(type => type.Name)
            .Where(name => name.StartsWith((wordToComplete ?? string.Empty).Trim('\'', '"'), StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(name));
}
