using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Baselines;
using ConfigAudit.Collectors.OperatingSystem;
using ConfigAudit.Facts;
using ConfigAudit.Registers;
using ConfigAudit.Statements;

namespace ConfigAudit.Findings;

/// <summary>
/// Judges the hosts of a run by a baseline, holds them against the organisation's registers, and the organisation itself when all hosts were seen; what people
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
    public Judge(Baseline baseline, RegisterSet? registers, StatementSet statements) => (Baseline, _registers, _statements) = (baseline, registers, statements);

    public Baseline Baseline { get; }

    /// <summary>What a host came to.</summary>
    public Judgement Of(Snapshot snapshot)
    {
        var findings = Evaluator.Evaluate(Baseline, snapshot).ToList();
        if (_registers is null || snapshot.Table.Subject != FactSubject.Host)
            return new Judgement(Beside(findings, snapshot), new[] { snapshot.Table });
        var against = _registers.Against(snapshot, Baseline.AssumedZone);
        findings.AddRange(Evaluator.Evaluate(Baseline, against));
        lock (_statements)
            _seen.Add(snapshot, against);
        return new Judgement(Beside(findings, snapshot), new[] { snapshot.Table, against.Table });
    }

    /// <summary>What the organisation came to, after all of its hosts; null without registers.</summary>
    public Judgement? OfOrganisation()
    {
        var organisation = _registers?.Snapshot(_seen);
        return organisation is null ? null : new Judgement(Beside(Evaluator.Evaluate(Baseline, organisation), organisation), new[] { organisation.Table });
    }

    private Finding[] Beside(IEnumerable<Finding> findings, Snapshot of)
    {
        var host = of.Identity();
        // The statements keep account of what was needed.
        lock (_statements)
            return findings.Select(finding => _statements.Beside(finding, host)).ToArray();
    }
}
