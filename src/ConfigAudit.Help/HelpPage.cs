using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ConfigAudit.Help;

/// <summary>A heading of the third level with the text below it.</summary>
internal sealed record HelpSection(string Title, string Text);

/// <summary>
/// A page in Markdown, of which headings are read and paragraphs kept as they are: ## SYNOPSIS, ## DESCRIPTION, ## PARAMETERS and ##
/// EXAMPLES with
/// ### below them, ## INPUTS, ## OUTPUTS, ## NOTES, ## LINKS.
/// </summary>
internal sealed record HelpPage(
    string Name,
    IReadOnlyDictionary<string, string> Texts,
    IReadOnlyList<HelpSection> Parameters,
    IReadOnlyList<HelpSection> Examples
)
{
    private const string Second = "## ";
    private const string Third = "### ";

    public static HelpPage Load(string path)
    {
        var chapters = Split(File.ReadAllText(path), Second);
        HelpSection[] Below(string title) =>
            chapters.Where(chapter => chapter.Title == title).SelectMany(chapter => Split(chapter.Text, Third)).ToArray();
        return new HelpPage(
            Path.GetFileNameWithoutExtension(path),
            chapters.ToDictionary(chapter => chapter.Title, chapter => chapter.Text, StringComparer.Ordinal),
            Below("PARAMETERS").Select(section => section with { Title = section.Title.TrimStart('-') }).ToArray(),
            Below("EXAMPLES")
        );
    }

    public string? Parameter(string name) => Parameters.FirstOrDefault(section => section.Title == name)?.Text;

    public string Text(string chapter) => Texts.TryGetValue(chapter, out var text) ? text : string.Empty;

    private static HelpSection[] Split(string text, string heading)
    {
        var sections = new List<HelpSection>();
        foreach (var line in text.Replace("\r", string.Empty, StringComparison.Ordinal).Split('\n'))
        {
            if (line.StartsWith(heading, StringComparison.Ordinal))
                sections.Add(new HelpSection(line[heading.Length..].Trim(), string.Empty));
            else if (sections.Count > 0)
                sections[^1] = sections[^1] with { Text = sections[^1].Text + line + "\n" };
        }

        return sections.Select(section => section with { Text = section.Text.Trim() }).ToArray();
    }
}
