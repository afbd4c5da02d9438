namespace ConfigAudit.Baselines;

/// <summary>What a check looks at.</summary>
public enum AuditMethod
{
    /// <summary>What a machine tells.</summary>
    Machine,

    /// <summary>A register that people keep, or a machine held against one.</summary>
    Register,

    /// <summary>What a person attests.</summary>
    Attestation,
}
