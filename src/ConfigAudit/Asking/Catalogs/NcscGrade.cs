using ConfigAudit.Base.Values;

namespace ConfigAudit.Asking.Catalogs;

/// <summary>What NCSC-NL's guidelines of 2025-05 think of a suite or a parameter, as internet.nl applies them.</summary>
public enum NcscGrade
{
    /// <summary>Good.</summary>
    [JapaneseName("良好")]
    Good = 1,

    /// <summary>Sufficient.</summary>
    [JapaneseName("十分")]
    Sufficient,

    /// <summary>To be phased out.</summary>
    [JapaneseName("段階的廃止")]
    PhaseOut,

    /// <summary>Insufficient; and everything that they don't list.</summary>
    [JapaneseName("不十分")]
    Insufficient,
}
