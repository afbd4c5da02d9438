using System;
using System.Collections.Generic;
using System.Linq;
using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>A cycle of a product that something installed was found to belong to.</summary>
internal sealed record LifecycleMatch(LifecycleProduct Product, LifecycleCycle Cycle)
{
    /// <summary>What it may be as well, where nothing tells: one name and version in two channels. Something is said only where all of them
    /// agree.</summary>
    public IReadOnlyList<LifecycleMatch> Others { get; init; } = Array.Empty<LifecycleMatch>();

    /// <summary>The product is known, and nothing tells which of its cycles this is.</summary>
    public bool IsOpen => ReferenceEquals(Cycle, LifecycleCycle.Untold);

    /// <summary>How facts name it.</summary>
    public string Name => string.Join(" or ", Others.Select(other => other.Own).Prepend(Own).Distinct());

    /// <summary>The last day of ordinary support, where the catalogue names it.</summary>
    public DateTime? Ends => Others.All(other => other.Ends == OwnEnds) ? OwnEnds : null;

    /// <summary>The day of the file that says so, where that isn't the catalogue's: of several files the oldest.</summary>
    public DateTime? Edition => Others.Select(other => other.Product.Edition).Prepend(Product.Edition).Min();

    /// <summary>Why nothing can be said though the product is known.</summary>
    public LocalText Doubt =>
        IsOpen
            ? new($"{Product.Title} のどのバージョンか分からない", $"nothing tells which version of {Product.Title} it is")
            : new(
                $"{Name} のいずれか分からず、サポート期限が異なる",
                $"nothing tells whether it is {Name}, which aren't supported until the same day"
            );

    private string Own =>
        IsOpen ? Product.Title
        : Product.Systems.Count > 0 && Cycle.Title is { } title ? title
        : $"{Product.Title} {Cycle.Name}".TrimEnd();

    private DateTime? OwnEnds => Cycle.IsBound ? null : Cycle.Ends;

    /// <summary>
    /// Whether ordinary support lasts to the end of <paramref name="day"/>, as far as anything was announced by the catalogue's edition:
    /// the guideline asks
    /// that no end is planned within the time of use.
    /// </summary>
    public bool? Covers(DateTime? day) => Others.All(other => other.Covers(day) == OwnCovers(day)) ? OwnCovers(day) : null;

    private bool? OwnCovers(DateTime? day)
    {
        if (day is null || IsOpen || Cycle.IsUndated)
            return null;
        var covers = Cycle.EndIsOpen || Cycle.Ends >= day.Value.Date;
        // A bound says no more than that support ended by then at the latest.
        return covers && Cycle.IsBound ? null : covers;
    }

    /// <summary>What the cycle's dates say of <paramref name="day"/>; null when that depends on a day, or a version, that nobody
    /// knows.</summary>
    public SupportStatus? On(DateTimeOffset? day) => Others.All(other => other.On(day) == OwnOn(day)) ? OwnOn(day) : null;

    private SupportStatus? OwnOn(DateTimeOffset? day)
    {
        if (IsOpen)
            return null;
        var status = Dated(day);
        // What is older than a cycle that is supported still may be so, too.
        return Cycle.IsBound && status == SupportStatus.Supported ? SupportStatus.NotInCatalog : status;
    }

    private SupportStatus? Dated(DateTimeOffset? day)
    {
        if (Cycle.IsUndated)
            return SupportStatus.NoEndPublished;
        if (Cycle.EndIsOpen)
            return SupportStatus.Supported;
        if (Cycle.Ends is null)
            return SupportStatus.Ended;
        if (day is null)
            return null;
        // The last day counts to its end in Japan: at half past seven there it is still the day before in UTC.
        var date = JapanDay.Of(day.Value);
        if (date <= Cycle.Ends)
            return SupportStatus.Supported;
        return Cycle.Extended is not null && date <= Cycle.Extended ? SupportStatus.ExtendedOnly : SupportStatus.Ended;
    }
}
