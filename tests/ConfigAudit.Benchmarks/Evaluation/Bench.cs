using System;
using System.IO;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Benchmarks.Evaluation;

/// <summary>The engine, set up with the workload's facts and checks.</summary>
internal static class Bench
{
    private static readonly FactTypes Types = new(typeof(Bench).Assembly);

    public static SnapshotFile Snapshots { get; } = new(Types);

    public static Baseline Baseline { get; } =
        new BaselineFile(Types, (_, name) => throw new NotSupportedException(name)).Load(
            Path.Combine(AppContext.BaseDirectory, "Evaluation", "Baseline.json")
        );

    /// <summary>Judges a host by all checks.</summary>
    /// <returns>How many don't pass.</returns>
    public static int Judge(Snapshot snapshot)
    {
        var faults = 0;
        foreach (var check in Baseline.Checks)
        {
            if (Evaluator.Judge(check, snapshot) != Outcome.Pass)
                faults++;
        }

        return faults;
    }

    /// <summary>The same with everything that a finding tells.</summary>
    public static int Evaluate(Snapshot snapshot)
    {
        var faults = 0;
        foreach (var finding in Evaluator.Evaluate(Baseline, snapshot))
        {
            if (finding.Outcome != Outcome.Pass)
                faults++;
        }

        return faults;
    }
}
