using System;
using System.IO;
using System.Linq;
using System.Text;
using ConfigAudit.Baselines;
using ConfigAudit.Findings;
using ConfigAudit.Targets;
using Xunit;

namespace ConfigAudit.Tests.Findings;

/// <summary>The example fleet comes out as its README tells the machines' stories.</summary>
public sealed class FleetTests
{
    private static readonly string Fleet = Path.Combine(Machine.RepositoryRoot, "examples", "fleet");

    /// <summary>+ Pass, - Fail, ? Unknown, a Attest, . NotApplicable.</summary>
    private const string Expected = """
                   AV-01 AV-02 AV-03 AV-04 OS-01 OS-02 SW-01 SW-02 ID-01 ID-02 ID-03 VPN-01 VPN-02
        IN-PC-001    +     .     .     +     +     +     +     a     +     +     +     .      .
        IN-PC-002    -     .     .     -     -     +     -     a     +     +     +     .      .
        IN-PC-003    ?     ?     ?     ?     +     +     +     a     ?     ?     ?     .      .
        IN-PC-004    ?     ?     ?     ?     ?     ?     ?     ?     ?     ?     ?     ?      .
        IN-SV-001    +     +     +     +     +     +     +     a     +     +     +     .      .
        LG-PC-001    +     +     ?     ?     +     +     +     a     +     +     +     .      .
        LG-PC-002    +     +     +     +     +     +     +     a     +     +     +     -      -
        LG-PC-003    +     +     +     +     +     -     +     a     a     -     -     .      .
        LG-SV-001    +     +     +     +     +     +     +     a     .     .     .     .      .
        LG-SV-002    ?     ?     ?     ?     -     +     -     a     +     +     +     .      .
        MN-PC-001    +     +     +     +     +     +     +     a     +     +     +     .      .
        MN-PC-002    +     +     ?     ?     +     +     +     a     +     +     +     .      .
        MN-PC-003    +     -     -     +     -     +     -     a     +     +     +     .      .
        MN-SV-001    +     ?     ?     ?     +     +     +     a     a     +     +     .      .
        """;

    [Fact]
    public void Every_machine_comes_out_as_its_story_says()
    {
        var baseline = new BaselineFolder(Path.Combine(Machine.RepositoryRoot, "module", "baselines")).Load("MIC-2022-03");
        var targets = InventoryFile.Read(Path.Combine(Fleet, "inventory.csv"), bad => throw bad).ToArray();
        var table = new StringBuilder("           " + string.Join(" ", baseline.Checks.Select(check => check.Id)));
        foreach (var target in targets.OrderBy(target => target.ComputerName, StringComparer.Ordinal))
        {
            var snapshot = Machine.Recorded(target.RecordingPath!, target.Zone);
            table.Append('\n').Append(target.ComputerName).Append("  ");
            foreach (var check in baseline.Checks)
                table.Append("  ").Append(Sign(Evaluator.Judge(check, snapshot))).Append(new string(' ', check.Id.Length - 2));
        }

        Assert.Equal(Lines(Expected), Lines(table.ToString()));
    }

    private static string[] Lines(string text) => text.Split('\n').Select(line => line.TrimEnd()).ToArray();

    private static char Sign(Outcome outcome) => outcome switch
    {
        Outcome.Pass => '+',
        Outcome.Fail => '-',
        Outcome.Unknown => '?',
        Outcome.Attest => 'a',
        _ => '.',
    };
}
