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
    private readonly StatementsOfKind<Waiver, WaiverState> _waivers;
    private readonly StatementsOfKind<Attestation, AttestationState> _attestations;

    public StatementSet(IEnumerable<Waiver> waivers, IEnumerable<Attestation> attestations, DateTime today)
    {
        _waivers = new(
            waivers,
            new LocalText("例外承認", "waiver"),
            (waiver, finding) => waiver.StateFor(finding, today),
            WaiverState.Honoured,
            WaiverState.NotYet,
            WaiverState.Expired,
            WaiverState.Lapsed
        );
        _attestations = new(
            attestations,
            new LocalText("確認記録", "attestation"),
            (attestation, _) => attestation.StateOn(today),
            AttestationState.Current,
            AttestationState.Overdue,
            AttestationState.Lapsed,
            AttestationState.NotYet
        );
    }

    public bool IsEmpty => _waivers.IsEmpty && _attestations.IsEmpty;

    /// <summary>What nothing in the run needed: the check passes now, or doesn't concern the hosts; or the baseline has no such
    /// check.</summary>
    public IEnumerable<string> Unused(Baseline baseline) => _waivers.Unused(baseline).Concat(_attestations.Unused(baseline));

    /// <summary>Whether people have anything to say of a finding: what passes, or doesn't concern the host, needs no words.</summary>
    public static bool MaySpeakOf(Finding finding) => finding.Outcome is not (Outcome.Pass or Outcome.NotApplicable);

    /// <summary>The finding with what people said of it. Its outcome stays as it is.</summary>
    /// <param name="finding">What they may have spoken of.</param>
    /// <param name="host">Every name of its host; null for no more than the finding tells.</param>
    public Finding Annotate(Finding finding, HostIdentity? host = null)
    {
        if (!MaySpeakOf(finding))
            return finding;
        host ??= new HostIdentity(
            finding.ComputerName,
            finding.HostName.Length > 0 ? finding.HostName : null,
            null,
            null,
            Array.Empty<string>()
        );
        if (_waivers.For(finding, host) is var (waiver, waived))
        {
            finding = finding with { WaiverState = waived, Waiver = waiver.ToString(), WaiverText = waiver.Words };
        }

        // What failed was seen to be wrong; nobody can attest it away.
        if (finding.Outcome != Outcome.Fail && _attestations.For(finding, host) is var (attestation, attested))
        {
            finding = finding with
            {
                AttestationState = attested,
                Attestation = attestation.ToString(),
                AttestationText = attestation.Words,
            };
        }

        return finding;
    }
}
