using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Collectors.OperatingSystem;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Judging.Registers;
using ConfigAudit.Judging.Statements;

namespace ConfigAudit.Judging;

/// <summary>
/// Judges the hosts of a run by a baseline, holds them against the organisation's registers, and the organisation itself when all hosts
/// were seen; what people
/// said stands beside each finding. Hosts may come from several threads.
/// </summary>
internal sealed class Judge
{
    private readonly RegisterSet? _registers;
    private readonly StatementSet _statements;
    private readonly Sightings _seen = new();

    /// <param name="baseline">What ought to be.</param>
    /// <param name="registers">Null where none are given: then nothing is held against them, and the organisation isn't judged.</param>
    /// <param name="statements">What people said of findings.</param>
    public Judge(Baseline baseline, RegisterSet? registers, StatementSet statements) =>
        (Baseline, _registers, _statements) = (baseline, registers, statements);

    public Baseline Baseline { get; }

    /// <summary>What a host came to. A mistake made on its facts leaves all of its checks open, and no other host's.</summary>
    public Judgement Of(Snapshot snapshot) => Guarded(snapshot, OfFacts);

    /// <summary>What the organisation came to, after all of its hosts; null without registers.</summary>
    public Judgement? OfOrganisation()
    {
        if (_registers is null)
            return null;
        // What was seen on the hosts is hosts' data too.
        var unlinked = _registers.Snapshot(new Sightings());
        return Guarded(unlinked, each => OfFacts(ReferenceEquals(each, unlinked) ? _registers.Snapshot(_seen) : each));
    }

    private static Judgement Guarded(Snapshot snapshot, Func<Snapshot, Judgement> judge)
    {
        try
        {
            return judge(snapshot);
        }
        catch (Exception bad) when (Mistake.Is(bad))
        {
            var gap = Mistake.Gap(bad, snapshot.ComputerName);
            var lost = snapshot.Table.Sets.Select(set => set.Type.NewSet(Array.Empty<Fact>(), new[] { gap }));
            return judge(snapshot with { Table = new FactTable(lost.ToArray()) }) with { Mistake = gap };
        }
    }

    private Judgement OfFacts(Snapshot whole)
    {
        // What is held against registers rests on the catalogue, too.
        var snapshot = CatalogLimit.On(Baseline, whole);
        var findings = Evaluator.Evaluate(Baseline, snapshot).ToList();
        if (_registers is null || snapshot.Table.Subject != FactSubject.Host)
            return new Judgement(Annotate(findings, snapshot), new[] { snapshot.Table });
        var against = _registers.Against(snapshot, Baseline.AssumedZone);
        findings.AddRange(Evaluator.Evaluate(Baseline, against));
        lock (_statements)
            _seen.Add(snapshot, against);
        return new Judgement(Annotate(findings, snapshot), new[] { snapshot.Table, against.Table });
    }

    private Finding[] Annotate(IEnumerable<Finding> findings, Snapshot of)
    {
        var host = of.Identity();
        // The statements keep account of what was needed.
        lock (_statements)
            return findings.Select(finding => _statements.Annotate(finding, host)).ToArray();
    }
}
