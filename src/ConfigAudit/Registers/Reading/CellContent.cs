namespace ConfigAudit.Registers.Reading;

/// <summary>What a cell of text has to be for a check to rest on it.</summary>
internal enum CellContent
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>The name of who approved or answers for something: a person, a post or a body.</summary>
    Party,

    /// <summary>Names of persons, or their numbers.</summary>
    Persons,

    /// <summary>A reason, or where something is written: words that tell.</summary>
    Words,

    /// <summary>The day on which somebody decided: what says that nobody did yet is no empty cell.</summary>
    Decision,
}
