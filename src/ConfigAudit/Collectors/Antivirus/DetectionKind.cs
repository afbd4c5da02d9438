namespace ConfigAudit.Collectors.Antivirus;

/// <summary>How a security product detects. Products that only watch behaviour have no pattern file that could be old.</summary>
public enum DetectionKind
{
    /// <summary>By patterns (definition files).</summary>
    Pattern,

    /// <summary>By behaviour alone, without a pattern file: most EDR sensors.</summary>
    Behavior,

    /// <summary>By patterns and by behaviour.</summary>
    PatternAndBehavior,
}
