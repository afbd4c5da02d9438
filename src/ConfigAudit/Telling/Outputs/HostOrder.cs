using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Judging.Registers;

namespace ConfigAudit.Telling.Outputs;

/// <summary>
/// The order of findings in a file. Hosts answer as soon as they can, each time another one first: those that come host by host stand there
/// by name, and behind them what is of the organisation, so that two reports of the same are the same. Whoever sorted otherwise, by severity
/// say, finds the order that they made.
/// </summary>
internal static class HostOrder
{
    public static IReadOnlyList<Finding> Of(IReadOnlyList<Finding> findings)
    {
        var blocks = new List<List<Finding>>();
        foreach (var finding in findings)
        {
            if (blocks.Count == 0 || !IsOfOne(blocks[blocks.Count - 1][0], finding))
                blocks.Add(new List<Finding>());
            blocks[blocks.Count - 1].Add(finding);
        }

        var isHostByHost = blocks.Select(block => (block[0].ComputerName, block[0].Baseline)).Distinct().Count() == blocks.Count;
        return isHostByHost
            ? blocks
                .OrderBy(block => block[0].ComputerName == RegisterSet.Organisation)
                .ThenBy(block => block[0].ComputerName, StringComparer.OrdinalIgnoreCase)
                .SelectMany(block => block)
                .ToArray()
            : findings;
    }

    private static bool IsOfOne(Finding a, Finding b) => a.ComputerName == b.ComputerName && a.Baseline == b.Baseline;
}
