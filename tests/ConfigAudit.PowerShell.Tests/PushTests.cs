using System;
using System.IO;
using System.Linq;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>The examples in which endpoints leave their snapshots, and the centre judges what arrived.</summary>
public sealed class PushTests : IDisposable
{
    private readonly Script _script = new();

    public void Dispose() => _script.Dispose();

    [Fact]
    public void The_latest_of_each_host_is_judged_and_who_left_nothing_is_told_and_stays_Unknown()
    {
        var said = Judge();
        Assert.Equal("13 snapshots in out/drop", said[0]);
        Assert.Equal(new[] { "  IN-PC-004" }, After(said, "Who left nothing:"));
        Assert.Empty(After(said, "Who left something and isn't in the inventory:"));
        Assert.Equal($"{14 * Script.Checks} findings in out/pushed.csv", said[^1]);
        var missing = File.ReadLines(Path.Combine(_script.Folder, "out", "pushed.csv"))
            .Where(line => line.Contains("IN-PC-004", StringComparison.Ordinal))
            .ToArray();
        Assert.Equal(Script.Checks, missing.Length);
        Assert.DoesNotContain(missing, line => line.Contains(",Pass,", StringComparison.Ordinal));
    }

    [Fact]
    public void A_file_under_anothers_name_a_broken_one_and_a_stranger_are_told_and_the_others_go_on()
    {
        Judge();
        var drop = Path.Combine(_script.Folder, "out", "drop");
        var own = File.ReadAllText(Directory.GetFiles(drop, "LG-PC-001_*")[0]);
        File.WriteAllText(Path.Combine(drop, "LG-PC-002_20990101T000000Z.json"), own);
        File.WriteAllText(Path.Combine(drop, "PC-666_20261116T000000Z.json"), own.Replace("LG-PC-001", "PC-666", StringComparison.Ordinal));
        File.WriteAllText(Path.Combine(drop, "MN-PC-001_20990101T000000Z.json"), "{");
        File.WriteAllText(Path.Combine(drop, "LG-PC-001_20200101T000000Z.json"), "{ older, and not read");
        File.WriteAllText(Path.Combine(drop, "LG-PC-001_20990101T000000Z.json.0.tmp"), "{ being written");
        var said = Judge();
        Assert.Equal(new[] { "  MN-PC-001", "  LG-PC-002", "  IN-PC-004" }, After(said, "Who left nothing:"));
        Assert.Equal(new[] { "  PC-666" }, After(said, "Who left something and isn't in the inventory:"));
        var doubted = After(said, "What isn't believed or can't be read:");
        Assert.Equal("  LG-PC-002_20990101T000000Z.json speaks of LG-PC-001", doubted[0]);
        Assert.Contains("MN-PC-001_20990101T000000Z.json", Assert.Single(doubted.Skip(1)), StringComparison.Ordinal);
        Assert.Equal($"{15 * Script.Checks} findings in out/pushed.csv", said[^1]);
    }

    [Fact]
    public void What_is_older_than_asked_for_counts_as_nothing()
    {
        Judge();
        Assert.Equal(14, After(Judge("-Days 1"), "Who left nothing in 1 days:").Length);
    }

    private string[] Judge(string parameters = "") =>
        _script
            .Run(
                $"""
                $ExecutionContext.SessionState.Path.SetLocation($folder) | Out-Null
                & '{Script.RepositoryRoot}/examples/07-judge-pushed.ps1' {parameters}
                """
            )
            .Output.Select(line => line.ToString())
            .ToArray();

    private static string[] After(string[] lines, string title) =>
        lines.SkipWhile(line => line != title).Skip(1).TakeWhile(line => line.StartsWith("  ", StringComparison.Ordinal)).ToArray();
}
