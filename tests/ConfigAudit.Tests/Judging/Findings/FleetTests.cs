using System;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Facts;
using ConfigAudit.Facts.Targets;
using ConfigAudit.Judging.Baselines;
using ConfigAudit.Judging.Findings;
using Xunit;

namespace ConfigAudit.Tests.Judging.Findings;

/// <summary>The example fleet comes out as its README tells the machines' stories.</summary>
public sealed class FleetTests
{
    private static readonly Outcome[] Outcomes = { Outcome.Pass, Outcome.Fail, Outcome.Unknown, Outcome.Attest, Outcome.NotApplicable };

    private static readonly string Fleet = Path.Combine(Machine.RepositoryRoot, "examples", "fleet");

    /// <summary>+ Pass, - Fail, ? Unknown, a Attest, . NotApplicable.</summary>
    private const string Expected = """
               IN-PC-001 IN-PC-002 IN-PC-003 IN-PC-004 IN-SV-001 LG-PC-001 LG-PC-002 LG-PC-003 LG-SV-001 LG-SV-002 MN-PC-001 MN-PC-002 MN-PC-003 MN-SV-001
        AV-01      +         -         ?         ?         +         +         +         +         +         ?         +         +         ?         +
        AV-02      .         .         ?         ?         +         +         +         +         +         ?         +         +         -         ?
        AV-03      .         .         ?         ?         +         +         +         +         +         ?         +         +         -         -
        AV-04      +         -         ?         ?         +         ?         +         +         +         ?         +         ?         ?         ?
        AV-05      .         .         ?         ?         +         .         +         +         +         .         +         .         -         .
        AV-06      +         .         ?         ?         .         .         .         .         .         ?         .         .         .         .
        AV-08      +         .         ?         ?         +         +         +         +         +         ?         +         +         ?         +
        OS-01      +         -         +         ?         +         +         +         +         +         -         +         +         -         +
        OS-02      +         +         +         ?         +         +         +         -         +         +         +         +         +         +
        SW-01      +         -         +         ?         +         +         +         +         +         -         +         +         -         +
        SW-02      a         a         a         ?         a         a         a         a         a         a         a         a         a         a
        SW-03      ?         ?         ?         ?         ?         ?         ?         ?         ?         ?         ?         ?         ?         ?
        SW-04      .         .         .         .         .         .         .         .         .         .         +         +         +         +
        ID-01      +         +         ?         ?         +         +         +         a         .         +         +         +         +         a
        ID-02      +         +         ?         ?         +         +         +         -         .         +         +         +         +         +
        ID-03      +         +         ?         ?         +         +         +         -         .         +         +         +         +         +
        ID-04      +         +         ?         ?         +         +         +         +         .         +         +         +         +         -
        ID-05      +         +         ?         ?         +         +         +         a         .         +         +         +         +         a
        ID-06      +         +         ?         ?         +         +         +         a         .         +         +         +         +         a
        ID-07      +         ?         ?         ?         +         +         +         +         +         +         +         +         +         +
        ID-08      +         ?         ?         ?         +         +         +         +         +         +         +         +         +         +
        ID-09      +         ?         ?         ?         +         +         +         +         +         +         +         +         +         +
        VPN-01     .         .         .         ?         .         .         -         .         .         .         .         .         .         .
        VPN-02     .         .         .         .         .         .         -         .         .         .         .         .         .         .
        VPN-03     .         .         .         ?         +         .         +         .         +         -         .         .         -         +
        VPN-04     .         .         .         .         .         +         a         +         +         +         +         +         +         +
        VPN-05     .         .         .         ?         .         .         +         .         .         .         .         .         .         .
        DEV-01     +         +         ?         ?         +         +         +         +         +         -         +         +         -         +
        DEV-02     +         -         ?         ?         .         +         -         +         .         .         +         -         -         .
        NET-01     +         +         +         ?         +         +         +         +         +         -         +         +         -         +
        NET-02     .         .         .         .         .         .         .         .         .         .         +         +         +         +
        NET-03     +         +         ?         ?         +         +         +         +         +         -         +         +         +         +
        NET-04     +         -         ?         ?         +         +         -         +         -         -         +         +         -         +
        MED-01     .         .         .         .         .         .         .         .         .         .         +         +         a         +
        MED-02     .         .         .         .         .         +         -         +         +         +         +         +         +         +
        MED-03     +         a         +         ?         +         +         a         +         +         +         +         +         +         +
        MED-04     .         .         .         .         .         .         .         .         .         .         a         a         a         +
        MED-05     .         .         .         .         .         .         .         .         .         .         +         +         a         +
        MED-06     +         .         .         ?         .         .         a         .         .         .         .         .         .         .
        UPD-01     .         .         .         .         .         +         -         +         +         +         +         +         -         +
        UPD-02     .         .         .         .         .         .         -         +         +         .         +         .         -         .
        UPD-03     +         -         +         ?         +         +         +         +         +         +         +         +         -         +
        UPD-04     .         .         .         .         .         ?         ?         ?         ?         ?         ?         ?         -         ?
        UPD-05     ?         ?         ?         ?         ?         .         .         .         .         .         .         .         .         .
        LOG-01     +         -         ?         ?         +         +         +         +         +         -         +         +         -         +
        LOG-02     +         +         +         ?         +         +         +         -         +         +         +         +         +         +
        LOG-03     a         ?         a         ?         a         a         a         a         a         a         a         a         a         a
        LOG-04     +         +         +         ?         +         +         +         +         +         +         +         +         +         +
        """;

    /// <summary>The check, the machine, and the outcome.</summary>
    public static TheoryData<string, string, Outcome> Rows()
    {
        var rows = new TheoryData<string, string, Outcome>();
        var lines = Lines(Expected).Select(line => line.Split(new[] { ' ' }, StringSplitOptions.RemoveEmptyEntries)).ToArray();
        foreach (var line in lines.Skip(1))
        {
            for (var at = 1; at < line.Length; at++)
                rows.Add(line[0], lines[0][at - 1], Outcomes.Single(outcome => Sign(outcome) == line[at][0]));
        }

        return rows;
    }

    [Fact]
    public void Every_machine_comes_out_as_its_story_says()
    {
        var baseline = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load("MIC-2022-03");
        var targets = InventoryFile.Read(Path.Combine(Fleet, "inventory.csv"), bad => throw bad).ToArray();
        var hosts = targets
            .OrderBy(target => target.ComputerName, StringComparer.Ordinal)
            .Select(target => Machine.Recorded(target.RecordingPath!, target.Zone))
            .ToArray();
        var table = new StringBuilder("       " + string.Join(" ", hosts.Select(host => host.ComputerName)));
        foreach (var check in baseline.Checks.Where(check => check.Subject == FactSubject.Host))
        {
            table
                .Append('\n')
                .Append(check.Id.PadRight(7))
                .Append(string.Join(" ", hosts.Select(host => $"    {Sign(Evaluator.Judge(check, host))}    ")));
        }

        Assert.Equal(Lines(Expected), Lines(table.ToString()));
    }

    private static string[] Lines(string text) => text.Split('\n').Select(line => line.TrimEnd()).ToArray();

    private static char Sign(Outcome outcome) =>
        outcome switch
        {
            Outcome.Pass => '+',
            Outcome.Fail => '-',
            Outcome.Unknown => '?',
            Outcome.Attest => 'a',
            _ => '.',
        };
}
