using System;
using ConfigAudit.Findings;
using ConfigAudit.Values;

namespace ConfigAudit.Outputs;

/// <summary>A column of a table of findings.</summary>
/// <param name="Header">Its English one is the finding's property.</param>
/// <param name="Text">The cell for programs: the same in every language and culture, but for the sentences in it.</param>
/// <param name="Words">The cell for people, where they call it something else.</param>
internal sealed record FindingColumn(LocalText Header, Func<Finding, string> Text, Func<Finding, LocalText>? Words = null)
{
    public string Name => Header.En;

    public string Told(Finding finding, Language language) => Words is null ? Text(finding) : Words(finding).In(language);
}
