using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Asking.Collectors;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Tests.Judging.Findings;
using Xunit;
using Xunit.Abstractions;

namespace ConfigAudit.Tests.Mutation;

/// <summary>Each thing that a host answered is lost, one by one and in every way, and no verdict stays that rested on it.</summary>
public sealed class RecordingMutationTests
{
    private static readonly IReadOnlyList<Check> OfHosts = Demands.Of(FactSubject.Host);

    private readonly ITestOutputHelper _output;

    public RecordingMutationTests(ITestOutputHelper output) => _output = output;

    [Fact]
    public void No_verdict_outlives_what_it_rests_on()
    {
        var fleet = FleetHosts.Fleet();
        var vocabulary = new Vocabulary(
            Extent.IsWhole ? fleet.Concat(FleetHosts.Shared.Select(FleetHosts.Of).OfType<RecordedHost>()) : fleet
        );
        var tally = new Tally();
        foreach (var host in fleet.Where(host => Extent.IsWhole || host.Name is "LG-PC-002" or "LG-SV-001" or "MN-PC-001"))
            Examine(host, vocabulary, OfHosts, Demands.Judge, tally);
        foreach (var (check, host, judge) in HostStories().Concat(RegisteredStories()))
            Examine(host, vocabulary, new[] { check }, judge, tally);
        Conclusion.Draw("recordings", tally, _output, ofRegisters: false);
    }

    private static void Examine(
        RecordedHost host,
        Vocabulary vocabulary,
        IReadOnlyList<Check> checks,
        Func<Check, Snapshot, Outcome> judge,
        Tally tally
    )
    {
        var reach = checks.Select(Demands.Facts).ToArray();
        var before = checks.Select(check => judge(check, host.Whole)).ToArray();
        var sites = new AnswerSites(
            host,
            vocabulary,
            told =>
                checks
                    .Select(
                        (check, at) =>
                            check.Subject != FactSubject.Host || reach[at].Overlaps(told.Reached)
                                ? judge(check, told.Snapshot)
                                : (Outcome?)null
                    )
                    .ToArray()
        );
        new Examination(host.Name, checks, before, tally).Of(sites.All());
    }

    /// <summary>Hosts made for one check, where they pass.</summary>
    private static IEnumerable<(Check Check, RecordedHost Host, Func<Check, Snapshot, Outcome> Judge)> HostStories() =>
        HostTruthTests
            .Rows()
            .Where(row => (Outcome)row[2] == Outcome.Pass)
            .Select(row =>
                (
                    ShippedChecks.Of((string)row[0]),
                    new RecordedHost(
                        $"{row[0]}, {row[1]}",
                        Machine.Source((string)row[4]),
                        (Zone?)row[3],
                        new CollectionOptions { PlannedUseUntil = new DateTime(2029, 3, 31) }
                    ),
                    (Func<Check, Snapshot, Outcome>)Demands.Judge
                )
            );

    /// <summary>The same for hosts that are held against registers.</summary>
    private static IEnumerable<(Check Check, RecordedHost Host, Func<Check, Snapshot, Outcome> Judge)> RegisteredStories()
    {
        foreach (var row in RegisterTruthTests.OnHosts().Where(row => (Outcome)row[2] == Outcome.Pass))
        {
            var registers = RegisterTruthTests.Load((string)row[5]);
            yield return (
                ShippedChecks.Of((string)row[0]),
                new RecordedHost($"{row[0]}, {row[1]}", Machine.Source((string)row[4]), (Zone?)row[3], RegisterTruthTests.Wanted),
                (check, snapshot) => Demands.Judge(check, registers.Against(snapshot))
            );
        }
    }
}
