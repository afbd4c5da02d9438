using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Findings;

namespace ConfigAudit.Statements;

/// <summary>Waivers and attestations, put beside the findings that they are about.</summary>
internal sealed class StatementSet
{
    private readonly IReadOnlyList<Waiver> _waivers;
    private readonly IReadOnlyList<Attestation> _attestations;
    private readonly HashSet<object> _used = new();
    private readonly DateTime _today;

    public StatementSet(IEnumerable<Waiver> waivers, IEnumerable<Attestation> attestations, DateTime today) =>
        (_waivers, _attestations, _today) = (waivers.ToArray(), attestations.ToArray(), today.Date);

    public bool IsEmpty => _waivers.Count == 0 && _attestations.Count == 0;

    /// <summary>What nothing in the run needed: the check passes now, doesn't concern the hosts, or isn't one of the baseline's.</summary>
    public IEnumerable<string> Unused =>
        _waivers.Where(waiver => !_used.Contains(waiver)).Select(waiver => $"{waiver.Source}: no finding needed the waiver of {waiver.Selector}")
        .Concat(_attestations.Where(attestation => !_used.Contains(attestation)).Select(attestation => $"{attestation.Source}: no finding needed the attestation of {attestation.Selector}"));

    /// <summary>The finding with what people said of it. Its outcome stays as it is.</summary>
    public Finding Beside(Finding finding)
    {
        if (finding.Outcome is Outcome.Pass or Outcome.NotApplicable)
            return finding;
        var waiver = _waivers.Where(each => each.Selector.IsOf(finding)).OrderBy(each => each.StateFor(finding, _today)).FirstOrDefault();
        // What failed was seen to be wrong; nobody can attest it away.
        var attestation = finding.Outcome == Outcome.Fail ? null : _attestations.Where(each => each.Selector.IsOf(finding)).OrderBy(each => each.StateOn(_today)).FirstOrDefault();
        if (waiver is not null)
            _used.Add(waiver);
        if (attestation is not null)
            _used.Add(attestation);
        return waiver is null && attestation is null ? finding : finding with
        {
            WaiverState = waiver?.StateFor(finding, _today),
            Waiver = waiver?.ToString() ?? string.Empty,
            AttestationState = attestation?.StateOn(_today),
            Attestation = attestation?.ToString() ?? string.Empty,
        };
    }
}
