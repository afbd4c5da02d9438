using System;

namespace ConfigAudit.Facts;

/// <summary>Something that was looked for by a list: what came after the list's day isn't on it, and stays unseen.</summary>
internal interface IListedFact
{
    /// <summary>True of what is on the list, or shows by itself.</summary>
    bool? IsListed { get; }

    /// <summary>The day of the list's data. What came later isn't in it.</summary>
    DateTime? CatalogEdition { get; }
}
