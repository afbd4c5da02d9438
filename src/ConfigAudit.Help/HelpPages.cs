using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace ConfigAudit.Help;

/// <summary>The pages of one language: one a cmdlet, and one for the parameters that several cmdlets share.</summary>
internal sealed record HelpPages(string Folder, IReadOnlyList<HelpPage> Pages, HelpPage Shared)
{
    private const string SharedName = "_parameters";

    public static HelpPages Load(string folder)
    {
        var pages = Directory.GetFiles(folder, "*.md").Order(StringComparer.Ordinal).Select(HelpPage.Load).ToArray();
        return new HelpPages(
            folder,
            pages.Where(page => page.Name != SharedName).ToArray(),
            pages.FirstOrDefault(page => page.Name == SharedName)
                ?? new HelpPage(SharedName, new Dictionary<string, string>(), new List<HelpSection>(), new List<HelpSection>())
        );
    }

    public HelpPage? Of(Cmdlet cmdlet) => Pages.FirstOrDefault(page => page.Name == cmdlet.Name);

    /// <summary>What the page of the cmdlet says of a parameter, else what is said of it for all.</summary>
    public string? Parameter(Cmdlet cmdlet, string name) => Of(cmdlet)?.Parameter(name) ?? Shared.Parameter(name);
}
