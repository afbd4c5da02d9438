namespace ConfigAudit.Asking.Catalogs;

/// <summary>Where CRYPTREC's list of e-Government recommended ciphers (LS-0001) has a parameter, or the parts of a suite, of which the
/// worst counts.</summary>
public enum CryptrecGrade
{
    /// <summary>All parts are recommended (電子政府推奨暗号).</summary>
    Recommended = 1,

    /// <summary>A part is only monitored (運用監視暗号): to be used for compatibility alone.</summary>
    Monitored,

    /// <summary>A part is in neither list, or its key is too short to count.</summary>
    NotListed,

    /// <summary>It isn't a matter of that list, as versions of TLS aren't.</summary>
    NotJudged,
}
