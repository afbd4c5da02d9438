using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>Every check of every baseline that ships, whichever file adds it.</summary>
internal static class ShippedChecks
{
    public static IReadOnlyList<Baseline> Baselines { get; } = Load();

    /// <summary>As the first baseline that has it says.</summary>
    public static Check Of(string id) => Baselines.SelectMany(baseline => baseline.Checks).First(check => check.Id == id);

    /// <summary>Those of one subject, each once.</summary>
    public static IReadOnlyList<Check> Of(FactSubject subject) =>
        Baselines
            .SelectMany(baseline => baseline.Checks)
            .Where(check => check.Subject == subject)
            .GroupBy(check => check.Id)
            .Select(same => same.First())
            .ToArray();

    private static Baseline[] Load()
    {
        var folder = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines"));
        return Directory
            .GetFiles(Path.Combine(Machine.RepositoryRoot, "module", "baselines"), "*.json")
            .Where(file => !file.EndsWith(".schema.json", StringComparison.Ordinal))
            .OrderBy(file => file, StringComparer.Ordinal)
            .Select(file => folder.Load(Path.GetFileNameWithoutExtension(file)!))
            .ToArray();
    }
}
