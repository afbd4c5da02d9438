using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Judging.Registers;

namespace ConfigAudit.PowerShell.Completion;

/// <summary>Completes the names of registers, in English or Japanese as they are begun.</summary>
public sealed class RegisterCompleter : WordCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(string begun, string command, IDictionary? bound)
    {
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
