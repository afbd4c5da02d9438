namespace ConfigAudit.Lifecycle;

/// <summary>In which way the catalogue and a source differ.</summary>
internal enum DifferenceKind
{
    /// <summary>A version that was released since the catalogue's edition.</summary>
    New,

    /// <summary>Another day.</summary>
    Changed,

    /// <summary>The source no longer lists it. It stays in the catalogue: what ended once has ended.</summary>
    Gone,

    /// <summary>A vendor's page corrected it, so it stays as it is.</summary>
    Corrected,

    /// <summary>A new version without an end: in an older catalogue it would look supported for ever, so a person decides.</summary>
    Undated,
}
