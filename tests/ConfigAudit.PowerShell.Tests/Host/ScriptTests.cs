using Xunit;

namespace ConfigAudit.PowerShell.Tests.Host;

/// <summary>A script and its arguments, as pwsh -File takes them.</summary>
public sealed class ScriptTests
{
    private const string Echo = """
        param([string] $Name, [int] $Count = 1, [switch] $Deep, [Parameter(ValueFromRemainingArguments)] $Rest)
        "$Name|$Count|$Deep|$Rest"
        """;

    [Theory]
    [InlineData("日本 語|3|False|", "日本 語", "3")]
    [InlineData("PC1|1|True|", "-Name", "PC1", "-Deep")]
    [InlineData("PC1|2|False|", "-Count:2", "-Deep:$false", "PC1")]
    [InlineData("PC1|2|True|three four", "-Deep", "PC1", "2", "three", "four")]
    public void Arguments_are_bound_to_its_parameters(string expected, params string[] arguments) =>
        Assert.Equal($"{expected}\n", ScriptFile.Run(Echo, arguments).Output);

    [Fact]
    public void Without_parameters_they_are_args() =>
        Assert.Equal("3: -a b $c\n", ScriptFile.Run("\"$($args.Count): $args\"", "-a", "b", "$c").Output);

    [Fact]
    public void It_knows_where_it_stands()
    {
        using var script = new ScriptFile("$PSScriptRoot; $PSCommandPath");
        Assert.Equal($"{script.Folder}\n{script.Path}\n", HostProcess.Run("-File", script.Path).Output);
    }

    [Fact]
    public void The_module_is_imported_from_beside_the_host() =>
        Assert.Equal("True\n", ScriptFile.Run("(Get-Module ConfigAudit).Path.StartsWith(($env:PSModulePath -split [IO.Path]::PathSeparator)[0])").Output);

    [Fact]
    public void A_parameter_that_is_missing_is_an_error_when_nobody_can_be_asked()
    {
        var result = ScriptFile.Run("param([Parameter(Mandatory)] $Name) 'never'");
        Assert.Equal(1, result.ExitCode);
        Assert.Contains("missing mandatory parameters: Name", result.Error);
        Assert.Empty(result.Output);
    }
}
