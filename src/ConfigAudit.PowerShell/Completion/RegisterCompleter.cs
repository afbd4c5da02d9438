using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using ConfigAudit.Judging.Registers;

namespace ConfigAudit.PowerShell.Completion;

/// <summary>Completes the names of registers, in English or Japanese as they are begun.</summary>
public sealed class RegisterCompleter : IArgumentCompleter
{
    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters
    )
    {
        var begun = (wordToComplete ?? string.Empty).Trim('\'', '"');
        return RegisterType
            .All.Where(type => type.Name.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .Select(type => new CompletionResult(type.Name, type.Name, CompletionResultType.ParameterValue, type.Japanese))
            .Concat(
                RegisterType
                    .All.Where(type => begun.Length > 0 && type.Japanese.StartsWith(begun, StringComparison.Ordinal))
                    .Select(type => new CompletionResult(type.Japanese))
            );
    }
}
