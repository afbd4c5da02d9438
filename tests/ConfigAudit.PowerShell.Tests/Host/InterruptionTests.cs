using System;
using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace ConfigAudit.PowerShell.Tests.Host;

/// <summary>Ctrl+C and SIGTERM. Linux only: elsewhere a test can't send them to another process.</summary>
public sealed class InterruptionTests
{
    private const string Endless = "try { 'started'; while ($true) { [Threading.Thread]::Sleep(20) } } finally { Write-Host 'cleaned' }";

    [LinuxTheory]
    [InlineData("INT", 1)]
    [InlineData("TERM", 143)]
    public void A_command_stops_and_its_finally_blocks_run(string signal, int exitCode) =>
        Assert.Equal((exitCode, "cleaned\n"), Interrupt(signal, "-Command", Endless));

    [LinuxFact]
    public void A_script_that_is_stopped_exits_as_it_does_in_pwsh()
    {
        using var script = new ScriptFile(Endless);
        Assert.Equal((0, "cleaned\n"), Interrupt("INT", script.Path));
    }

    private static (int ExitCode, string Output) Interrupt(string signal, params string[] arguments)
    {
        using var host = HostProcess.StartInterruptible(arguments);
        Assert.Equal("started", host.ReadLine());
        var waited = Stopwatch.StartNew();
        using var kill = Process.Start("/bin/kill", ["-" + signal, host.Id.ToString(CultureInfo.InvariantCulture)]);
        var result = host.Finish(string.Empty);
        Assert.InRange(waited.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
        return (result.ExitCode, result.Output);
    }
}
