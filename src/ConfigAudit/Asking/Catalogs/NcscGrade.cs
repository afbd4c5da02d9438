namespace ConfigAudit.Asking.Catalogs;

/// <summary>What NCSC-NL's guidelines of 2025-05 think of a suite or a parameter, as internet.nl applies them.</summary>
public enum NcscGrade
{
    /// <summary>Good.</summary>
    Good = 1,

    /// <summary>Sufficient.</summary>
    Sufficient,

    /// <summary>To be phased out.</summary>
    PhaseOut,

    /// <summary>Insufficient; and everything that they don't list.</summary>
    Insufficient,
}
