using ConfigAudit.Values;

namespace ConfigAudit.Baselines;

/// <summary>How much harm a failure of a check can do.</summary>
public enum Severity
{
    /// <summary>Little by itself.</summary>
    [JapaneseName("低")]
    Low,

    /// <summary>Makes an attack easier.</summary>
    [JapaneseName("中")]
    Medium,

    /// <summary>Opens a way for an attack.</summary>
    [JapaneseName("高")]
    High,

    /// <summary>Open to attack now.</summary>
    [JapaneseName("緊急")]
    Critical,
}
