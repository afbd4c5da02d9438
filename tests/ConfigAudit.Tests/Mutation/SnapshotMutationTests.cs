using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Tests.Judging.Findings;
using Xunit;
using Xunit.Abstractions;

namespace ConfigAudit.Tests.Mutation;

/// <summary>Each thing that a snapshot's file holds is lost, one by one and in every way: of hosts, mail servers and mail domains, for each
/// check that passes.</summary>
public sealed class SnapshotMutationTests
{
    private readonly ITestOutputHelper _output;

    public SnapshotMutationTests(ITestOutputHelper output) => _output = output;

    [Fact]
    public void No_Pass_of_a_host_outlives_the_facts_that_it_rests_on()
    {
        var fleet = FleetHosts.Fleet().Select(host => host.Whole).ToArray();
        var checks = Demands.Of(FactSubject.Host);
        Examine(
            "snapshots",
            new FactVocabulary(fleet),
            checks.SelectMany(check =>
                fleet.Where(host => Demands.Judge(check, host) == Outcome.Pass).Take(Extent.Current.Hosts).Select(host => (check, host))
            )
        );
    }

    [Fact]
    public void No_Pass_of_a_mail_server_or_domain_outlives_the_facts_that_it_rests_on()
    {
        var passing = MailCheckTests.Passing().Concat(OutboundCheckTests.Passing()).ToArray();
        Assert.Equal(
            new[] { FactSubject.MailServer, FactSubject.MailDomain, FactSubject.MailSender }
                .SelectMany(Demands.Of)
                .Select(check => check.Id)
                .Distinct()
                .OrderBy(id => id, System.StringComparer.Ordinal),
            passing.Select(each => each.Check.Id).Distinct().OrderBy(id => id, System.StringComparer.Ordinal)
        );
        Examine("mail", new FactVocabulary(passing.Select(each => each.Snapshot)), passing);
    }

    private void Examine(string of, FactVocabulary vocabulary, IEnumerable<(Check Check, Snapshot Snapshot)> passing)
    {
        var tally = new Tally();
        foreach (var (check, snapshot) in passing)
        {
            new Examination(snapshot.ComputerName, new[] { check }, new[] { Outcome.Pass }, tally).Of(
                new SnapshotSites(check, snapshot, vocabulary).All()
            );
        }

        Conclusion.Draw(of, tally, _output);
    }
}
