using System;
using System.Linq;
using ConfigAudit.Base.Values;
using ConfigAudit.Facts;

namespace ConfigAudit.Asking.Sessions;

/// <summary>
/// The least that every Windows host has of what a question is about. An answer without it doesn't say that the host has nothing: it says
/// that the host, or
/// whoever recorded it, didn't tell. Otherwise an empty set would pass whatever is demanded of all its items.
/// </summary>
/// <param name="What">As the reason names it: "a local account".</param>
/// <param name="Is">Whether a row is it.</param>
internal sealed record Least(LocalText What, Func<CimRow, bool> Is)
{
    /// <summary>One row, whichever.</summary>
    public static Least One(LocalText what) => new(what, _ => true);

    /// <summary>Why the answer can't be whole; null where it has the least, or says itself that it isn't whole.</summary>
    public Gap? GapOf(CimAnswer answer, string source) =>
        answer.Gap is null && !answer.Rows.Any(Is)
            ? new Gap(
                GapKind.Unusable,
                source,
                new LocalText(
                    $"どのWindowsにもある{What.Ja}が応答になく、応答の全部ではない",
                    $"every Windows host has {What.En}, and the answer has none: it can't be whole"
                )
            )
            : null;

    /// <summary>The answer, which says that it isn't whole where it lacks the least.</summary>
    public CimAnswer Of(CimAnswer answer, string source) => GapOf(answer, source) is { } gap ? CimAnswer.Of(answer.Rows, gap) : answer;
}
