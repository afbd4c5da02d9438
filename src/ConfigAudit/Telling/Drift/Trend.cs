using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Base.Files;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Keeping.Runs;

namespace ConfigAudit.Telling.Drift;

/// <summary>Judges runs by one baseline, oldest first. It holds the tally of one run and the snapshot of one host at a time.</summary>
internal static class Trend
{
    /// <param name="runs">In any order.</param>
    /// <param name="baseline">What all of them are judged by.</param>
    /// <param name="problem">Told of each snapshot that can't be used.</param>
    /// <param name="token">Gives up.</param>
    public static IEnumerable<TrendPoint> Points(
        IEnumerable<KeptRun> runs,
        Baseline baseline,
        Action<InputException> problem,
        CancellationToken token
    ) => runs.OrderBy(run => run.Manifest.StartedAt).Select(run => Point(run, baseline, problem, token));

    private static TrendPoint Point(KeptRun run, Baseline baseline, Action<InputException> problem, CancellationToken token)
    {
        int read = 0,
            broken = 0,
            twice = 0;
        var machines = new HostIndex();
        var outcomes = new int[Enum.GetValues(typeof(Outcome)).Length];
        var failures = new int[(int)Severity.Critical + 1];
        foreach (var file in run.Files)
        {
            token.ThrowIfCancellationRequested();
            try
            {
                var snapshot = run.Load(file);
                if (machines.Add(snapshot.Identity()) is not null)
                {
                    // It was asked under another of its names as well.
                    twice++;
                    continue;
                }

                read += snapshot.IsRead ? 1 : 0;
                foreach (var (check, outcome) in Evaluator.Outcomes(baseline, snapshot))
                {
                    outcomes[(int)outcome]++;
                    if (outcome == Outcome.Fail)
                        failures[(int)check.Severity]++;
                }
            }
            catch (InputException bad)
            {
                broken++;
                problem(bad);
            }
        }

        return new TrendPoint
        {
            Run = run.Name,
            Path = run.Path,
            StartedAt = run.Manifest.StartedAt,
            FinishedAt = run.Manifest.FinishedAt,
            IsFinished = run.IsFinished,
            Baseline = baseline.Id,
            JudgedBy = run.Manifest.Baseline ?? string.Empty,
            Hosts = run.Files.Count - twice,
            HostsRead = read,
            HostsBroken = broken,
            Pass = outcomes[(int)Outcome.Pass],
            Fail = outcomes[(int)Outcome.Fail],
            Unknown = outcomes[(int)Outcome.Unknown],
            Attest = outcomes[(int)Outcome.Attest],
            NotApplicable = outcomes[(int)Outcome.NotApplicable],
            FailCritical = failures[(int)Severity.Critical],
            FailHigh = failures[(int)Severity.High],
            FailMedium = failures[(int)Severity.Medium],
            FailLow = failures[(int)Severity.Low],
        };
    }
}
