using Xunit;

namespace ConfigAudit.PowerShell.Tests.Host;

/// <summary>Standard input that is not a terminal.</summary>
public sealed class InputTests
{
    [Fact]
    public void Commands_are_read_from_it_without_a_prompt()
    {
        var result = HostProcess.RunWithInput("$x = 20\nif ($x) {\n  $x + 1\n}\n'日本'\nexit 7\n'never'\n");
        Assert.Equal("21\n日本\n", result.Output);
        Assert.Equal(7, result.ExitCode);
    }

    [Fact]
    public void An_error_does_not_end_them()
    {
        var result = HostProcess.RunWithInput("throw 'first'\n'second'\n");
        Assert.Contains("first", result.Error);
        Assert.Equal("second\n", result.Output);
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public void Read_Host_reads_a_line_of_it() =>
        Assert.Equal("Who: <鈴木>\n", HostProcess.RunWithInput("鈴木\n", "-Command", "\"<$(Read-Host Who)>\"").Output);

    [Fact]
    public void Read_Host_reads_a_secret_from_it() =>
        Assert.Equal("6\n", HostProcess.RunWithInput("s3cret\n", "-Command", "(Read-Host -AsSecureString).Length").Output);

    [Fact]
    public void A_confirmation_that_nobody_answers_is_not_a_yes()
    {
        var result = HostProcess.Run("-Command", "function f { [CmdletBinding(SupportsShouldProcess)] param() if ($PSCmdlet.ShouldProcess('x')) { 'did' } }; f -Confirm");
        Assert.DoesNotContain("did", result.Output);
        Assert.Contains("The input ended before the question was answered", result.Error);
    }
}
