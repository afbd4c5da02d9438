using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Threading;
using Xunit;

namespace ConfigAudit.PowerShell.Tests.Host;

/// <summary>The starter hands everything to PowerShell and brings back what that says.</summary>
public sealed class StarterTests
{
    private const string Echo = """
        param([string] $Name, [int] $Count = 1, [switch] $Deep, [Parameter(ValueFromRemainingArguments)] $Rest)
        "$Name|$Count|$Deep|$Rest"
        """;

    [Theory]
    [InlineData(0, "'fine'")]
    [InlineData(3, "exit 3")]
    [InlineData(1, "throw 'uncaught'")]
    public void It_ends_as_the_script_ends(int expected, string text) => Assert.Equal(expected, ScriptFile.Run(text).ExitCode);

    [Fact]
    public void A_script_that_is_not_there_is_told()
    {
        var result = HostProcess.Run("no-such-script.ps1");
        Assert.NotEqual(0, result.ExitCode);
        Assert.Contains("no-such-script.ps1", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("日本 語|3|False|", "日本 語", "3")]
    [InlineData("PC1|2|True|three four", "-Deep", "PC1", "2", "three", "four")]
    public void Arguments_are_the_scripts(string expected, params string[] arguments) =>
        Assert.Equal($"{expected}\n", ScriptFile.Run(Echo, arguments).Output);

    [Fact]
    public void The_module_is_the_one_that_was_built() =>
        Assert.Equal(
            ConfigAudit.PowerShell.Tests.Script.Manifest + "\n",
            HostProcess.Run("-Command", "Import-Module ConfigAudit; Join-Path (Get-Module ConfigAudit).ModuleBase ConfigAudit.psd1").Output
        );

    [Fact]
    public void PowerShells_own_modules_are_there() =>
        Assert.Equal(
            "\"Id\"\n\"MIC-Minimum\"\n",
            HostProcess.Run("-Command", "Get-ConfigAuditBaseline MIC-Minimum | Select-Object Id | ConvertTo-Csv").Output
        );

    [Fact]
    public void A_file_gets_no_colours()
    {
        var result = HostProcess.Run("-Command", "Get-ConfigAuditBaseline; Write-Host -ForegroundColor Red red; throw 'x'");
        Assert.Contains("MIC-2022-03", result.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', result.Output);
        Assert.DoesNotContain('\u001B', result.Error);
    }

    [Fact]
    public void Commands_are_read_from_standard_input() =>
        Assert.Equal("<鈴木>\n", HostProcess.RunWithInput("鈴木\n", "-Command", "\"<$([Console]::In.ReadLine())>\"").Output);

    [LinuxFact]
    public void Stopped_it_leaves_nothing_behind()
    {
        using var script = new ScriptFile("$PID; while ($true) { Start-Sleep -Milliseconds 20 }");
        using var host = HostProcess.StartInterruptible(script.Path);
        var shell = int.Parse(host.ReadLine()!, CultureInfo.InvariantCulture);
        using var kill = Process.Start("/bin/kill", ["-TERM", host.Id.ToString(CultureInfo.InvariantCulture)]);
        host.Finish(string.Empty);
        Assert.True(SpinWait.SpinUntil(() => !Directory.Exists($"/proc/{shell}"), TimeSpan.FromSeconds(20)), $"process {shell} goes on");
    }
}
