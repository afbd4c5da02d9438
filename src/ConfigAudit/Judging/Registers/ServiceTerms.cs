using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers;

/// <summary>What the use of an external service rests on.</summary>
public enum ServiceTerms
{
    /// <summary>The provider's terms for everybody: in principle not for information of confidentiality 2 and above.</summary>
    [JapaneseName("約款", "約款型", "約款による")]
    Standard,

    /// <summary>A contract of the organisation's own.</summary>
    [JapaneseName("個別", "個別契約", "業務委託")]
    Individual,
}
