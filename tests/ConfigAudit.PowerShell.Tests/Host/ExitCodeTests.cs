using Xunit;

namespace ConfigAudit.PowerShell.Tests.Host;

/// <summary>The exit codes are those of pwsh, which are not always those that one would choose.</summary>
public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(0, "'fine'")]
    [InlineData(3, "exit 3")]
    [InlineData(0, "exit 0")]
    [InlineData(9, "$Host.SetShouldExit(9); 'goes on'")]
    [InlineData(1, "throw 'uncaught'")]
    [InlineData(1, "if (")]
    [InlineData(0, "Get-Command NoSuchCommand")]
    [InlineData(0, "dotnet no-such-command *> $null; 'goes on'")]
    public void Of_a_script(int expected, string text) => Assert.Equal(expected, ScriptFile.Run(text).ExitCode);

    [Theory]
    [InlineData(0, "1")]
    [InlineData(4, "exit 4")]
    [InlineData(1, "throw 'uncaught'")]
    [InlineData(1, "Get-Command NoSuchCommand")]
    [InlineData(0, "Get-Command NoSuchCommand; 1")]
    public void Of_a_command(int expected, string text) => Assert.Equal(expected, HostProcess.Run("-Command", text).ExitCode);

    [Fact]
    public void Of_a_script_that_another_calls()
    {
        using var inner = new ScriptFile("exit 3");
        var result = ScriptFile.Run("param($Inner) & $Inner; \"inner: $LASTEXITCODE\"", inner.Path);
        Assert.Equal("inner: 3\n", result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void Of_a_script_that_is_not_there()
    {
        var result = HostProcess.Run("no-such-script.ps1");
        Assert.Equal(64, result.ExitCode);
        Assert.Contains("'no-such-script.ps1' is not recognized as the name of a script file", result.Error);
    }

    [Fact]
    public void Of_an_argument_that_is_not_known() => Assert.Equal(64, HostProcess.Run("-NoSuchArgument").ExitCode);
}
