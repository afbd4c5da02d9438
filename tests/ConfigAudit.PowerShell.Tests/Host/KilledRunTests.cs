using System;
using System.IO;
using System.Linq;
using System.Threading;
using Xunit;

namespace ConfigAudit.PowerShell.Tests.Host;

/// <summary>kill -9 at any instant loses the hosts in flight and nothing else.</summary>
public sealed class KilledRunTests
{
    /// <summary>The same instants each time, as far as a machine keeps to them.</summary>
    private const int Seed = 20261116;

    /// <summary>Twenty in the nightly run.</summary>
    private static readonly int Kills = Environment.GetEnvironmentVariable("CONFIGAUDIT_NIGHTLY") == "1" ? 20 : 4;

    [Fact]
    public void Killed_again_and_again_and_resumed_it_finds_what_an_uninterrupted_run_finds()
    {
        using var fleet = new LiveFleet("--hosts", "80", "--latency", "25");
        using var whole = new ScriptFile(Script(fleet, "whole"));
        Assert.Equal(0, HostProcess.Run(whole.Path).ExitCode);

        using var script = new ScriptFile(Script(fleet, "broken"));
        var chance = new Random(Seed);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var host = HostProcess.StartInterruptible(script.Path);
            // From its start on, and not only while hosts are being asked.
            Thread.Sleep(chance.Next(200, 3000));
        }

        Assert.Equal(0, HostProcess.Run(script.Path).ExitCode);
        Assert.Equal(80 * ConfigAudit.PowerShell.Tests.Script.Checks, Findings(fleet, "whole").Length);
        Assert.Equal(Findings(fleet, "whole"), Findings(fleet, "broken"));
        Assert.Contains("\"finishedAt\"", File.ReadAllText(Path.Combine(fleet.Folder, "broken", "run.json")), StringComparison.Ordinal);
        Assert.Equal(80, Directory.GetFiles(Path.Combine(fleet.Folder, "broken", "snapshots")).Length);
    }

    private static string Script(LiveFleet fleet, string run) =>
        $$"""
            {{fleet.Prelude}}
            Import-ConfigAuditTarget $inventory | Invoke-ConfigAudit -Baseline MIC-2022-03 @how -RunPath '{{fleet.Folder}}/{{run}}' -Resume -ThrottleLimit 4 |
                ForEach-Object { "$($_.ComputerName) $($_.CheckId) $($_.Outcome)" } | ForEach-Object -Begin { $lines = @() } -Process { $lines += $_ } -End { [System.IO.File]::WriteAllLines('{{fleet.Folder}}/{{run}}.txt', [string[]] $lines) }
            """;

    private static string[] Findings(LiveFleet fleet, string run) =>
        File.ReadAllLines(Path.Combine(fleet.Folder, run + ".txt")).Order(StringComparer.Ordinal).ToArray();
}
