namespace ConfigAudit.Judging.Baselines;

/// <summary>Where a check stands in one edition of the guideline. Its id is the same in all of them; sections aren't.</summary>
/// <param name="CheckId">The check.</param>
/// <param name="Edition">Year and month of the edition: "2024-10".</param>
/// <param name="Section">The section there; as in the edition before, where the change is Unknown.</param>
/// <param name="Part">The part of the guideline; null where it isn't known.</param>
/// <param name="Page">The page; null where it isn't known.</param>
/// <param name="Change">What the edition did with it.</param>
/// <param name="Reason">What is known of the change, in the user's language; empty where nothing is.</param>
/// <param name="Successor">The check that looks at it from that edition on; null for none.</param>
/// <param name="IsEnabled">Whether it is judged by that edition.</param>
/// <param name="IsVerified">Whether the section was read in that edition; false where it rests on another one, on secondary sources, or on
/// nothing.</param>
/// <param name="Title">What is asked, in the user's language.</param>
public sealed record CheckEdition(
    string CheckId,
    string Edition,
    string Section,
    int? Part,
    string? Page,
    EditionChange Change,
    string Reason,
    string? Successor,
    bool IsEnabled,
    bool IsVerified,
    string Title
)
{
    /// <inheritdoc/>
    public override string ToString() => $"{CheckId} {Edition} {Section} {Change}";
}
