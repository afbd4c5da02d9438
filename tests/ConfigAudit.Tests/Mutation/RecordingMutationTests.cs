using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Baselines;
using ConfigAudit.Collectors;
using ConfigAudit.Facts;
using ConfigAudit.Findings;
using ConfigAudit.Sessions;
using ConfigAudit.Sessions.Replay;
using ConfigAudit.Targets;
using ConfigAudit.Tests.Findings;
using Xunit;
using Xunit.Abstractions;

namespace ConfigAudit.Tests.Mutation;

/// <summary>Each thing that a host answered is lost, one by one and in every way, and no verdict stays that rested on it.</summary>
[Collection(Alone.Name)]
public sealed class RecordingMutationTests
{
    private static readonly CollectionOptions Wanted = new() { PlannedUseUntil = new DateTime(2027, 3, 31), LogonsSince = new DateTimeOffset(2026, 11, 15, 0, 0, 0, TimeSpan.Zero) };

    private static readonly IReadOnlyList<Check> OfHosts = Demands.Of(FactSubject.Host);

    private readonly ITestOutputHelper _output;

    public RecordingMutationTests(ITestOutputHelper output) => _output = output;

    [Fact]
    public void No_verdict_outlives_what_it_rests_on()
    {
        var fleet = Fleet().ToArray();
        var vocabulary = new Vocabulary(fleet.Concat(Shared()));
        var tally = new Tally();
        foreach (var host in fleet.Where(host => Extent.IsWhole || host.Name is "LG-PC-002" or "LG-SV-001" or "MN-PC-001"))
            Examine(host, vocabulary, OfHosts, tally);
        foreach (var (check, host) in Stories())
            Examine(host, vocabulary, new[] { check }, tally);
        Conclusion.Draw("recordings", tally, _output);
    }

    private static void Examine(RecordedHost host, Vocabulary vocabulary, IReadOnlyList<Check> checks, Tally tally)
    {
        var reach = checks.Select(Demands.Facts).ToArray();
        var before = checks.Select(check => Demands.Judge(check, host.Whole)).ToArray();
        var sites = new AnswerSites(host, vocabulary, told => checks.Select((check, at) => reach[at].Overlaps(told.Reached) ? Demands.Judge(check, told.Snapshot) : (Outcome?)null).ToArray());
        new Examination(host.Name, checks, before, tally).Of(sites.All());
    }

    private static IEnumerable<RecordedHost> Fleet() =>
        InventoryFile.Read(Path.Combine(Machine.RepositoryRoot, "examples", "fleet", "inventory.csv"), bad => throw bad)
            .Select(target => Host(target.ComputerName, target.RecordingPath!, target.Zone)).OfType<RecordedHost>();

    /// <summary>Real machines, and what others made for one fault, where the checkout stands beside them: a bigger vocabulary.</summary>
    private static IEnumerable<RecordedHost> Shared() => Machine.SharedRecordings is not { } folder
        ? Enumerable.Empty<RecordedHost>()
        : Directory.GetFiles(folder, "*.json").Concat(Directory.GetFiles(Path.Combine(folder, "..", "cases"), "*.json"))
            .OrderBy(path => path, StringComparer.Ordinal).Select(path => Host(Path.GetFileNameWithoutExtension(path)!, path, Zone.MyNumber)).OfType<RecordedHost>();

    /// <summary>Hosts made for one check, where they pass.</summary>
    private static IEnumerable<(Check Check, RecordedHost Host)> Stories()
    {
        foreach (var row in HostTruthTests.Rows().Where(row => (Outcome)row[2] == Outcome.Pass))
        {
            var id = (string)row[0];
            yield return (ShippedChecks.Of(id), new RecordedHost($"{id}, {row[1]}", Machine.Source((string)row[4]), (Zone?)row[3], new CollectionOptions { PlannedUseUntil = new DateTime(2029, 3, 31) }));
        }
    }

    private static RecordedHost? Host(string name, string path, Zone? zone)
    {
        try
        {
            return new RecordedHost(name, ReplaySource.Open(path), zone, Wanted);
        }
        catch (SessionException)
        {
            // It couldn't be reached.
            return null;
        }
        catch (Exception) when (!path.Contains("fleet"))
        {
            return null;
        }
    }
}
