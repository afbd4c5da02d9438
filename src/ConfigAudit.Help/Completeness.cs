using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Help;

/// <summary>Cmdlets and texts belong together, both ways.</summary>
internal static class Completeness
{
    private static readonly string[] Chapters = { "SYNOPSIS", "DESCRIPTION", "EXAMPLES", "OUTPUTS" };

    public static IEnumerable<string> Problems(IReadOnlyList<Cmdlet> cmdlets, HelpPages pages)
    {
        foreach (var cmdlet in cmdlets)
        {
            if (pages.Of(cmdlet) is not { } page)
            {
                yield return Problem(pages, cmdlet.Name, "there is no such page");
                continue;
            }

            foreach (var chapter in Chapters.Where(chapter => page.Text(chapter).Length == 0))
                yield return Problem(pages, page.Name, $"there is no ## {chapter}");
            foreach (var parameter in cmdlet.Parameters.Where(parameter => string.IsNullOrEmpty(pages.Parameter(cmdlet, parameter.Name))))
                yield return Problem(pages, page.Name, $"nothing is said of -{parameter.Name}, here or in _parameters.md");
            foreach (var section in page.Parameters.Where(section => cmdlet.Parameters.All(parameter => parameter.Name != section.Title)))
                yield return Problem(pages, page.Name, $"{cmdlet.Name} has no parameter -{section.Title}");
        }

        foreach (var page in pages.Pages.Where(page => cmdlets.All(cmdlet => cmdlet.Name != page.Name)))
            yield return Problem(pages, page.Name, "there is no such cmdlet");
        foreach (
            var section in pages.Shared.Parameters.Where(section =>
                !cmdlets.Any(cmdlet => cmdlet.Parameters.Any(parameter => parameter.Name == section.Title))
            )
        )
        {
            yield return Problem(pages, pages.Shared.Name, $"no cmdlet has a parameter -{section.Title}");
        }
    }

    /// <summary>What a page of one language shows to type, that of another shows too.</summary>
    public static IEnumerable<string> Differences(HelpPages pages, HelpPages first) =>
        from page in pages.Pages
        let other = first.Pages.FirstOrDefault(each => each.Name == page.Name)
        where other is not null && !page.Examples.Select(Code).SequenceEqual(other.Examples.Select(Code))
        select Problem(pages, page.Name, $"its examples aren't those of {first.Folder}");

    private static string Code(HelpSection example) => example.Text.Split("```") is { Length: > 1 } parts ? parts[1].Trim() : string.Empty;

    private static string Problem(HelpPages pages, string page, string problem) => $"{pages.Folder}/{page}.md(1): error HELP001: {problem}";
}
