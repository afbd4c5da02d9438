namespace ConfigAudit.Judging.Registers.Reading;

/// <summary>What a cell of text has to be for a check to rest on it.</summary>
internal enum CellContent
{
    /// <summary>Any text.</summary>
    Text,

    /// <summary>The name of who approved or answers for something: a person, a post or a body.</summary>
    Party,

    /// <summary>Names of persons, or their numbers.</summary>
    Persons,

    /// <summary>A reason: words that tell.</summary>
    Words,

    /// <summary>Where something is written, or yes or no: <see cref="WrittenPlace"/>.</summary>
    Place,

    /// <summary>Names of certifications that are held: <see cref="Reading.Certification"/>.</summary>
    Certification,

    /// <summary>A class of confidentiality: <see cref="Reading.Confidentiality"/>.</summary>
    Confidentiality,

    /// <summary>Names of hosts, * standing for any text.</summary>
    Hosts,

    /// <summary>The day on which somebody decided: what says that nobody did yet is no empty cell.</summary>
    Decision,
}
