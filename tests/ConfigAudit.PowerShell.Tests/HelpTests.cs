using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Text.RegularExpressions;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>Every cmdlet and every parameter is explained, nothing else is, and every example runs as it stands.</summary>
public sealed class HelpTests : IDisposable
{
    private readonly Script _script = new();

    public void Dispose() => _script.Dispose();

    public static TheoryData<string> Cmdlets()
    {
        using var script = new Script();
        var names = new TheoryData<string>();
        foreach (var name in script.Run("Get-Command -Module ConfigAudit | ForEach-Object Name").Clean())
            names.Add(name.ToString());
        return names;
    }

    public static TheoryData<string, string> Examples()
    {
        using var script = new Script();
        var examples = new TheoryData<string, string>();
        foreach (
            var example in script
                .Run(
                    "Get-Command -Module ConfigAudit | ForEach-Object { $name = $_.Name; (Get-Help $name).examples.example | ForEach-Object { \"$name`n$($_.code)\" } }"
                )
                .Clean()
        )
        {
            var parts = example.ToString().Split('\n', 2);
            examples.Add(parts[0], parts[1]);
        }

        return examples;
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void A_cmdlet_is_explained(string name)
    {
        var help = _script.Run($"Get-Help {name} -Full").Clean().Single();
        Assert.DoesNotContain("[", help.Properties["Synopsis"].Value.ToString()!, StringComparison.Ordinal);
        Assert.NotEmpty(_script.Run($"(Get-Help {name}).description.Text").Clean());
        Assert.NotEmpty(_script.Run($"(Get-Help {name}).examples.example").Clean());
        Assert.NotEmpty(_script.Run($"(Get-Help {name}).syntax.syntaxItem").Clean());
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Its_parameters_are_explained_and_no_others(string name)
    {
        var real = _script
            .Run($"(Get-Command {name}).Parameters.Keys")
            .Clean()
            .Select(key => key.ToString())
            .Except(Cmdlet.CommonParameters)
            .Order();
        var told = _script
            .Run($"(Get-Help {name}).parameters.parameter | ForEach-Object {{ if ($_.description.Text) {{ $_.name }} }}")
            .Clean()
            .Select(key => key.ToString())
            .Order();
        Assert.Equal(real, told);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_runs_as_it_stands(string cmdlet, string code)
    {
        Assert.Contains(cmdlet, code, StringComparison.Ordinal);
        // As one who has the module alone: its own examples, in a folder to write to.
        Directory.CreateSymbolicLink(
            Path.Combine(_script.Folder, "examples"),
            Path.Combine(Path.GetDirectoryName(Script.Manifest)!, "examples")
        );
        var result = _script.Run($"$ExecutionContext.SessionState.Path.SetLocation($folder) | Out-Null\n{code}");
        Assert.True(result.Clean().Count > 0 || Directory.Exists(Path.Combine(_script.Folder, "out")), "nothing came of it");
    }

    /// <summary>Get-Help shows a topic as it stands. Commands, which are indented, may be copied and are left whole.</summary>
    [Fact]
    public void The_lines_of_topics_fit_a_screen() =>
        Assert.DoesNotContain(
            Directory
                .GetFiles(Path.GetDirectoryName(Script.Manifest)!, "about_*.txt", SearchOption.AllDirectories)
                .SelectMany(File.ReadLines),
            line => Screen.Columns(line) > 78 && !Regex.IsMatch(line, "^ {8,12}[^ ]")
        );

    [Fact]
    public void The_topic_is_found() =>
        Assert.Contains(
            "Nothing passes on what was not read",
            File.ReadAllText(Path.Combine(Path.GetDirectoryName(Script.Manifest)!, "en-US", "about_ConfigAudit.help.txt")),
            StringComparison.Ordinal
        );
}
