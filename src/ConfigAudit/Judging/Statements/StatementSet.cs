using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Judging.Statements;

/// <summary>Waivers and attestations, put beside the findings that they are about.</summary>
internal sealed class StatementSet
{
    /// <summary>Of several waivers of one finding, the one that is worth most is told.</summary>
    private static readonly WaiverState[] Worth = { WaiverState.Honoured, WaiverState.NotYet, WaiverState.Expired, WaiverState.Lapsed };

    /// <summary>Of several attestations, likewise.</summary>
    private static readonly AttestationState[] Weight =
    {
        AttestationState.Current,
        AttestationState.Overdue,
        AttestationState.Lapsed,
        AttestationState.NotYet,
    };

    private readonly IReadOnlyList<Waiver> _waivers;
    private readonly IReadOnlyList<Attestation> _attestations;
    private readonly ILookup<string, Waiver> _waiversOf;
    private readonly ILookup<string, Attestation> _attestationsOf;
    private readonly HashSet<object> _used = new();
    private readonly DateTime _today;

    public StatementSet(IEnumerable<Waiver> waivers, IEnumerable<Attestation> attestations, DateTime today)
    {
        (_waivers, _attestations, _today) = (waivers.ToArray(), attestations.ToArray(), today.Date);
        _waiversOf = _waivers.ToLookup(each => each.Selector.CheckId, StringComparer.OrdinalIgnoreCase);
        _attestationsOf = _attestations.ToLookup(each => each.Selector.CheckId, StringComparer.OrdinalIgnoreCase);
    }

    public bool IsEmpty => _waivers.Count == 0 && _attestations.Count == 0;

    /// <summary>What nothing in the run needed: the check passes now, or doesn't concern the hosts; or the baseline has no such
    /// check.</summary>
    public IEnumerable<string> Unused(Baseline baseline)
    {
        var ids = new HashSet<string>(baseline.Checks.Select(check => check.Id), StringComparer.OrdinalIgnoreCase);
        return _waivers
            .Where(waiver => !_used.Contains(waiver))
            .Select(waiver => Told(waiver.Source, new LocalText("例外承認", "waiver"), waiver.Selector))
            .Concat(
                _attestations
                    .Where(attestation => !_used.Contains(attestation))
                    .Select(attestation => Told(attestation.Source, new LocalText("確認記録", "attestation"), attestation.Selector))
            );

        string Told(string? source, LocalText what, FindingSelector selector) =>
            (
                ids.Contains(selector.CheckId)
                    ? new LocalText(
                        $"{source}: {selector} の{what.Ja}を必要とする判定結果はない",
                        $"{source}: no finding needed the {what.En} of {selector}"
                    )
                    : new LocalText(
                        $"{source}: {baseline.Id} に {selector.CheckId} というチェック項目はない（{what.Ja}）",
                        $"{source}: {baseline.Id} has no check {selector.CheckId}, of which there is a {what.En}"
                    )
            ).ToString();
    }

    /// <summary>The finding with what people said of it. Its outcome stays as it is.</summary>
    /// <param name="finding">What they may have spoken of.</param>
    /// <param name="host">Every name of its host; null for no more than the finding tells.</param>
    public Finding Beside(Finding finding, HostIdentity? host = null)
    {
        host ??= new HostIdentity(
            finding.ComputerName,
            finding.HostName.Length > 0 ? finding.HostName : null,
            null,
            null,
            Array.Empty<string>()
        );
        if (finding.Outcome is Outcome.Pass or Outcome.NotApplicable)
            return finding;
        var waiver = _waiversOf[finding.CheckId]
            .Where(each => each.Selector.IsOf(finding, host))
            .OrderBy(each => Array.IndexOf(Worth, each.StateFor(finding, _today)))
            .FirstOrDefault();
        // What failed was seen to be wrong; nobody can attest it away.
        var attestation =
            finding.Outcome == Outcome.Fail
                ? null
                : _attestationsOf[finding.CheckId]
                    .Where(each => each.Selector.IsOf(finding, host))
                    .OrderBy(each => Array.IndexOf(Weight, each.StateOn(_today)))
                    .FirstOrDefault();
        if (waiver is not null)
            _used.Add(waiver);
        if (attestation is not null)
            _used.Add(attestation);
        return waiver is null && attestation is null
            ? finding
            : finding with
            {
                WaiverState = waiver?.StateFor(finding, _today),
                Waiver = waiver?.ToString() ?? string.Empty,
                WaiverText = waiver?.Words,
                AttestationState = attestation?.StateOn(_today),
                Attestation = attestation?.ToString() ?? string.Empty,
                AttestationText = attestation?.Words,
            };
    }
}
