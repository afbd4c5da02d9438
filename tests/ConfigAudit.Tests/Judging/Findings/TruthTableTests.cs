using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Judging.Baselines;
using Xunit;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>
/// Each check that ships has a case for each outcome that it can have. The cases themselves are judged where they stand: in the example
/// fleet, and in the
/// tests of hosts, of mail servers and of registers.
/// </summary>
public sealed class TruthTableTests
{
    private static readonly IReadOnlyList<(string Check, Outcome Outcome)> Rows = new IEnumerable<object[]>[]
    {
        FleetTests.Rows(),
        HostTruthTests.Rows(),
        MailCheckTests.Rows(),
        OutboundCheckTests.Cases(),
        RegisterTruthTests.Rows(),
    }
        .SelectMany(table => table)
        .Select(row => ((string)row[0], row.OfType<Outcome>().Single()))
        .ToArray();

    [Fact]
    public void Every_check_has_a_case_for_each_outcome_that_it_can_have()
    {
        var had = new HashSet<string>(Rows.Select(row => $"{row.Check} {row.Outcome}"));
        var missing = ShippedChecks
            .Baselines.SelectMany(baseline => baseline.Checks)
            .SelectMany(check => Wanted(check).Select(outcome => $"{check.Id} {outcome}"))
            .Distinct()
            .Where(wanted => !had.Contains(wanted))
            .OrderBy(wanted => wanted, StringComparer.Ordinal);

        Assert.Equal(string.Empty, string.Join(", ", missing));
    }

    [Fact]
    public void No_case_has_an_outcome_that_its_check_cannot_have()
    {
        var can = new HashSet<string>(
            ShippedChecks
                .Baselines.SelectMany(baseline => baseline.Checks)
                .SelectMany(check => Wanted(check).Select(outcome => $"{check.Id} {outcome}"))
        );

        Assert.Equal(
            string.Empty,
            string.Join(", ", Rows.Select(row => $"{row.Check} {row.Outcome}").Distinct().Where(row => !can.Contains(row)))
        );
    }

    /// <summary>The outcomes that a check can have, by the way it is written.</summary>
    private static IEnumerable<Outcome> Wanted(Check check)
    {
        if (check.Method == AuditMethod.Attestation)
            return new[] { Outcome.Attest };
        var outcomes = new List<Outcome> { Outcome.Pass, check.Otherwise, Outcome.Unknown };
        if (check.AppliesWhen is not null || check.Zones.Count + check.Roles.Count + check.Models.Count > 0)
            outcomes.Add(Outcome.NotApplicable);
        return outcomes;
    }
}
