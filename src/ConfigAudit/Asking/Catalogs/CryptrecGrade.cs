using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>Where CRYPTREC's list of e-Government recommended ciphers (LS-0001) has a parameter, or the parts of a suite, of which the
/// worst counts.</summary>
public enum CryptrecGrade
{
    /// <summary>All parts are recommended (電子政府推奨暗号).</summary>
    [JapaneseName("電子政府推奨暗号")]
    Recommended = 1,

    /// <summary>A part is only monitored (運用監視暗号): to be used for compatibility alone.</summary>
    [JapaneseName("運用監視暗号")]
    Monitored,

    /// <summary>A part is in neither list, or its key is too short to count.</summary>
    [JapaneseName("掲載なし")]
    NotListed,

    /// <summary>It isn't a matter of that list, as versions of TLS aren't.</summary>
    [JapaneseName("対象外")]
    NotJudged,
}
