using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>Waivers as they are given down the pipeline: for what needs one, and once.</summary>
public sealed class WaiverTests : IDisposable
{
    private const string Give =
        "$found | New-ConfigAuditWaiver $folder/w.json -Reason 'until the lease ends' -Approver CISO -From 2026-11-01 -Until ";

    private readonly Script _script = new();

    public WaiverTests() =>
        _script.Run(
            "$global:found = Invoke-ConfigAudit LG-PC-002 -RecordingPath $fleet -Zone Lgwan -Baseline MIC-2022-03 -WarningAction SilentlyContinue -ErrorAction SilentlyContinue"
        );

    public void Dispose() => _script.Dispose();

    [Fact]
    public void What_passes_or_does_not_apply_is_left_out_and_counted_once()
    {
        var outcomes = _script.Run("$found").Values("Outcome");
        var needless = outcomes.Count(outcome => outcome is "Pass" or "NotApplicable");
        Assert.InRange(needless, 1, outcomes.Length - 1);
        var result = _script.Run(Give + "2027-03-31");
        Assert.Equal(outcomes.Length - needless, result.Output.Count);
        Assert.StartsWith($"{needless} findings pass or don't apply", Assert.Single(result.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_all_pass_nothing_is_written()
    {
        Assert.Empty(_script.Run("$found | Where-Object Outcome -EQ Pass | " + Give["$found | ".Length..] + "2027-03-31").Output);
        Assert.False(File.Exists(Path.Combine(_script.Folder, "w.json")));
    }

    [Fact]
    public void Given_again_it_takes_the_place_of_the_first()
    {
        var first = _script.Run(Give + "2027-03-31").Output.Count;
        var again = _script.Run(Give + "2027-03-31");
        Assert.Equal(first, again.Output.Count);
        Assert.Equal(first, Written());
        Assert.Contains(again.Warnings, warning => warning.Contains($"{first} waivers gave way", StringComparison.Ordinal));
    }

    [Fact]
    public void One_of_other_days_stands_beside_it_and_that_is_said()
    {
        var first = _script.Run(Give + "2027-03-31").Output.Count;
        var longer = _script.Run(Give + "2028-03-31");
        Assert.Equal(2 * first, Written());
        Assert.Contains(longer.Warnings, warning => warning.Contains($"{first} waivers stand beside others", StringComparison.Ordinal));
    }

    private int Written() => Regex.Count(File.ReadAllText(Path.Combine(_script.Folder, "w.json")), "\"check\":");
}
