using System;
using System.Collections.Generic;
using ConfigAudit.Facts;

namespace ConfigAudit.Sessions;

/// <summary>
/// What a host answered: rows, or why there are none. Being refused, or asked for a class that isn't there, is an ordinary answer and no exception.
/// </summary>
internal sealed record CimAnswer
{
    private CimAnswer(IReadOnlyList<CimRow> rows, Gap? gap) => (Rows, Gap) = (rows, gap);

    public IReadOnlyList<CimRow> Rows { get; }

    /// <summary>Why rows, or some of them, are missing. An answer can have both: a recording that holds a part of a class.</summary>
    public Gap? Gap { get; }

    public static CimAnswer Of(IReadOnlyList<CimRow> rows, Gap? gap = null) => new(rows, gap);

    public static CimAnswer Failed(GapKind kind, string source, string message) =>
        new(Array.Empty<CimRow>(), new Gap(kind, source, message));
}
