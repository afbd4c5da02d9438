using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Registers;

/// <summary>What approved software is for.</summary>
public enum SoftwareKind
{
    /// <summary>Any use.</summary>
    [JapaneseName("一般")]
    General,

    /// <summary>Protection of the host.</summary>
    [JapaneseName("セキュリティ対策", "セキュリティ")]
    Security,
}
