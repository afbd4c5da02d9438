using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;
using Xunit;

namespace ConfigAudit.PowerShell.Tests;

/// <summary>What the pages in Markdown show is there: where links lead, which commands they name, which tests they rest on.</summary>
public sealed class PagesTests
{
    private static readonly string Root = Path.GetFullPath(Script.RepositoryRoot);

    private static readonly HashSet<string> NotOurs = new(StringComparer.Ordinal)
    {
        ".git",
        "bin",
        "obj",
        "artifacts",
        "out",
        "TestResults",
    };

    private static readonly Lazy<Dictionary<string, CommandInfo>> Commands = new(() =>
    {
        using var script = new Script();
        return script
            .Run("Get-Command -Module ConfigAudit")
            .Clean()
            .Select(command => (CommandInfo)command.BaseObject)
            .ToDictionary(command => command.Name, StringComparer.OrdinalIgnoreCase);
    });

    public static TheoryData<string> Pages() =>
        new(Found(Root).Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_link_leads_somewhere(string page)
    {
        var path = Path.Combine(Root, page);
        var links = Regex
            .Matches(Prose(path), @"\]\((?<to>[^)\s]+)\)|^\[[^\]]+\]:\s*(?<to>\S+)", RegexOptions.Multiline)
            .Select(link => link.Groups["to"].Value);
        Assert.All(
            links.Where(link => !Regex.IsMatch(link, "^[a-z]+:")),
            link =>
            {
                var parts = link.Split('#', 2);
                var to =
                    parts[0].Length == 0
                        ? path
                        : Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, Uri.UnescapeDataString(parts[0])));
                Assert.True(File.Exists(to) || Directory.Exists(to), $"{page}: there is no {link}");
                if (parts.Length == 2)
                    Assert.True(Anchors(to).Contains(parts[1]), $"{page}: {link} has no such heading");
            }
        );
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_command_that_is_shown_is_there_with_its_parameters(string page)
    {
        foreach (var code in Blocks(Path.Combine(Root, page)).Where(code => code.Contains("-ConfigAudit", StringComparison.Ordinal)))
        {
            var commands = Parser
                .ParseInput(code, out _, out _)
                .FindAll(node => node is CommandAst, searchNestedScriptBlocks: true)
                .Cast<CommandAst>();
            foreach (
                var command in commands.Where(command =>
                    command.GetCommandName()?.Contains("-ConfigAudit", StringComparison.OrdinalIgnoreCase) == true
                )
            )
            {
                Assert.True(
                    Commands.Value.TryGetValue(command.GetCommandName(), out var info),
                    $"{page}: there is no {command.GetCommandName()}"
                );
                Assert.All(
                    command.CommandElements.OfType<CommandParameterAst>(),
                    parameter =>
                        Assert.True(
                            info!.Parameters.Values.Any(each =>
                                each.Aliases.Append(each.Name).Contains(parameter.ParameterName, StringComparer.OrdinalIgnoreCase)
                            ),
                            $"{page}: {info.Name} has no -{parameter.ParameterName}"
                        )
                );
            }
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ja.md")]
    public void A_README_is_read_in_one_go(string page) => Assert.InRange(File.ReadAllLines(Path.Combine(Root, page)).Length, 50, 149);

    /// <summary>A row of a table can't be parted, nor can an address.</summary>
    [Theory]
    [InlineData("README.md")]
    [InlineData("README.ja.md")]
    [InlineData("CONTRIBUTING.md")]
    [InlineData("SECURITY.md")]
    [InlineData("docs/README.md")]
    [InlineData("docs/README.ja.md")]
    public void A_line_fits_where_it_is_read(string page) =>
        Assert.All(
            File.ReadAllLines(Path.Combine(Root, page)).Where(line => !line.StartsWith('|') && !line.StartsWith('[')),
            line => Assert.True(line.Length <= 120, $"{page}: {line}")
        );

    [Theory]
    [MemberData(nameof(Pages))]
    public void A_page_and_its_twin_in_Japanese_name_each_other(string page)
    {
        if (!page.EndsWith(".ja.md", StringComparison.Ordinal) || page.Contains("TRACEABILITY", StringComparison.Ordinal))
            return;
        var twin = page[..^".ja.md".Length] + ".md";
        Assert.Contains($"]({Path.GetFileName(twin)})", File.ReadAllText(Path.Combine(Root, page)), StringComparison.Ordinal);
        Assert.Contains($"]({Path.GetFileName(page)})", File.ReadAllText(Path.Combine(Root, twin)), StringComparison.Ordinal);
        // What is typed is the same, whatever is said of it.
        Assert.Equal(Typed(Path.Combine(Root, twin)), Typed(Path.Combine(Root, page)));
    }

    [Fact]
    public void A_threat_is_held_by_tests_that_there_are()
    {
        var tests = Directory
            .GetFiles(Path.Combine(Root, "tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Select(Path.GetFileNameWithoutExtension)
            .ToHashSet();
        var named = Regex
            .Matches(File.ReadAllText(Path.Combine(Root, "SECURITY.md")), "`([A-Za-z]+Tests)`")
            .Select(match => match.Groups[1].Value)
            .ToArray();
        Assert.True(named.Length > 50);
        Assert.All(named, name => Assert.Contains(name, tests));
    }

    private static IEnumerable<string> Found(string folder) =>
        Directory
            .GetFiles(folder, "*.md")
            .Concat(Directory.GetDirectories(folder).Where(each => !NotOurs.Contains(Path.GetFileName(each))).SelectMany(Found));

    private static IEnumerable<string> Blocks(string path) =>
        Regex
            .Matches(
                File.ReadAllText(path),
                @"^[ ]*```(?<kind>\w*)[^\n]*\n(?<code>.*?)^[ ]*```",
                RegexOptions.Multiline | RegexOptions.Singleline
            )
            .Where(block => block.Groups["kind"].Value is "" or "powershell")
            .Select(block => block.Groups["code"].Value);

    private static string Prose(string path) =>
        Regex.Replace(
            Regex.Replace(File.ReadAllText(path), @"^[ ]*```.*?^[ ]*```", string.Empty, RegexOptions.Multiline | RegexOptions.Singleline),
            "`[^`\n]*`",
            string.Empty
        );

    /// <summary>Commands of the module with the names of their parameters.</summary>
    private static string[] Typed(string path) =>
        Blocks(path)
            .SelectMany(code => Parser.ParseInput(code, out _, out _).FindAll(node => node is CommandAst, searchNestedScriptBlocks: true))
            .Cast<CommandAst>()
            .Where(command => command.GetCommandName()?.Contains("-ConfigAudit", StringComparison.Ordinal) == true)
            .Select(command =>
                string.Join(
                    " -",
                    command
                        .CommandElements.OfType<CommandParameterAst>()
                        .Select(parameter => parameter.ParameterName)
                        .Prepend(command.GetCommandName())
                )
            )
            .ToArray();

    /// <summary>As GitHub makes them of headings.</summary>
    private static HashSet<string> Anchors(string path) =>
        Regex
            .Matches(File.ReadAllText(path), "^#+ +(.+)$", RegexOptions.Multiline)
            .Select(heading =>
                Regex.Replace(heading.Groups[1].Value.Trim().ToLowerInvariant(), @"[^\p{L}\p{Nd} _-]", string.Empty).Replace(' ', '-')
            )
            .ToHashSet();
}
