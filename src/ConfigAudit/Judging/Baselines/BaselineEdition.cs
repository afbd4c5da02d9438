using System;
using System.Collections.Generic;
using System.Linq;

namespace ConfigAudit.Judging.Baselines;

/// <summary>An edition of the guideline, as the baseline that tells of it leaves the checks.</summary>
/// <param name="Edition">Year and month: "2024-10".</param>
/// <param name="Baseline">The id of the baseline.</param>
/// <param name="Checks">As they stand in it.</param>
internal sealed record BaselineEdition(string Edition, string Baseline, IReadOnlyList<Check> Checks)
{
    /// <summary>From the first edition that has it to the last. One that stands in no edition, as those of models do, stands in the one
    /// that it names.</summary>
    public static IEnumerable<CheckEdition> Of(Check check, IReadOnlyList<BaselineEdition> editions)
    {
        var found = editions
            .Select(
                (edition, index) =>
                    (
                        edition,
                        index,
                        Check: edition.Checks.FirstOrDefault(each => string.Equals(each.Id, check.Id, StringComparison.OrdinalIgnoreCase))
                    )
            )
            .Where(each => each.Check is not null)
            .Select(each =>
                Tell(
                    each.Check!,
                    each.edition.Edition,
                    each.edition.ChangeOf(each.Check!, isOldest: each.index == 0),
                    each.Check!.ChangedBy == each.edition.Baseline
                )
            )
            .ToArray();
        return found.Length > 0 ? found : new[] { Tell(check, check.Guideline.Edition, EditionChange.First, isChanged: false) };
    }

    private EditionChange ChangeOf(Check check, bool isOldest) =>
        check.SetBy == Baseline
            ? isOldest
                ? EditionChange.First
                : EditionChange.Added
            : check.ChangedBy == Baseline
                ? check.EditionChange
                : EditionChange.Unknown;

    private static CheckEdition Tell(Check check, string edition, EditionChange change, bool isChanged) =>
        new(
            check.Id,
            edition,
            check.Guideline.Section,
            check.Guideline.Part,
            check.Guideline.Page,
            change,
            isChanged ? check.ChangeReason?.ToString() ?? string.Empty
                : change == EditionChange.Added ? check.Rationale.ToString()
                : string.Empty,
            isChanged ? check.Successor : null,
            check.IsEnabled,
            change != EditionChange.Unknown && check.Guideline.Edition == edition && check.Guideline.IsVerified,
            check.Title.ToString()
        );
}
