using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions;

/// <summary>
/// What a host answered: rows, or why there are none. Being refused, or asked for a class that isn't there, is an ordinary answer and no
/// exception.
/// </summary>
internal sealed record CimAnswer
{
    private CimAnswer(IReadOnlyList<CimRow> rows, Gap? gap) => (Rows, Gap) = (rows, gap);

    public IReadOnlyList<CimRow> Rows { get; }

    /// <summary>Why rows, or some of them, are missing. An answer can have both: a recording that holds a part of a class.</summary>
    public Gap? Gap { get; }

    /// <summary>Whether the host's answer may mean that what was asked isn't there, and may mean something else: <see cref="AbsenceProof"/>
    /// asks on.</summary>
    public bool MayBeAbsent { get; init; }

    /// <summary>Why one that goes by its Name may be missing, or be there once more: <see cref="Gap"/>, or a row that doesn't tell its name
    /// and so may be any.</summary>
    /// <param name="source">What was asked.</param>
    public Gap? GapByName(string source) =>
        Gap
        ?? (
            Rows.All(row => row.Named("Name") is not null)
                ? null
                : new Gap(
                    GapKind.Unusable,
                    source,
                    new LocalText("名前のない行があり、どれか分からない", "a row doesn't tell its name, so it may be any")
                )
        );

    public static CimAnswer Of(IReadOnlyList<CimRow> rows, Gap? gap = null) => new(rows, gap);

    public static CimAnswer Failed(GapKind kind, string source, LocalText told) => new(Array.Empty<CimRow>(), new Gap(kind, source, told));
}
