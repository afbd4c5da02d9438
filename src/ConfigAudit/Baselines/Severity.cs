namespace ConfigAudit.Baselines;

/// <summary>How much harm a failure of a check can do.</summary>
public enum Severity
{
    /// <summary>Little by itself.</summary>
    Low,

    /// <summary>Makes an attack easier.</summary>
    Medium,

    /// <summary>Opens a way for an attack.</summary>
    High,

    /// <summary>Open to attack now.</summary>
    Critical,
}
