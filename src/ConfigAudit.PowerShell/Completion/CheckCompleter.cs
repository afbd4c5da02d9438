using System;
using System.Collections;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.PowerShell.Pipeline;

namespace ConfigAudit.PowerShell.Completion;

/// <summary>Completes the ids of the checks in the baselines that ship, each with its title.</summary>
public sealed class CheckCompleter : WordCompleter
{
    private static readonly Lazy<IReadOnlyList<Check>> Checks = new(() =>
        ModuleFiles
            .Baselines.Ids.SelectMany(id => ModuleFiles.Baselines.Load(id).Checks)
            .GroupBy(check => check.Id, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.First())
            .OrderBy(check => check.Id, StringComparer.Ordinal)
            .ToArray()
    );

    /// <summary>The id of every check that ships.</summary>
    internal static IReadOnlyList<string> Ids => Checks.Value.Select(check => check.Id).ToArray();

    private protected override IEnumerable<CompletionResult> Complete(string begun, string command, IDictionary? bound)
    {
        return Checks
            .Value.Where(check => check.Id.StartsWith(begun, StringComparison.OrdinalIgnoreCase))
            .Select(check => new CompletionResult(
                check.Id,
                check.Id,
                CompletionResultType.ParameterValue,
                check.Title.ToString() is { Length: > 0 } title ? title : check.Id
            ));
    }
}
