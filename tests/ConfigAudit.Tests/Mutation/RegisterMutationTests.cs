using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using ConfigAudit.Judging.Registers;
using ConfigAudit.Tests.Judging.Findings;
using Xunit;
using Xunit.Abstractions;

namespace ConfigAudit.Tests.Mutation;

/// <summary>Each thing that a register holds is lost, one by one and in every way: for each check of the organisation, and of hosts held
/// against registers, that passes.</summary>
public sealed class RegisterMutationTests
{
    private readonly ITestOutputHelper _output;

    public RegisterMutationTests(ITestOutputHelper output) => _output = output;

    private static IEnumerable<object[]> OfOrganisation() =>
        new IEnumerable<object[]>[]
        {
            RegisterTruthTests.Accounts(),
            RegisterTruthTests.Flows(),
            RegisterTruthTests.Services(),
            RegisterTruthTests.Assets(),
            RegisterTruthTests.Software(),
            RegisterTruthTests.Reviews(),
        }.SelectMany(table => table);

    [Fact]
    public void No_Pass_outlives_the_registers_that_it_rests_on()
    {
        var (known, tally) = (Known(), new Tally());
        var host = Machine.Answering(RegisterTruthTests.Host(), zone: Zone.Lgwan, wanted: RegisterTruthTests.Wanted);
        foreach (var row in OfOrganisation().Where(row => (Outcome)row[2] == Outcome.Pass))
            Examine((string)row[0], (string)row[3], known, tally, (check, set) => Evaluator.Judge(check, Organisation(set, host)));
        foreach (var row in RegisterTruthTests.OnHosts().Where(row => (Outcome)row[2] == Outcome.Pass))
        {
            var told = Machine.Answering((string)row[4], zone: (Zone?)row[3], wanted: RegisterTruthTests.Wanted);
            Examine((string)row[0], (string)row[5], known, tally, (check, set) => Evaluator.Judge(check, set.Against(told)));
        }

        var missing = new[] { FactSubject.Organisation, FactSubject.RegisteredHost }
            .SelectMany(Demands.Of)
            .Select(check => check.Id)
            .Except(tally.Checks);
        Assert.Empty(missing);
        Conclusion.Draw("registers", tally, _output, ofRegisters: true);
    }

    private static void Examine(
        string id,
        string registers,
        IReadOnlyDictionary<string, string[]> known,
        Tally tally,
        Func<Check, RegisterSet, Outcome> judge
    )
    {
        var check = ShippedChecks.Of(id);
        // What one site loses may be what another could have been: each text is judged once.
        var told = new Dictionary<string, Outcome>(StringComparer.Ordinal);
        var sites = new RegisterSites(
            Register.All(registers),
            known,
            text => told.TryGetValue(text, out var outcome) ? outcome : told[text] = judge(check, RegisterTruthTests.Load(text))
        );
        new Examination(id, new[] { check }, new[] { Outcome.Pass }, tally) { IsUnknownNoFault = false }.Of(sites.All());
    }

    private static Snapshot Organisation(RegisterSet set, Snapshot host)
    {
        var seen = new Sightings();
        seen.Add(host, set.Against(host));
        return set.Snapshot(seen);
    }

    /// <summary>What the tests of registers write into each column.</summary>
    private static Dictionary<string, string[]> Known() =>
        OfOrganisation()
            .Select(row => (string)row[3])
            .Concat(RegisterTruthTests.OnHosts().Select(row => (string)row[5]))
            .SelectMany(Register.All)
            .SelectMany(register =>
                register.Rows.SelectMany(cells =>
                    cells.Take(register.Headers.Length).Select((cell, at) => (Header: register.Headers[at], Cell: cell))
                )
            )
            .GroupBy(each => each.Header)
            .ToDictionary(
                group => group.Key,
                group =>
                    group
                        .Select(each => each.Cell)
                        .Distinct()
                        .OrderBy(cell => cell, StringComparer.Ordinal)
                        .Take(Extent.Current.ValuesOfOnePlace)
                        .ToArray()
            );
}
