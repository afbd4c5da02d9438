using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Catalogs;
using ConfigAudit.Asking.Mail;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Telling.Outputs.Html.Servers;

/// <summary>A mail server of a report: what was learnt of it, and what was found on it.</summary>
internal sealed class SeenServer
{
    private readonly List<Finding> _findings = new();

    public SeenServer(Snapshot snapshot) => Snapshot = snapshot;

    public Snapshot Snapshot { get; private set; }

    /// <summary>Those that it was judged by, in the order in which they came.</summary>
    public IReadOnlyList<Finding> Findings => _findings;

    public IReadOnlyList<MailServiceFact> Services => Snapshot.Table.Set<MailServiceFact>().Items;

    public IReadOnlyList<MailSuiteFact> Suites => Snapshot.Table.Set<MailSuiteFact>().Items;

    public IReadOnlyList<MailParameterFact> Parameters => Snapshot.Table.Set<MailParameterFact>().Items;

    public IReadOnlyList<MailCertificateFact> Certificates => Snapshot.Table.Set<MailCertificateFact>().Items;

    /// <summary>Why something of it isn't known, each reason once; without what it can't have, and what a catalogue doesn't know.</summary>
    public IReadOnlyList<Gap> Gaps =>
        Snapshot
            .Gaps.Where(gap => gap.Kind is not (GapKind.NotPresent or GapKind.NotSupported))
            .Select(gap => gap with { Property = null, Unseen = null })
            .Distinct()
            .ToArray();

    /// <param name="finding">One that knows its facts.</param>
    public void Add(Finding finding)
    {
        _findings.Add(finding);
        if (finding.CollectedAt > Snapshot.CollectedAt)
            Snapshot = finding.Facts!.Snapshot;
    }

    /// <summary>The ids of the checks that this item fails; by the baseline in force, and so by the source of grades that it
    /// chose.</summary>
    public IReadOnlyList<string> FailedBy(Fact item) =>
        _findings
            .Where(finding => finding.Outcome == Outcome.Fail && finding.Check is { } check && check.Assertion.IsFailedBy(item))
            .Select(finding => finding.CheckId)
            .Distinct()
            .ToArray();

    /// <summary>What has to change, by what fails.</summary>
    public ServerNeed Needs
    {
        get
        {
            var needs = Suites.Any(Fails) ? ServerNeed.Suites : ServerNeed.None;
            if (Certificates.Any(Fails) || Services.Any(service => service.Port != 25 && FailedBy(service).Contains("MAIL-06")))
                needs |= ServerNeed.Certificate;
            return Parameters.Where(Fails).Aggregate(needs, (all, parameter) => all | Need(parameter));
        }
    }

    private bool Fails(Fact item) => FailedBy(item).Count > 0;

    /// <summary>What needs a prime goes with its suites.</summary>
    private static ServerNeed Need(MailParameterFact parameter) =>
        parameter.Kind switch
        {
            TlsParameterKind.Version => ServerNeed.Versions,
            TlsParameterKind.Group when parameter.Name!.StartsWith("Ffdhe", StringComparison.Ordinal) => ServerNeed.Groups
                | ServerNeed.Suites,
            TlsParameterKind.Group => ServerNeed.Groups,
            TlsParameterKind.Prime => ServerNeed.Suites,
            TlsParameterKind.Signature => ServerNeed.Signatures,
            _ => ServerNeed.Certificate,
        };
}
