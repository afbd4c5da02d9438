using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Completion;

/// <summary>Completes the ids of the baselines that ship with the module.</summary>
public sealed class BaselineCompleter : WordCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(string begun, string command, IDictionary? bound) =>
        ModuleFiles
            .Baselines.Ids.Where(id => id.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .Select(id => new CompletionResult(id));
}
