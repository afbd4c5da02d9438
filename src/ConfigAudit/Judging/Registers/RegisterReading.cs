using System;
using System.Collections.Generic;
using ConfigAudit.Base.Files;

namespace ConfigAudit.Judging.Registers;

/// <summary>What a row of a register came to.</summary>
internal sealed record RegisterReading
{
    /// <summary>Null for a row that stands there already in the same words, and for one that can't be told from others.</summary>
    public RegisterFact? Fact { get; init; }

    /// <summary>Whether it stands there already.</summary>
    public bool IsRepeated { get; init; }

    /// <summary>Cells that can't be used, which the row alone lacks.</summary>
    public IReadOnlyList<InputException> BadCells { get; init; } = Array.Empty<InputException>();

    /// <summary>Headers that may be mistyped, which any row may lack; each is told with the first row that shows it.</summary>
    public IReadOnlyList<InputException> Mistyped { get; init; } = Array.Empty<InputException>();

    /// <summary>Why nobody knows what the row is of, with what could be read of it; null where that is known.</summary>
    public (InputException Problem, RegisterFact Row)? Lost { get; init; }
}
