using ConfigAudit.Base.Values;

namespace ConfigAudit.Judging.Baselines;

/// <summary>How much harm a failure of a check can do; the least first. None is zero: what nobody set isn't little. JSON tells it by name,
/// as it does an outcome.</summary>
public enum Severity : long
{
    /// <summary>Little by itself.</summary>
    [JapaneseName("低")]
    Low = 1,

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
