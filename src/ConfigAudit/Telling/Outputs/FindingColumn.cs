using System;
using ConfigAudit.Base.Values;
using ConfigAudit.Judging.Findings;

namespace ConfigAudit.Telling.Outputs;

/// <summary>A column of a table of findings.</summary>
/// <param name="Header">Its English one is the finding's property.</param>
/// <param name="Text">The cell for programs: the same in every language and culture, but for the sentences in it.</param>
/// <param name="With">Reads such a cell back into a finding; throws FormatException where it says nothing that a finding could.</param>
/// <param name="Words">The cell for people, where they call it something else.</param>
internal sealed record FindingColumn(
    LocalText Header,
    Func<Finding, string> Text,
    Func<Finding, string, Finding> With,
    Func<Finding, LocalText>? Words = null
)
{
    public string Name => Header.En;

    /// <summary>Whether no finding is without it.</summary>
    public bool IsNeeded { get; init; }

    public string Told(Finding finding, Language language) => Words is null ? Text(finding) : Words(finding).In(language);

    public bool IsCalled(string header) => Is(header, Header.En) || Is(header, Header.Ja);

    private static bool Is(string header, string name) => string.Equals(header.Trim(), name, StringComparison.OrdinalIgnoreCase);
}
