using Xunit;

namespace ConfigAudit.PowerShell.Tests.Host;

/// <summary>Output that goes to a file.</summary>
public sealed class OutputTests
{
    private const char Escape = '\u001B';

    [Fact]
    public void It_has_no_escape_codes()
    {
        var result = HostProcess.Run("-Command", "Get-ConfigAuditBaseline; Write-Host -ForegroundColor Red red; $Host.UI.WriteWarningLine('careful'); Get-Command NoSuchCommand; throw 'x'");
        Assert.Contains("MIC-2022-03", result.Output);
        Assert.Contains("red\nWARNING: careful\n", result.Output);
        Assert.DoesNotContain(Escape, result.Output);
        Assert.DoesNotContain(Escape, result.Error);
    }

    [Fact]
    public void Errors_go_to_standard_error_and_name_the_command()
    {
        var result = HostProcess.Run("-Command", "Get-Command NoSuchCommand; 'after'");
        Assert.Equal("after\n", result.Output);
        Assert.StartsWith("Get-Command: The term 'NoSuchCommand' is not recognized", result.Error);
    }

    [Fact]
    public void An_error_that_ends_a_script_is_shown_with_its_line() =>
        Assert.Contains("   2 |  throw 'boom'", ScriptFile.Run("'one'\nthrow 'boom'").Error);

    [Fact]
    public void Progress_is_not_shown()
    {
        var result = ScriptFile.Run("$Host.UI.WriteProgress(0, [Management.Automation.ProgressRecord]::new(0, 'Working', 'hard')); 'done'");
        Assert.Equal("done\n", result.Output);
        Assert.Empty(result.Error);
    }

    [Theory]
    [InlineData("60", 60)]
    [InlineData("none", 120)]
    public void Tables_are_as_wide_as_COLUMNS_says(string columns, int width)
    {
        var table = HostProcess.RunWith("COLUMNS", columns, "-Command", "Get-ConfigAuditBaseline; \"width $($Host.UI.RawUI.BufferSize.Width)\"").Output;
        Assert.Contains($"width {width}\n", table);
        Assert.All(table.Split('\n'), line => Assert.InRange(line.Length, 0, width));
    }

    [Fact]
    public void Write_Host_writes_on_the_information_stream() =>
        Assert.Equal("PSHOST a-b\n", HostProcess.Run("-Command", "$r = Write-Host a, b -Separator - 6>&1; \"$($r.Tags) $($r.MessageData)\"").Output);
}
