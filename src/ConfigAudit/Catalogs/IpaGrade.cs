namespace ConfigAudit.Catalogs;

/// <summary>What the IPA/CRYPTREC guideline on TLS settings (GL-3001, edition 3.0.1) thinks of a suite, for its recommended type (推奨セキュリティ型).</summary>
public enum IpaGrade
{
    /// <summary>In its examples of settings.</summary>
    Recommended,

    /// <summary>Believed to be in them; that part of the guideline was not read.</summary>
    RecommendedUnverified,

    /// <summary>Not known.</summary>
    Unknown,
}
