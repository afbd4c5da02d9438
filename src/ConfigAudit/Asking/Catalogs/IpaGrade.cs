namespace ConfigAudit.Asking.Catalogs;

/// <summary>What the IPA/CRYPTREC guideline on TLS settings (GL-3001, edition 3.0.1) thinks of a suite or a parameter, for its recommended
/// type (推奨セキュリティ型).</summary>
public enum IpaGrade
{
    /// <summary>In its examples of settings.</summary>
    Recommended = 1,

    /// <summary>For its exception type (セキュリティ例外型) alone: for as long as old clients must be served.</summary>
    Exception,

    /// <summary>Forbidden in every type.</summary>
    Forbidden,
}
