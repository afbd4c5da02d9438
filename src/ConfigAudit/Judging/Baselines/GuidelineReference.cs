using System.Collections.Generic;

namespace ConfigAudit.Judging.Baselines;

/// <summary>The place in a guideline that a check rests on. Section numbers move between editions, so the edition is part of it.</summary>
/// <param name="Edition">The edition, as year and month: "2022-03" for 令和4年3月.</param>
/// <param name="Section">"6.4(1)⑤".</param>
/// <param name="Page">"ii-38"; null where it isn't known.</param>
public sealed record GuidelineReference(string Edition, string Section, string? Page)
{
    /// <summary>The numbers of the public comments that speak of it.</summary>
    public IReadOnlyList<long> Comments { get; init; } = System.Array.Empty<long>();

    /// <summary>False where the wording rests on secondary sources.</summary>
    public bool IsVerified { get; init; } = true;

    /// <summary>
    /// The part of the guideline: 1 general, 2 model clauses (例文), 3 commentary (解説), 4 clouds, 5 powers and duties; null where it isn't
    /// known. What a part
    /// asks for isn't always asked for by the others.
    /// </summary>
    public int? Part { get; init; }

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Edition} {Section}{(Page is not null ? $" ({Page})" : Part is not null ? $" (part {Part})" : null)}{(IsVerified ? null : " [unverified]")}";

    /// <summary>Reads what <see cref="ToString"/> wrote, where a finding was read back; null where it is something else.</summary>
    internal static GuidelineReference? Read(string text)
    {
        const string unverified = " [unverified]";
        var isVerified = !text.EndsWith(unverified, System.StringComparison.Ordinal);
        var place = isVerified ? text : text.Substring(0, text.Length - unverified.Length);
        var space = place.IndexOf(' ');
        if (space < 0)
            return null;
        var (edition, section) = (place.Substring(0, space), place.Substring(space + 1));
        // A section may end in brackets, too: "6.4(1), (2)".
        var bracket = section.EndsWith(")", System.StringComparison.Ordinal)
            ? section.LastIndexOf(" (", System.StringComparison.Ordinal)
            : -1;
        var inside = bracket < 0 ? string.Empty : section.Substring(bracket + 2, section.Length - bracket - 3);
        var part =
            inside.StartsWith("part ", System.StringComparison.Ordinal) && int.TryParse(inside.Substring(5), out var number)
                ? number
                : PartOf(inside);
        return part is null && inside.IndexOf('-') < 0
            ? new GuidelineReference(edition, section, null) { IsVerified = isVerified }
            : new GuidelineReference(edition, section.Substring(0, bracket), inside.IndexOf('-') < 0 ? null : inside)
            {
                IsVerified = isVerified,
                Part = part,
            };
    }

    /// <summary>Parts 1 to 3 number their pages i-1, ii-1 and iii-1.</summary>
    internal static int? PartOf(string? page) =>
        page?.Substring(0, System.Math.Max(page.IndexOf('-'), 0)) switch
        {
            "i" => 1,
            "ii" => 2,
            "iii" => 3,
            _ => null,
        };
}
