using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Asking.Collectors;

namespace ConfigAudit.PowerShell.Completion;

/// <summary>Completes the kinds of fact that a cmdlet's area has.</summary>
public sealed class FactCompleter : WordCompleter
{
    private protected override IEnumerable<CompletionResult> Complete(string begun, string command, IDictionary? bound) =>
        Collector
            .All.Where(collector => command.Equals("Get-ConfigAudit" + collector.Area, StringComparison.OrdinalIgnoreCase))
            .SelectMany(collector => collector.Facts)
            .Select(type => type.Name)
            .Where(name => name.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .Select(name => new CompletionResult(name));
}
