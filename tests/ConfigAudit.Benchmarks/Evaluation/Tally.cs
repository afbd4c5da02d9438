using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using ConfigAudit.Benchmarks.Workload;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Benchmarks.Evaluation;

/// <summary>How often a check passed and failed, and on how many hosts the engine and the plain check disagree.</summary>
internal sealed record Tally(string Check, int Pass, int Fail, int Differ)
{
    /// <param name="hosts">What was made.</param>
    /// <param name="snapshots">The same hosts, as they were read back from their files.</param>
    public static IReadOnlyList<Tally> Take(IReadOnlyList<Host> hosts, IReadOnlyList<Snapshot> snapshots) =>
        Bench
            .Baseline.Checks.Select(check =>
            {
                var plain = PlainChecks.All[check.Id];
                var outcomes = snapshots.Select(snapshot => Evaluator.Judge(check, snapshot)).ToArray();
                return new Tally(
                    check.Id,
                    outcomes.Count(outcome => outcome == Outcome.Pass),
                    outcomes.Count(outcome => outcome == Outcome.Fail),
                    hosts.Zip(outcomes).Count(pair => pair.Second != (plain(pair.First) ? Outcome.Pass : Outcome.Fail))
                );
            })
            .ToArray();

    /// <returns>Whether they agree everywhere.</returns>
    public static bool Tell(IReadOnlyList<Tally> tallies)
    {
        Console.WriteLine("check    title                                                            pass   fail");
        foreach (var (tally, check) in tallies.Zip(Bench.Baseline.Checks))
        {
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{tally.Check, -8} {check.Title.En, -62} {tally.Pass, 6} {tally.Fail, 6}")
            );
        }

        foreach (var tally in tallies.Where(tally => tally.Differ > 0))
            Console.Error.WriteLine($"{tally.Check} comes to something else than the plain check on {tally.Differ} hosts");
        return tallies.All(tally => tally.Differ == 0);
    }
}
