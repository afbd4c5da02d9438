namespace ConfigAudit.Catalogs;

/// <summary>Where CRYPTREC's list of e-Government recommended ciphers (LS-0001) has the parts of a suite; the worst of them counts.</summary>
public enum CryptrecGrade
{
    /// <summary>All parts are recommended (電子政府推奨暗号).</summary>
    Recommended,

    /// <summary>A part is only monitored (運用監視暗号): to be used for compatibility alone.</summary>
    Monitored,

    /// <summary>A part is in neither list.</summary>
    NotListed,
}
