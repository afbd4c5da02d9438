using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Baselines;

/// <summary>What a check looks at.</summary>
public enum AuditMethod
{
    /// <summary>What a machine tells.</summary>
    [JapaneseName("機器")]
    Machine,

    /// <summary>A register that people keep, or a machine held against one.</summary>
    [JapaneseName("台帳")]
    Register,

    /// <summary>What a person attests.</summary>
    [JapaneseName("確認")]
    Attestation,
}
